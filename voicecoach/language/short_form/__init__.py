"""The short form: a whole exercise or rest in one line, as one would write it on paper.

`NAME DOSE [each side] [@ LOAD] [, rest DURATION]`, or the dose first. A line is taken apart into
tokens, and all complete readings of it are found, each with every token used. The one whose dose
comes first is taken; where that can be read two ways, or where none is right as it stands, the line
is an error that shows what to write: a line is never guessed at.
"""

from dataclasses import dataclass, replace
from typing import Literal

from voicecoach.language.lexicon import Lexicon
from voicecoach.language.short_form.blocks import block_fault, two_lines_fault
from voicecoach.language.short_form.completing import completed
from voicecoach.language.short_form.names import objection_to
from voicecoach.language.short_form.parts import Objection, Value
from voicecoach.language.short_form.reading import DOSE_KEYS, Reading
from voicecoach.language.short_form.readings import readings
from voicecoach.language.short_form.rests import rest_of, vague_rest
from voicecoach.language.short_form.writing import in_words, normal
from voicecoach.language.tokens import TokenLine, tokens_of
from voicecoach.text.document import Text

__all__ = ["DOSE_KEYS", "MisreadError", "ShortForm", "is_rest_word", "parse"]

MAX_LINE = 300
_MARKS = ("•", "·", "-", "*", "☐", "☑", "✓", "✔", "▪", "◦", "‣", "+", ">")
_QUOTES = "\"'“”„«»"


class MisreadError(Exception):
    """A line that cannot be parsed: `part` is the words to underline."""

    def __init__(self, part: Text, message: str, hint: str | None) -> None:
        super().__init__(message)
        self.part, self.message, self.hint = part, message, hint


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A parsed line: `kind` is the block it makes, `keys` its keys and their texts.

    `bare_count` means that the dose is a number without a unit, as in `10 push-ups`; `note` is what
    `check` tells about a line that could be meant otherwise. `doubt` is the error of a line without
    a dose, should there be none from elsewhere.
    """

    kind: Literal["exercise", "rest"]
    keys: dict[str, Value]
    bare_count: bool = False
    note: str | None = None
    doubt: MisreadError | None = None

    @property
    def has_dose(self) -> bool:
        """Whether the line says how much."""
        return any(key in self.keys for key in DOSE_KEYS)


def parse(text: Text, lexicon: Lexicon, dose_given: bool = False) -> ShortForm:
    """Parse a line. Raises MisreadError.

    `dose_given` says that there is a dose elsewhere, so that the line may be just a name.
    """
    line = _unmarked(tokens_of(text))
    if not len(line):
        raise MisreadError(text, "this line is empty", None)
    if len(line.text) > MAX_LINE:
        hint = "write `exercise:` with the name, and the dose as a key"
        raise MisreadError(text, f"a line of more than {MAX_LINE} characters", hint)
    rest = rest_of(line, lexicon)
    if rest is not None:
        return ShortForm("rest", rest)
    vague = vague_rest(line, lexicon)
    if vague is not None:
        raise MisreadError(line.text, *vague)
    return _Choice(line, lexicon, dose_given).form()


def is_rest_word(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name is only a word for a rest."""
    from voicecoach.language.short_form.names import is_rest_word as is_rest
    from voicecoach.problems import Span

    return is_rest(tokens_of(Text(name, Span("", 1), inline=False)), lexicon)


def _unmarked(line: TokenLine) -> TokenLine:
    """Return a line without the quotes around it and the marks of a list before it."""
    text = line.text.part(*_stripped(line.text))
    line = tokens_of(text)
    while len(line) > 1:
        mark = line.folded(0)
        if mark in _MARKS and line.is_spaced(1):
            skip = 1
        elif (
            (line.is_kind(0, "number") and line.folded(1) in (".", ")") and line.is_spaced(2))
            or (line.is_kind(0, "word") and len(mark) == 1 and line.folded(1) == ")")
            or (mark == "[" and line.folded(1) == "]")
        ):
            skip = 2
        elif mark == "[" and line.folded(1) == "x" and line.folded(2) == "]":
            skip = 3
        else:
            break
        line = tokens_of(line.part(skip, len(line)))
    return line


def _stripped(text: str) -> tuple[int, int]:
    """Return where a text begins and ends without blanks, and quotes that stand around it."""
    start, end = len(text) - len(text.lstrip()), len(text.rstrip())
    inner = text[start:end]
    if len(inner) > 2 and inner[0] in _QUOTES and inner[-1] in _QUOTES and not inner[-2].isdigit():
        return start + 1, end - 1
    return start, max(start, end)


