"""The short form: a whole exercise or rest in one line, as one would write it on paper.

`NAME DOSE [each side] [@ LOAD] [, rest DURATION]`, or the dose first. A line is taken apart into
tokens, and all complete readings of it are found, each with every token used. The one whose dose
comes first is taken; where that can be read two ways, or where none is right as it stands, the line
is an error that shows what to write: a line is never guessed at.
"""

from functools import lru_cache
from typing import Literal, NamedTuple

from msgspec import Struct

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import tokens_of
from voicecoach.language.short_form import names, rests
from voicecoach.language.short_form.choosing import Choice, MisreadError
from voicecoach.language.short_form.marks import unmarked
from voicecoach.language.short_form.parts import Value
from voicecoach.language.short_form.reading import DOSE_KEYS
from voicecoach.problems import Span
from voicecoach.text.document import Text

__all__ = ["DOSE_KEYS", "MAX_LINE", "MisreadError", "ShortForm", "is_rest_word", "parse"]

MAX_LINE = 300


class ShortForm(Struct, frozen=True):
    """A parsed line: `kind` is the block it makes, `keys` its keys and their texts.

    `bare_count` means that the dose is a number without a unit, as in `10 push-ups`; `note` is what
    `check` tells about a line that could be meant otherwise.
    """

    kind: Literal["exercise", "rest"]
    keys: dict[str, Value]
    bare_count: bool = False
    note: str | None = None

    @property
    def listed(self) -> str | None:
        """The key of the dose that has a value a set, if there is one."""
        return next((key for key in DOSE_KEYS if isinstance(self.keys.get(key), list)), None)

    @property
    def has_dose(self) -> bool:
        """Whether the line says how much."""
        return any(key in self.keys for key in DOSE_KEYS)


def parse(
    text: Text, lexicon: Lexicon, dose_given: bool = False, read_out: bool = False
) -> ShortForm:
    """Parse a line. Raises MisreadError.

    `dose_given` says that there is a dose elsewhere, so that the line may be just a name;
    `read_out` that the line is only read out, so that a distance needs no time.
    """
    if len(text) > MAX_LINE:
        hint = "write `exercise:` with the name, and the dose as a key"
        raise MisreadError(text, f"a line of more than {MAX_LINE} characters", hint)
    place = _Place(text.span, text.span.block, text.inline, text.quoted)
    return _parse(str(text), place, lexicon, dose_given, read_out)


class _Place(NamedTuple):
    """Where a line stands and how; spans that differ in their block alone are equal."""

    span: Span
    block: str | None
    inline: bool
    quoted: bool


# The same routine is read for each of many people, and its lines are most of what takes time.
@lru_cache(maxsize=2048)
def _parse(
    line_text: str, place: _Place, lexicon: Lexicon, dose_given: bool, read_out: bool
) -> ShortForm:
    line = unmarked(tokens_of(Text(line_text, place.span, place.inline, place.quoted)))
    rest = rests.rest_of(line, lexicon)
    if rest is not None:
        return ShortForm("rest", rest)
    reading = Choice(line, lexicon, dose_given, read_out).reading()
    return ShortForm("exercise", dict(reading.keys), reading.bare, reading.note)


@lru_cache(maxsize=2048)
def is_rest_word(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is only a word for a rest."""
    return names.is_rest_word(tokens_of(Text(name, Span("", 1), inline=False)), lexicon)
