"""Resolving: a plan as it can be written, and notes on all that it leaves unsaid.

Names and texts are made fit to stand in a routine. A step that has no length becomes a remark, or
gets the one that stands in for it. Nothing is added that the file does not say.
"""

from collections.abc import Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.importing import texts
from voicecoach.importing.announced import cues_to_say
from voicecoach.importing.cutting import cut, cuts
from voicecoach.importing.doses import too_little, unsaid
from voicecoach.importing.headings import with_empty_sections_as_remarks
from voicecoach.importing.source import Source
from voicecoach.importing.steps import (
    Distance,
    Dose,
    Open,
    Part,
    Plan,
    Remark,
    Repeat,
    Rest,
    Say,
    Section,
    Step,
    Time,
)
from voicecoach.importing.tree import count, depth
from voicecoach.language.values.text import names_something
from voicecoach.problems import Problem

# Folding may put twice as many repeats into one another: the routine language takes 16.
MAX_DEPTH = 8
_MAX_PARTS = 20_000
_NO_LENGTH = "no-length"


class Resolving(Struct):
    """Resolves the parts of plans from one file; `notes` are what they leave unsaid.

    Without `open_ms`, a step whose length is not said becomes a remark.
    """

    source: Source
    open_ms: int | None
    notes: list[Problem] = field(default_factory=list)

    def plans(self, plans: Sequence[Plan]) -> list[Plan]:
        """Return plans as they can be written; one in which nothing lasts is noted and left out.

        Raises RoutineError where nothing lasts in any of them.
        """
        resolved = [self._plan(plan) for plan in plans]
        lasting = [plan for plan in resolved if any(map(_is_done, plan.parts))]
        if not lasting:
            hint = None if self.notes else "is it another format, or a file without steps?"
            raise self.source.error(
                _first_line(plans[0]), "nothing in this plan has a length", hint
            )
        for plan in resolved:
            if plan not in lasting:
                named = plan.title or "a plan without a title"
                self._note(_first_line(plan), f"{named}: nothing in it has a length")
        return lasting

    def _plan(self, plan: Plan) -> Plan:
        first = _first_line(plan)
        if depth(plan.parts) > MAX_DEPTH:
            raise self.source.error(first, f"repeats stand more than {MAX_DEPTH} deep in repeats")
        if count(plan.parts) > _MAX_PARTS:
            message = f"this comes to more than {_MAX_PARTS} steps"
            raise self.source.error(_longest(plan.parts).line, message, "is a count mistyped?")
        parts = with_empty_sections_as_remarks(self._parts(plan.parts))
        for text in (plan.title, plan.description, plan.author):
            if text is not None and texts.is_cut(text):
                parts = (self._doubt(cut(text), first), *parts)
        description = plan.description and texts.one_line(plan.description)
        author = plan.author and texts.title(plan.author)
        return replace(
            plan,
            title=texts.title(plan.title),
            parts=parts,
            description=description or None,
            author=author or None,
        )

    def _parts(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        return tuple(resolved for part in parts for resolved in self._part(part))

    def _part(self, part: Part) -> list[Part]:
        """Return what is written of a part, with what has to be said about it before."""
        if isinstance(part, Repeat):
            return self._repeat(part)
        if isinstance(part, Remark):
            if part.doubt:
                self._note(part.line, part.text)
            return [replace(part, text=texts.one_line(part.text))]
        if isinstance(part, Section):
            title = texts.title(part.title)
            told = [self._doubt(each, part.line) for each in cuts(part)]
            return [*told, *([replace(part, title=title)] if names_something(title) else [])]
        if isinstance(part, Say):
            text = texts.spoken(part.text)
            told = [self._doubt(each, part.line) for each in cuts(part)]
            return [*told, *([replace(part, text=text)] if text else [])]
        doubts = (*part.doubts, *cuts(part))
        for doubt in doubts:
            self._note(part.line, doubt)
        part = replace(part, doubts=tuple(map(texts.one_line, doubts)))
        resolved = self._step(part) if isinstance(part, Step) else self._rest(part)
        return [*[Remark(each, part.line) for each in _lost(part, resolved)], *resolved]

    def _repeat(self, repeat: Repeat) -> list[Part]:
        inner = self._parts(repeat.parts)
        if any(map(_is_done, inner)) and repeat.count > 0:
            return list(inner) if repeat.count == 1 else [replace(repeat, parts=inner)]
        if repeat.count < 1:
            return [self._doubt("a repeat of no times is left out", repeat.line)]
        return [Remark(f"{repeat.count} times:", repeat.line), *inner]

    def _step(self, step: Step) -> list[Part]:
        name = texts.title(step.name)
        if not names_something(name):
            name = f"Exercise {name}".rstrip()
            what = "this step has no name" if name == "Exercise" else "the name is only a number"
            step = replace(step, doubts=(*step.doubts, what))
            self._note(step.line, what)
        dose = self._dose(step.dose, name, step.line)
        if isinstance(dose, Remark):
            return [dose]
        if dose != step.dose:
            step = replace(step, doubts=(*step.doubts, texts.one_line(unsaid(name, step.dose))))
        step = replace(
            step,
            name=name,
            dose=dose,
            effort=texts.title(step.effort or "") or None,
            load=texts.title(step.load or "") or None,
            setup=texts.spoken(step.setup or "") or None,
            tips=tuple(filter(None, map(texts.spoken, step.tips))),
        )
        return self._with_cues(step)

    def _with_cues(self, step: Step) -> list[Part]:
        """Return a step with the cues that say what its announcement does not."""
        cues, doubts = cues_to_say(step)
        spoken = tuple(replace(cue, text=texts.spoken(cue.text)) for cue in cues)
        return [*(self._doubt(doubt, step.line) for doubt in doubts), replace(step, cues=spoken)]

    def _rest(self, rest: Rest) -> list[Part]:
        dose = self._dose(rest.dose, "Rest", rest.line, resting=True)
        if isinstance(dose, Remark):
            return [dose]
        assert isinstance(dose, Time)
        if dose != rest.dose:
            rest = replace(rest, doubts=(*rest.doubts, unsaid("Rest", rest.dose)))
        return [replace(rest, dose=dose, text=texts.spoken(rest.text or "") or None)]

    def _dose(self, dose: Dose, name: str, line: int, *, resting: bool = False) -> Dose | Remark:
        """Return a dose that lasts, or the remark that is written in place of the step."""
        if isinstance(dose, Open) or (isinstance(dose, Distance) and dose.length_ms is None):
            words = texts.one_line(unsaid(name, dose))
            self.notes.append(self.source.problem(line, words, code=_NO_LENGTH))
            if self.open_ms is None:
                return Remark(words, line)
            open_ms = self.open_ms
            dose = Time(open_ms) if isinstance(dose, Open) else replace(dose, length_ms=open_ms)
        little = too_little(dose, resting=resting)
        if little is not None:
            return self._doubt(f"{name}: {little} is too little to be done, and left out", line)
        return dose

    def _doubt(self, text: str, line: int) -> Remark:
        self._note(line, text)
        return Remark(texts.one_line(text), line)

    def _note(self, line: int, message: str) -> None:
        self.notes.append(self.source.problem(line, texts.one_line(message)))


def _lost(part: Step | Rest, resolved: Sequence[Part]) -> tuple[str, ...]:
    """Return the doubts about a part that are not written above it, as it is a remark now."""
    return () if any(map(_is_done, resolved)) else part.doubts


def _first_line(plan: Plan) -> int:
    return plan.parts[0].line if plan.parts else 1


def _is_done(part: Part) -> bool:
    return isinstance(part, Step | Rest | Repeat)


def _longest(parts: Sequence[Part]) -> Part:
    return max(parts, key=lambda part: count([part]))
