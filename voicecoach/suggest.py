"""Suggestions: the word that a mistyped one was meant to be."""

import difflib
from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known word nearest to `word`, or None where none is near."""
    lowered = {name.lower(): name for name in known}
    wanted = word.lower()
    found = difflib.get_close_matches(wanted, lowered, n=5, cutoff=0.6)
    # Letters in the wrong order are the commonest slip: `rset` is `rest`, not `sets`.
    found.sort(key=lambda name: sorted(name) != sorted(wanted))
    return lowered[found[0]] if found else None


def nearest_hint(word: str, known: Iterable[str], form: str = "{}") -> str | None:
    """Return `did you mean …?` with the nearest known word in `form`, or None."""
    found = nearest(word, known)
    return f"did you mean `{form.format(found)}`?" if found else None
