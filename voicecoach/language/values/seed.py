"""Seeds of draws: a number, or `date` or `week` for another draw each day or week."""

import re
from datetime import date
from typing import Any

from voicecoach.files.inputs import note
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values.bare import bare
from voicecoach.language.values.fragments import Fragment, any_of, in_words, whole, whole_number
from voicecoach.language.values.kind import Kind

# The day where no other is given, so that reading a file asks no clock.
DAY_ZERO = date(1970, 1, 1)
MAX_SEED = 999_999_999
_BY_DAY = ("date", "week")
_NUMBER = r"[0-9]{1,9}"


class Seed(Kind[str], frozen=True):
    """A whole number from 0 to 999999999, `date` or `week`."""

    def read(self, value: Any, _lexicon: Lexicon) -> str:
        """Return the seed as it is written, a number without leading zeros."""
        text = bare(value, "a seed such as `7`")
        if text in _BY_DAY:
            return text
        if not re.fullmatch(_NUMBER, text):
            hint = "write a number such as `7`, or `date` or `week` for a new draw each day or week"
            raise RefusalError(f"`{text}` is no seed", hint)
        return str(int(text))

    def write(self, text: Any, lexicon: Lexicon) -> str:
        """Return the seed in its normal form."""
        return self.read(text, lexicon)

    def describe(self) -> Fragment:
        """Return the schema of a seed."""
        message = "a whole number from 0 on, `date` or `week`"
        words = any_of({"enum": list(_BY_DAY)}, in_words("|".join(_BY_DAY)))
        return any_of(words, whole_number(whole(_NUMBER), message, 0, MAX_SEED))


def number_of(seed: str, today: date) -> int:
    """Return the number that a seed stands for: 20261126 for a day, 202648 for an ISO week."""
    if seed in _BY_DAY:
        note("day" if seed == "date" else "week")
    if seed == "date":
        return today.year * 10_000 + today.month * 100 + today.day
    if seed == "week":
        year, week, _ = today.isocalendar()
        return year * 100 + week
    return int(seed)
