"""Choosing: which of a line's readings is taken, or the error that shows them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from voicecoach.language.lexicon import Lexicon
from voicecoach.language.short_form.blocks import block_fault, two_lines_fault
from voicecoach.language.short_form.completing import completed
from voicecoach.language.short_form.names import objection_to
from voicecoach.language.short_form.parts import Objection
from voicecoach.language.short_form.reading import Reading
from voicecoach.language.short_form.readings import readings
from voicecoach.language.short_form.rests import rest_fault, rest_of
from voicecoach.language.short_form.writing import in_words, normal
from voicecoach.language.tokens import TokenLine, tokens_of
from voicecoach.text.document import Text

# A reading against which there is more than this to be said is only shown where there is no other.
_LIKELY = 1


class MisreadError(Exception):
    """A line that cannot be parsed: `part` is the words to underline."""

    def __init__(self, part: Text, message: str, hint: str | None) -> None:
        super().__init__(message)
        self.part, self.message, self.hint = part, message, hint


@dataclass(frozen=True, slots=True)
class Choice:
    """The choice among the readings of a line, in the words of a language.

    `dose_given` says that there is a dose elsewhere, so that the line may be just a name.
    """

    line: TokenLine
    lexicon: Lexicon
    dose_given: bool = False

    def reading(self) -> Reading:
        """Return the reading that is taken, with a dose or without. Raises MisreadError."""
        found = _named(self.line, self.lexicon)
        with_dose = [reading for reading in found if reading.has_dose]
        right = [reading for reading in with_dose if not reading.objections]
        name = self._mere_name(found)
        if name is not None and not right and (self.dose_given or not with_dose):
            return name
        if not right:
            raise self._refusal(with_dose or found)
        first = right[0]
        if first.question is not None and name is not None and self.dose_given:
            return name
        others = self._rivals(first, with_dose)
        if first.question is not None or others:
            raise self._ambiguous(first, others)
        return first

    def _mere_name(self, found: list[Reading]) -> Reading | None:
        """Return the reading without a dose, of several the one with the shortest name."""
        names = [reading for reading in found if not (reading.has_dose or reading.objections)]
        return min(names, key=lambda reading: reading.rank, default=None)

    def _rivals(self, first: Reading, found: list[Reading]) -> list[Reading]:
        """Return the readings that say something else than the first and are as good."""
        meanings = [self._meaning(first)]
        rivals = []
        for reading in found:
            alike = reading.rank == first.rank and not (reading.objections or reading.question)
            if first.question is not None:
                asked = reading.question == first.question
                alike = reading.weight <= _LIKELY and (
                    asked or not (reading.question or reading.objections)
                )
            if alike and self._meaning(reading) not in meanings:
                meanings.append(self._meaning(reading))
                rivals.append(reading)
        return rivals

    def _ambiguous(self, first: Reading, others: list[Reading]) -> MisreadError:
        """Return the error that shows the readings of a line, written out."""
        hint = self._hint([first, *others])
        if first.question is None:
            text = self.line.text
            return MisreadError(text, f"`{text}` can be read two ways", hint)
        return MisreadError(first.question.part, first.question.message, hint)

    def _refusal(self, wrong: list[Reading]) -> MisreadError:
        """Return the error of a line that cannot be read as it stands."""
        line = self.line
        whole = rest_fault(line, self.lexicon) or block_fault(line, self.lexicon, self._is_line)
        if whole is not None:
            return MisreadError(line.text, *whole)
        wrong = sorted(wrong, key=_seriousness)
        meant = [each for each in wrong if all(one.certain for one in each.objections)]
        parted = two_lines_fault(line, self._is_line)
        if parted is not None and not (meant and meant[0].weight <= _LIKELY + 1):
            return MisreadError(line.text, *parted)
        if meant:
            first, *others = (each for each in meant if each.weight == meant[0].weight)
            shown = [first, *(self._rivals(first, meant) if first.question else others[:1])]
            fault = first.question or first.objections[0]
            return MisreadError(fault.part, fault.message, self._hint(shown))
        for reading in wrong:
            doubt = next(one for one in reading.objections if not one.certain)
            return MisreadError(doubt.part, doubt.message, doubt.hint)
        hint = "write the name, the dose, then `each side`, `@ load` and `, rest 30s`"
        return MisreadError(line.text, f"`{line.text}` cannot be read", hint)

    def _hint(self, shown: Iterable[Reading]) -> str:
        return f"write {' or '.join(dict.fromkeys(map(self._shown, shown)))}"

    def _shown(self, reading: Reading) -> str:
        """Return how to write what a reading says, so that nothing else is read in it."""
        kept = {key: value for key, value in reading.keys.items() if key not in ("tempo", "tips")}
        meaning = self._meaning(replace(reading, keys=kept))

        def reads_back(written: str) -> bool:
            text = Text(written, self.line.text.span, inline=False)
            found = (each for each in _named(tokens_of(text), self.lexicon) if each.has_dose)
            first = next(found, None)
            faultless = first is not None and not (first.question or first.objections)
            return faultless and first is not None and self._meaning(first) == meaning

        return in_words(reading.keys, self.lexicon, reads_back)

    def _meaning(self, reading: Reading) -> dict[str, object]:
        return {key: normal(key, value, self.lexicon) for key, value in reading.keys.items()}

    def _is_line(self, written: str) -> bool:
        """Return whether a text is a whole line with a dose."""
        line = tokens_of(Text(written, self.line.text.span, inline=False))
        if rest_of(line, self.lexicon) is not None:
            return True
        try:
            return Choice(line, self.lexicon).reading().has_dose
        except MisreadError:
            return False


def _named(line: TokenLine, lexicon: Lexicon) -> list[Reading]:
    """Return the readings of a line with an example for what they lack, and what is wrong."""
    named = []
    for reading in readings(line, lexicon):
        name = reading.keys.get("exercise")
        if isinstance(name, Text):
            objection = objection_to(name, lexicon)
        else:
            example = Text("Plank", line.text.span, inline=False)
            reading = replace(reading, keys={**reading.keys, "exercise": example})
            objection = Objection(line.text, f"`{line.text}` has no name", weight=2)
        if objection is not None:
            reading = replace(reading, objections=(*reading.objections, objection))
        named.append(completed(reading, line, lexicon))
    return named


def _seriousness(reading: Reading) -> tuple[int, ...]:
    doubts = sum(not objection.certain for objection in reading.objections)
    return (doubts, reading.weight, *reading.rank)
