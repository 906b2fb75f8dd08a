"""Language tags: which of those that there are serves a language."""

from collections.abc import Iterable


def nearest_tag(language: str, tags: Iterable[str]) -> str | None:
    """Return which of some BCP 47 tags serves a language, or None: `pt` for `pt-BR`.

    That is the lookup of RFC 4647, section 3.4: parts are left out from the end.
    """
    by_lowercase = {tag.lower(): tag for tag in tags}
    parts = language.lower().split("-")
    tries = ("-".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((by_lowercase[tag] for tag in tries if tag in by_lowercase), None)
