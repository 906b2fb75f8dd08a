"""Language tags: which of those that there are serves a language."""

from collections.abc import Iterable

from babel import Locale, UnknownLocaleError

# A BCP 47 tag, as far as voicecoach looks into it: a language, perhaps a script and a country.
LANGUAGE_TAG = r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*"


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


def _tries(language: str) -> list[str]:
    """Return a tag in lower case, then with ever fewer parts."""
    parts = language.lower().split("-")
    return ["-".join(parts[:length]) for length in range(len(parts), 0, -1)]
