"""Lines: an exercise or a rest in the short form, always written the same way.

A line is only what it is said to be after it has been read again: whatever the short form would
read otherwise is left as it is.
"""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from voicecoach.language import short_form
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form import MisreadError, writing
from voicecoach.problems import Span
from voicecoach.text.document import Text

LONGEST = 80

Normal = str | list[str]


def rewritten(text: str, lexicon: Lexicon, room: int = LONGEST) -> str:
    """Return a line in its normal form; a line with placeholders is left as it is."""
    found = taken_apart(text, lexicon)
    if found is None:
        return text
    line = written(found, lexicon)
    return text if line is None or len(line) > max(room, len(text.strip())) else line


@lru_cache(maxsize=4096)
def taken_apart(text: str, lexicon: Lexicon, own_dose: bool = False) -> Mapping[str, Normal] | None:
    """Return the keys of a line with their values in normal form; None where it is left alone.

    With `own_dose` the dose is a key beside the line, and a bare number belongs to the name.
    """
    if "{" in text or "}" in text:
        return None
    try:
        found = short_form.parse(Text(text, Span("", 1)), lexicon)
    except MisreadError:
        return {"exercise": text} if own_dose else None
    if own_dose and found.bare_count:
        return {"exercise": text}
    return {key: normal(key, value, lexicon) for key, value in found.keys.items()}


def written(keys: Mapping[str, Normal], lexicon: Lexicon) -> str | None:
    """Return the line that says `keys`, which are in normal form; None where no line does."""
    line = writing.written(keys, lexicon)
    return line if line is not None and taken_apart(line, lexicon) == dict(keys) else None


def normal(key: str, value: str | Sequence[str], lexicon: Lexicon) -> Normal:
    """Return the value of a line's key in its normal form."""
    return writing.normal(key, value, lexicon)