@dataclass(frozen=True, slots=True)
class _Choice:
    """The readings of one line, and which of them counts."""

    line: TokenLine
    lexicon: Lexicon
    dose_given: bool

    def form(self) -> ShortForm:
        """Return the reading that is taken. Raises MisreadError where none is."""
        found = [completed(reading, self.line, self.lexicon) for reading in self._named()]
        with_dose = [reading for reading in found if reading.has_dose]
        right = [reading for reading in with_dose if not reading.objections]
        if right:
            top = right[0]
            if self.dose_given and top.question:
                bare = self._without_dose(found)
                if bare is not None:
                    return bare
            others = self._others(top, right, with_dose)
            if top.question or others:
                raise self._ambiguous([top, *others])
            return ShortForm("exercise", dict(top.keys), top.bare, top.note)
        without = self._without_dose(found)
        wrong = sorted(with_dose, key=_seriousness)
        if without is not None and (self.dose_given or not wrong):
            return without
        raise self._refusal(wrong, found)

    def _of(self, text: Text) -> list[Reading]:
        """Return the readings of another line."""
        return replace(self, line=tokens_of(text))._named()

    def _named(self) -> list[Reading]:
        """Return the readings of the line, each with what there is to object to its name."""
        named = []
        for reading in readings(self.line, self.lexicon):
            name = reading.keys.get("exercise")
            if not isinstance(name, Text):
                example = Text("Plank", self.line.text.span, inline=False)
                reading = replace(reading, keys={**reading.keys, "exercise": example})
                message = f"`{self.line.text}` has no name"
                objection: Objection | None = Objection(self.line.text, message, weight=2)
            else:
                objection = objection_to(name, self.lexicon)
            objections = (*reading.objections, *([objection] if objection else []))
            named.append(replace(reading, objections=objections))
        return named

    def _without_dose(self, found: list[Reading]) -> ShortForm | None:
        """Return the line as a name without a dose, with the doubt that remains."""
        bare = [reading for reading in found if not reading.has_dose and not reading.objections]
        if not bare:
            return None
        top = min(bare, key=lambda reading: len(str(reading.keys.get("exercise"))))
        return ShortForm("exercise", dict(top.keys))

    def _others(
        self, top: Reading, right: list[Reading], with_dose: list[Reading]
    ) -> list[Reading]:
        """Return the readings that differ from the first, and that it does not win over."""
        if top.question:
            rivals = [
                reading
                for reading in with_dose
                if reading.weight <= 1
                and (
                    reading.question == top.question or not (reading.question or reading.objections)
                )
            ]
        else:
            rivals = [reading for reading in right if reading.rank == top.rank]
            rivals = [reading for reading in rivals if reading.question is None]
        others: list[Reading] = []
        known = [self._meaning(top)]
        for reading in rivals:
            meaning = self._meaning(reading)
            if meaning not in known:
                known.append(meaning)
                others.append(reading)
        return others

    def _meaning(self, reading: Reading) -> dict[str, object]:
        return {key: normal(key, value, self.lexicon) for key, value in reading.keys.items()}

    def _shown(self, reading: Reading) -> str:
        """Return how to write what a reading says, so that nothing else is read in it."""
        kept = {key: value for key, value in reading.keys.items() if key not in ("tempo", "tips")}

        def reads_back(line: str) -> bool:
            text = Text(line, self.line.text.span, inline=False)
            found = [completed(each, tokens_of(text), self.lexicon) for each in self._of(text)]
            top = next((each for each in found if each.has_dose), None)
            return (
                top is not None
                and not (top.question or top.objections)
                and self._meaning(top) == self._meaning(replace(reading, keys=kept))
            )

        return in_words(reading.keys, self.lexicon, reads_back)

    def _ambiguous(self, found: list[Reading]) -> MisreadError:
        question = next((reading.question for reading in found if reading.question), None)
        message = question or f"`{self.line.text}` can be read two ways"
        ways = [self._shown(reading) for reading in found[:3]]
        return MisreadError(self.line.text, message, f"write {' or '.join(dict.fromkeys(ways))}")

    def _refusal(self, wrong: list[Reading], found: list[Reading]) -> MisreadError:
        """Return the error of a line that cannot be read as it stands."""
        line = self.line

        def is_line(text: str) -> bool:
            part = Text(text, line.text.span, inline=False)
            try:
                form = parse(part, self.lexicon)
            except MisreadError:
                return False
            return form.kind == "rest" or form.has_dose

        whole = block_fault(line, self.lexicon, is_line)
        if whole is not None:
            return MisreadError(line.text, *whole)
        certain = [each for each in wrong if all(one.certain for one in each.objections)]
        parted = two_lines_fault(line, is_line)
        if parted is not None and (not certain or certain[0].weight > 2):
            return MisreadError(line.text, *parted)
        if certain:
            first = certain[0]
            alike = [each for each in certain if each.weight == first.weight]
            ways = [first, *self._others(first, alike, wrong)][:2]
            words = dict.fromkeys(map(self._shown, ways))
            objection = first.objections[0]
            message = first.question or objection.message
            return MisreadError(objection.part, message, f"write {' or '.join(words)}")
        for reading in wrong or found:
            doubtful = next(one for one in reading.objections if not one.certain)
            return MisreadError(doubtful.part, doubtful.message, doubtful.hint)
        hint = "write the name, the dose, then `each side`, `@ load` and `, rest 30s`"
        return MisreadError(line.text, f"`{line.text}` cannot be read", hint)


def _seriousness(reading: Reading) -> tuple[int, ...]:
    doubtful = sum(not each.certain for each in reading.objections)
    return (doubtful, reading.weight, *reading.rank)
