"""Choosing: which of a line's readings is taken, or the error that shows them."""

from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine, tokens_of
from voicecoach.language.short_form.blocks import block_fault, two_lines_fault
from voicecoach.language.short_form.completing import completed
from voicecoach.language.short_form.names import objection_to
from voicecoach.language.short_form.parts import Objection
from voicecoach.language.short_form.reading import Reading
from voicecoach.language.short_form.readings import readings
from voicecoach.language.short_form.rests import rest_fault, rest_of
from voicecoach.language.short_form.writing import APART, in_words, normal
from voicecoach.text.document import Text

# `Warrior 2` and `Push-up 4` are names where a default dose holds; a larger number asks.
_LARGEST_IN_NAME = 4
# A reading against which there is more than this to be said is only shown where there is no other.
_LIKELY = 1


class MisreadError(Exception):
    """A line that cannot be parsed: `part` is the words to underline."""

    def __init__(self, part: Text, message: str, hint: str | None) -> None:
        super().__init__(message)
        self.part, self.message, self.hint = part, message, hint


class Choice(Struct, frozen=True):
    """The choice among the readings of a line, in the words of a language.

    `dose_given` says that there is a dose elsewhere, so that the line may be just a name;
    `read_out` that a distance needs no time.
    """

    line: TokenLine
    lexicon: Lexicon
    dose_given: bool = False
    read_out: bool = False

    def reading(self) -> Reading:
        """Return the reading that is taken, with a dose or without. Raises MisreadError."""
        taken = self._taken(self._named(with_misfits=False))
        if taken is not None:
            return taken
        found = self._named(with_misfits=True)
        with_dose = [reading for reading in found if reading.has_dose]
        right = [reading for reading in with_dose if not reading.objections]
        name = self._mere_name(found)
        if name is not None and not any(each.says_dose for each in with_dose):
            fault = rest_fault(self.line, self.lexicon)
            if fault is None:
                return name
            raise MisreadError(self.line.text, *fault)
        if not right:
            raise self._refusal(with_dose or found)
        others = self._rivals(right[0], with_dose)
        if name is not None and self.dose_given and not _is_many(right[0]):
            others.append(name)
        raise self._ambiguous(right[0], others)

    def _taken(self, found: list[Reading]) -> Reading | None:
        """Return the reading that is right beyond doubt, if there is one."""
        right = [reading for reading in found if reading.has_dose and not reading.objections]
        name = self._mere_name(found) if self.dose_given else None
        if not right:
            return name
        first = right[0]
        if first.question is not None:
            return None if name and _is_many(first) else name
        is_asked = self.dose_given and first.bare and "sides" in first.keys
        return None if is_asked or self._rivals(first, right) else first

    def _named(self, with_misfits: bool) -> list[Reading]:
        """Return the readings with an example for what they lack, and what is wrong with them."""
        line, lexicon = self.line, self.lexicon
        named = []
        for reading in readings(line, lexicon, with_misfits):
            name = reading.keys.get("exercise")
            if isinstance(name, Text):
                objection = objection_to(name, lexicon)
            else:
                # Nobody breathes a plank.
                breathes = "breaths" in reading.keys
                usual = lexicon.usual["breathe"].capitalize() if breathes else "Plank"
                example = Text(usual, line.text.span, inline=False)
                reading = replace(reading, keys={**reading.keys, "exercise": example})
                objection = Objection(line.text, f"`{line.text}` has no name", weight=2)
            if objection is not None:
                reading = replace(reading, objections=(*reading.objections, objection))
            named.append(completed(reading, line, lexicon, self.read_out))
        return named

    def _mere_name(self, found: list[Reading]) -> Reading | None:
        """Return the reading without a dose, of several the one with the shortest name."""
        names = [each for each in found if not (each.has_dose or each.objections or each.question)]
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
        wrong = sorted(wrong, key=_seriousness)
        meant = [each for each in wrong if all(one.certain for one in each.objections)]
        whole = rest_fault(line, self.lexicon)
        if whole is None and not (meant and self._is_distance(meant[0])):
            whole = block_fault(line, self.lexicon, self._is_line)
        if whole is not None:
            return MisreadError(line.text, *whole)
        parted = two_lines_fault(line, self.lexicon, self._is_line)
        is_held = bool(meant) and "hold" in meant[0].keys
        if parted is not None and not (is_held or (meant and meant[0].weight <= _LIKELY)):
            return MisreadError(line.text, *parted)
        if meant:
            first, *others = (each for each in meant if each.weight == meant[0].weight)
            doses = [self._dose(first)]
            others = [each for each in others if not each.filled and self._dose(each) not in doses]
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
        kept = {key: value for key, value in reading.keys.items() if key not in APART}
        meaning = self._meaning(replace(reading, keys=kept))

        def reads_back(written: str) -> bool:
            taken = self._reading_of(written)
            return taken is not None and self._meaning(taken) == meaning

        return in_words(reading.keys, self.lexicon, reads_back)

    def _dose(self, reading: Reading) -> dict[str, object]:
        meaning = self._meaning(reading)
        return {key: meaning[key] for key in meaning if key not in ("exercise", "tips")}

    def _meaning(self, reading: Reading) -> dict[str, object]:
        return {key: normal(key, value, self.lexicon) for key, value in reading.keys.items()}

    def _is_distance(self, reading: Reading) -> bool:
        """Return whether a line is a distance, and not rounds: “3 vueltas de 10 burpees”."""
        return "distance" in reading.keys and not self._is_line(str(reading.keys["exercise"]))

    def _is_line(self, written: str) -> bool:
        """Return whether a text is a whole line with a dose."""
        line = tokens_of(Text(written, self.line.text.span, inline=False))
        return rest_of(line, self.lexicon) is not None or self._reading_of(written) is not None

    def _reading_of(self, written: str) -> Reading | None:
        """Return the reading of another line with a dose, None where it is not beyond doubt."""
        line = tokens_of(Text(written, self.line.text.span, inline=False))
        other = Choice(line, self.lexicon, read_out=self.read_out)
        return other._taken(other._named(with_misfits=False))


def _is_many(reading: Reading) -> bool:
    """Return whether a mere number, though it may be part of a name, is more likely a dose."""
    value = reading.keys.get("reps") if reading.bare and "sides" not in reading.keys else None
    return value is not None and not (
        str(value).isdecimal() and Decimal(str(value)) <= _LARGEST_IN_NAME
    )


def _seriousness(reading: Reading) -> tuple[int, ...]:
    doubts = sum(not objection.certain for objection in reading.objections)
    return (doubts, reading.weight, *reading.rank)
