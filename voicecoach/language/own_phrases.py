"""A routine's own phrases: `phrases.LANG.yaml` beside it, which changes what the program says.

Of several such files the nearest to the language serves, as it is with the program's own: `de-AT`
takes `phrases.de-AT.yaml`, or else `phrases.de.yaml`. It changes those phrases of the program that
serve the language. For a language that none of these serve, it has all phrases itself.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from babel import Locale

from voicecoach import phrases
from voicecoach.files.inputs import names_in
from voicecoach.files.ordinary import resolved
from voicecoach.language.phrase_checks import PhraseChecks, is_plural
from voicecoach.language.reader import Reader
from voicecoach.phrases import Phrases
from voicecoach.phrases.tags import nearest_locale, nearest_tag, phrase_file_tag
from voicecoach.problems import RoutineError, Span, WrongUsageError, reason
from voicecoach.text.document import Document
from voicecoach.text.parsing import read_document
from voicecoach.text.vocabulary import Vocabulary

# Lines are understood in English too; only voices for the program's own languages are timed.
_NEEDLESS = ("written", "plans", "sample")


def is_phrase_file(path: Path) -> bool:
    """Return whether a file has the name of phrases beside a routine."""
    return phrase_file_tag(path.name) is not None


def open_phrases(reader: Reader) -> None:
    """Give a reader the phrases of its file's language.

    What is wrong in own ones is noted; they change nothing then.
    """
    tag = phrases.tag_for(reader.language)
    shipped = phrases.load(tag) if tag else None
    reader.phrases = shipped or phrases.english()
    path = _own_file(reader)
    document = None if path is None else _read(reader, path)
    if path is None or document is None:
        return
    own = document.data if isinstance(document.data, dict) else {}
    locale = _locale(reader, document, max(phrase_file_tag(path.name) or "", tag or "", key=len))
    cases = [table.get("time_cases") for table in (reader.phrases.texts, own)]
    faults_before = len(reader.problems)
    PhraseChecks(
        reader,
        document,
        forms=frozenset((*locale.plural_form.tags, "other")),
        cases=frozenset(case for names in cases if isinstance(names, Mapping) for case in names),
    ).check()
    if shipped is None:
        _note_missing(reader, document, own)
    texts = reader.phrases.texts
    is_right = len(reader.problems) == faults_before
    reader.phrases = Phrases(locale, _over(own, texts) if is_right else texts)


def _own_file(reader: Reader) -> Path | None:
    """Return the file that changes the phrases of the reader's language, if there is one."""
    # The routine's own file is the first that is read.
    folder = Path(next(iter(reader.sources))).parent
    by_tag: dict[str, list[Path]] = defaultdict(list)
    names: list[str] = []
    # It may not be one that can be read.
    with suppress(OSError, ValueError):
        names = names_in(folder, "phrases.*.y*ml")
    for name in names:
        tag = phrase_file_tag(name)
        if tag is not None:
            by_tag[tag.lower()].append(folder / name)
    nearest = nearest_tag(reader.language, by_tag)
    if nearest is None:
        return None
    first, *others = by_tag[nearest]
    for other in others:
        message = f"`{first.name}` has phrases for `{nearest}` already"
        reader.fail(Span(str(other), 1), message, "put all phrases into one file")
    return first


def _read(reader: Reader, path: Path) -> Document | None:
    """Return the document, or None where it must not or cannot be read, which is noted."""
    span = reader.document.locate(("language",))
    try:
        if not resolved(path).is_relative_to(reader.folder):
            reader.fail(span, f"`{path}` lies outside the routine's folder", "copy it there")
            return None
        document = read_document(path, vocabulary=_vocabulary)
    except OSError as error:
        reader.fail(span, f"`{path}` cannot be read: {reason(error)}", needs=path)
        return None
    except WrongUsageError as error:
        reader.fail(span, error.message, error.hint, needs=path)
        return None
    except RoutineError as error:
        reader.problems.extend(error.problems)
        return None
    reader.sources[document.file] = document.lines
    return document


def _vocabulary() -> Vocabulary:
    return Vocabulary(
        frozenset(phrases.english().texts), needed="write phrases, or delete the file"
    )


def _locale(reader: Reader, document: Document, tag: str) -> Locale:
    """Return what the CLDR has for a language; where it has nothing, that is noted."""
    locale = nearest_locale(tag)
    if locale is None:
        message = f"the Unicode CLDR, where plurals and units come from, has no language `{tag}`"
        reader.fail(Span(document.file, 1), message, "give the file the tag of one that it has")
        return phrases.english().locale
    return locale


def _note_missing(reader: Reader, document: Document, own: Mapping[str, Any]) -> None:
    """Note by their names the phrases that a language of its own lacks."""
    missing = [f"`{name}`" for name in _missing(phrases.english().texts, own)]
    if missing:
        message = (
            f"a language that voicecoach does not have needs all phrases: {', '.join(missing)}"
        )
        reader.fail(Span(document.file, 1), message, "docs/add-a-language.md shows them all")


def _missing(english: Mapping[str, Any], own: Mapping[str, Any]) -> Iterator[str]:
    for key, value in english.items():
        if key in _NEEDLESS:
            continue
        if key not in own:
            yield key
        elif isinstance(own[key], Mapping) and isinstance(value, Mapping) and not is_plural(value):
            yield from (f"{key}.{inner}" for inner in _missing(value, own[key]))


def _over(own: Mapping[str, Any], texts: Mapping[str, Any]) -> dict[str, Any]:
    """Return phrases with own ones in place of others: of a table, row by row."""
    both = dict(texts)
    for key, value in own.items():
        beneath = both.get(key)
        if isinstance(beneath, Mapping) and isinstance(value, Mapping) and not is_plural(beneath):
            value = _over(value, beneath)
        both[key] = value
    return both
