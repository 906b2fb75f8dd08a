"""The workout of another file, in this block's place.

The file lies beside this one or below it. What it says in `defaults`, `between`, `cues`, `vars` and
`exercises` holds for its own workout; `vars` here win over its own.

```yaml
title: With a warm-up
workout:
  - include: warm-up.yaml
    vars: {time: 45s}
  - Squats 3x10, rest 30s
```
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from msgspec.structs import replace

from voicecoach.language import fields, values
from voicecoach.language.containers import Container
from voicecoach.language.content import content_scope, read_content, read_data
from voicecoach.language.entry import Entry
from voicecoach.language.keys.header import IncludedKeys
from voicecoach.language.own_files import own_path
from voicecoach.language.own_phrases import open_phrases
from voicecoach.language.reader import MAX_NESTING, Reader
from voicecoach.language.variables import unknown_variable
from voicecoach.language.vocabulary import vocabulary
from voicecoach.problems import RoutineError, WrongUsageError
from voicecoach.routine.flow import Scope, Step, sequence
from voicecoach.text.document import Document
from voicecoach.text.files import near_file
from voicecoach.text.parsing import shared_document

MAX_INCLUDES = 200


class IncludeKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of an include."""

    what: ClassVar[str] = "an include"
    include: values.TextField
    vars: Any = None


KEYS = IncludeKeys


class Include(Container, frozen=True):
    """The blocks of another file."""

    reader: Reader
    keys: IncludedKeys

    @property
    def names(self) -> tuple[str, ...]:
        """What it is called: its kind and its id."""
        return ("include", self.entry.id)

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the steps of the file's blocks."""
        return sequence(
            self.do, content_scope(self.reader, self.keys, self.entry.around.level, scope)
        )


def read(entry: Entry) -> Include | None:
    """Return what `entry` includes, or None where problems were noted."""
    keys = entry.keys(IncludeKeys)
    if keys is None:
        return None
    outer = entry.reader
    if keys.vars is not None and not isinstance(keys.vars, dict):
        entry.fail("vars", "`vars` takes names and values", "write `vars: {run: 60s}`")
        return None
    document = _open(entry, keys)
    if document is None:
        return None
    variables = keys.vars or {}
    included = document.data if isinstance(document.data, dict) else {}
    for name in variables:
        unknown = unknown_variable(name, included.get("vars"), str(keys.include))
        if unknown is not None:
            outer.fail(outer.document.locate_key((*entry.path, "vars", name)), *unknown)
    chain = (*outer.chain, Path(document.file).resolve())
    reader = replace(outer, document=document, chain=chain, within=f"{entry.id}/")
    if reader.language != outer.language:
        open_phrases(reader)
    data = read_data(reader, variables)
    if data is None:
        return None
    _warn_of_language(entry, keys, reader)
    around = replace(entry.around, depth=entry.around.depth + 1)
    content, do = read_content(reader, IncludedKeys, data, around, entry.around.level)
    return None if content is None else Include(entry, do, reader, content)


def _warn_of_language(entry: Entry, keys: IncludeKeys, included: Reader) -> None:
    """Warn of a file in another language than the routine, whose voice speaks it all the same."""
    spoken = entry.around.language
    if spoken is None or included.language.split("-")[0] == spoken.split("-")[0]:
        return
    message = f"`{keys.include}` is in `{included.language}`, and the voice speaks `{spoken}`"
    hint = f"include a file in `{spoken}`"
    entry.reader.warn(keys.include.span, "included-language", message, hint)


def _open(entry: Entry, keys: IncludeKeys) -> Document | None:
    """Return the included document, or None where it must not or cannot be read."""
    path, chain = own_path(entry.reader, keys.include), entry.reader.chain
    span = keys.include.span
    if path is None:
        return None
    if path.resolve() in chain:
        names = " includes ".join(f"`{each.name}`" for each in (*chain, path))
        entry.reader.fail(span, f"an include leads back to itself: {names}")
    elif len(entry.reader.included) >= MAX_INCLUDES:
        entry.reader.fail(span, f"more than {MAX_INCLUDES} files are included")
    elif len(chain) > MAX_NESTING:
        entry.reader.fail(span, f"includes nest at most {MAX_NESTING} deep")
    else:
        entry.reader.included.append(path)
        try:
            return shared_document(path, vocabulary)
        except WrongUsageError as error:
            near = near_file(path)
            told = near and f"did you mean `{Path(keys.include).with_name(near)}`?"
            entry.reader.fail(span, error.message, told or error.hint, needs=path)
        except RoutineError as error:
            entry.reader.problems.extend(error.problems)
    return None
