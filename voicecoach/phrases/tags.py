"""Language tags: which of those that there are serves a language."""

import re
from collections.abc import Iterable

from babel import Locale, UnknownLocaleError
from babel.core import get_global

# A BCP 47 tag, as far as voicecoach looks into it: a language and its subtags. Those of one letter
# begin an extension or what is for private use: `de-x-gym`.
LANGUAGE_TAG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{1,8})*"
_PHRASE_FILE = re.compile(rf"phrases\.({LANGUAGE_TAG})\.ya?ml")


def nearest_tag(language: str, tags: Iterable[str]) -> str | None:
    """Return which of some BCP 47 tags serves a language, or None: `pt` for `pt-BR`.

    That is the lookup of RFC 4647, section 3.4: parts are left out from the end.
    """
    by_lowercase = {tag.lower(): tag for tag in tags}
    return next((by_lowercase[tag] for tag in _tries(language) if tag in by_lowercase), None)


def nearest_locale(language: str) -> Locale | None:
    """Return what the Unicode CLDR has for a BCP 47 language, or None: `de` for `de-XX`."""
    for tag in _tries(language):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return None


def phrase_file_tag(file_name: str) -> str | None:
    """Return the language of a file of phrases beside a routine, or None if it is no such file."""
    found = _PHRASE_FILE.fullmatch(file_name)
    return found and found[1].replace("_", "-")


def named_tag(name: str, tags: Iterable[str]) -> str | None:
    """Return which of some BCP 47 tags a language has that is named otherwise, or None.

    It may be named in English, in itself, or by the three letters of ISO 639-2: `de` for `German`,
    `Deutsch` and `deu`.
    """
    by_name = {}
    for tag in tags:
        locale = Locale.parse(tag, sep="-")
        for named in (locale.english_name, locale.display_name):
            by_name[str(named).casefold()] = tag
    code = get_global("language_aliases").get(name.lower())
    return code if code in by_name.values() else by_name.get(name.casefold())


def _tries(language: str) -> list[str]:
    """Return a tag in lower case, then with ever fewer parts."""
    parts = language.lower().split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
