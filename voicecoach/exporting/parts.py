"""Parts: what a routine comes to, as the flat parts of the step tree, each with its place.

What is said to get ready, and by itself between exercises, takes as long as it takes: it is no
part of an export. All that has a length is, to the millisecond.
"""

from collections.abc import Iterator, Sequence

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.exporting.doses import dose_of, tempo_of
from voicecoach.exporting.texts import Texts
from voicecoach.importing.steps import Cue, Part, Rest, Say, Section, Step, Time
from voicecoach.outputs.clean import clean
from voicecoach.problems import Span
from voicecoach.routine.cues import Line
from voicecoach.routine.phase import Heading, Phase, SayPhase, SoundPhase, Work
from voicecoach.routine.routine import Routine
from voicecoach.timeline.cues.tips import belongs
from voicecoach.timeline.wording import Wording

# What `sides: each` does, in this order.
_EACH_SIDE = ("right", "left")


class PlacedPart(Struct, frozen=True):
    """A part, and where in the routine it stands; `switches` marks a change of side."""

    part: Part
    span: Span
    switches: bool = False


class Parts(Struct):
    """The parts of a routine in their order; `lost` is what no step tree holds, and where it is."""

    placed: list[PlacedPart] = field(default_factory=list)
    lost: list[tuple[Span, str]] = field(default_factory=list)


def parts_of(routine: Routine) -> Parts:
    """Return what a routine comes to, its sides together where one is done after the other."""
    reader = _Reader(routine)
    found = [*_said(routine, routine.caution, routine.intro), *reader.parts()]
    found += _said(routine, routine.outro)
    return Parts(list(_with_pairs(found)), reader.lost)


class _Reader:
    """Makes parts of the phases of a routine."""

    def __init__(self, routine: Routine) -> None:
        self.lost: list[tuple[Span, str]] = []
        self._routine, self._phases = routine, routine.phases
        self._texts = Texts(routine)
        self._heading: Heading | None = None

    def parts(self) -> Iterator[PlacedPart]:
        """Yield the parts of all phases, sections where they begin."""
        for at, phase in enumerate(self._phases):
            if isinstance(phase, Work):
                yield from self._section(phase)
                self._lose_of(phase)
                yield PlacedPart(self._step(at, phase), phase.span)
            elif phase.length_ms is not None:
                yield self._rest(at, phase, phase.length_ms)
            elif isinstance(phase, SayPhase):
                text = self._texts.between(at, phase.line)
                if text:
                    yield PlacedPart(Say(text, phase.span.line), phase.span)
            elif isinstance(phase, SoundPhase):
                self._lose(phase.span, "a sound is left out")

    def _section(self, work: Work) -> Iterator[PlacedPart]:
        """Yield the section or circuit that begins with a work, if one does.

        What follows one without being in any stands under the title of the routine.
        """
        place = work.place
        heading = place.section or (place.chapter if place.block == "circuit" else None)
        if heading == self._heading:
            return
        title = self._routine.title if heading is None else heading.title
        yield PlacedPart(Section(clean(title), work.span.line), work.span)
        self._heading = heading

    def _step(self, at: int, work: Work) -> Step:
        exercise = work.exercise
        tips = [tip for tip in exercise.tips if belongs(tip, work)]
        begun = self._texts.of_work(at, *work.on_lines)
        wording = Wording(self._routine.phrases)
        listed = ", ".join(clean(wording.one_of_list(each)) for each in work.listed)
        setup = " ".join(filter(None, (self._texts.of_work(at, exercise.setup), listed)))
        return Step(
            clean(exercise.name),
            dose_of(work.dose),
            work.span.line,
            effort=clean(exercise.effort or "") or None,
            cues=((Cue(0, begun),) if begun else ()) + self._texts.cues(at, tips),
            tips=self._texts.tips(at, tips),
            setup=setup or None,
            load=clean(work.load or "") or None,
            side=work.side,
            tempo=tempo_of(work.dose),
        )

    def _rest(self, at: int, phase: Phase, length_ms: int) -> PlacedPart:
        """Return a rest, or what becomes one."""
        lines: list[Line | None] = []
        if phase.kind == "pause":
            self._lose(phase.span, "a pause becomes a rest")
        elif isinstance(phase, SayPhase):
            self._lose(phase.span, "a line with a length becomes a rest in which it is said")
            lines = [phase.line]
        elif phase.kind == "rest":
            lines = [phase.line]
        before = self._phases[at - 1] if at else None
        ended = ""
        if phase.kind == "rest" and isinstance(before, Work):
            ended = self._texts.of_work(at - 1, *before.after_lines)
        text = " ".join(filter(None, (ended, self._texts.between(at, *lines))))
        rest = Rest(Time(length_ms), phase.span.line, text or None)
        return PlacedPart(rest, phase.span, switches=phase.kind == "switch")

    def _lose_of(self, work: Work) -> None:
        """Tell what of a work no step holds."""
        exercise = work.exercise
        lost = {
            "a metronome is left out": exercise.metronome_bpm is not None,
            "breaths become a time": work.dose.kind == "breaths",
            "the words of a tempo are left out": any(part.name for part in work.dose.tempo)
            and work.dose.kind != "breaths",
            "a tone at a time is left out": any(tip.sound for tip in exercise.tips),
            "what is said at a change of sides is left out": exercise.on_side is not None,
            "what is counted in laps or calories becomes a time": work.dose.kind == "distance"
            and isinstance(dose_of(work.dose), Time),
            "sides that take turns from repetition to repetition become repetitions": (
                work.dose.sides > 1
            ),
        }
        for what, is_lost in lost.items():
            if is_lost:
                self._lose(work.span, what)

    def _lose(self, span: Span, what: str) -> None:
        self.lost.append((span, what))


def _said(routine: Routine, *lines: Line | str | None) -> Iterator[PlacedPart]:
    """Yield the author's own lines at the start and the end."""
    texts = Texts(routine)
    for line in lines:
        if isinstance(line, Line):
            text = texts.around(line)
            if text:
                yield PlacedPart(Say(text, line.span.line), line.span)


def _with_pairs(parts: Sequence[PlacedPart]) -> Iterator[PlacedPart]:
    """Yield parts with a right side and the left one that follows it as one step."""
    at = 0
    while at < len(parts):
        switch = parts[at + 1] if at + 1 < len(parts) and parts[at + 1].switches else None
        other_at = at + 1 if switch is None else at + 2
        other = parts[other_at] if other_at < len(parts) else None
        both = _both_sides(parts[at], switch, other) if other is not None else None
        yield parts[at] if both is None else replace(parts[at], part=both)
        at = at + 1 if both is None else other_at + 1


def _both_sides(first: PlacedPart, switch: PlacedPart | None, last: PlacedPart) -> Step | None:
    """Return the step that is done on each side, if that is all that differs between two."""
    if not isinstance(first.part, Step) or not isinstance(last.part, Step):
        return None
    sides = (first.part.side, last.part.side)
    if sides != _EACH_SIDE or replace(first.part, side=None) != replace(last.part, side=None):
        return None
    switch_ms = 0
    if switch is not None:
        assert isinstance(switch.part, Rest)
        assert isinstance(switch.part.dose, Time)
        switch_ms = switch.part.dose.length_ms
    return replace(first.part, side=None, each_side=True, switch_ms=switch_ms)
