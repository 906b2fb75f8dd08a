"""The programme as it is written on paper: exercises with dose, load, rest, setup and tips."""

from collections import defaultdict
from collections.abc import Sequence

from msgspec import Struct

from voicecoach.outputs.clean import clean
from voicecoach.outputs.paper_dose import paper_dose, paper_time
from voicecoach.phrases import Phrases
from voicecoach.timeline import Instructions, TimedPhase, Timeline
from voicecoach.units import whole_clock


class PaperExercise(Struct, frozen=True):
    """An exercise; `parts` are those that an amrap consists of, which have no dose of their own."""

    name: str
    dose: str
    setup: str
    tips: tuple[str, ...]
    parts: tuple["PaperExercise", ...]


class PaperGroup(Struct, frozen=True):
    """Exercises of one section or circuit; `heading` is empty where they belong to none."""

    heading: str
    exercises: tuple[PaperExercise, ...]


class Paper(Struct, frozen=True):
    """A programme on paper: `about` has its length, `caution` is empty where there is none."""

    title: str
    about: str
    caution: str
    groups: tuple[PaperGroup, ...]


# The id and the name of an exercise.
_Key = tuple[str | None, str | None]


def paper(timeline: Timeline) -> Paper:
    """Return a programme as it is written on paper, all texts clean."""
    words = timeline.phrases
    cautions = [event.text or "" for event in timeline.events if event.role == "caution"]
    works = _works(timeline)
    parts = [whole_clock(timeline.duration_ms)]
    if works:
        parts.append(words.say("count_exercises", len(works)))
    return Paper(
        clean(timeline.title),
        " · ".join(parts),
        clean(words.sheet("caution", text=" ".join(cautions))) if cautions else "",
        _groups(timeline, works, words),
    )


def _works(timeline: Timeline) -> dict[_Key, list[TimedPhase]]:
    works: dict[_Key, list[TimedPhase]] = defaultdict(list)
    for phase in timeline.phases:
        if phase.kind == "work":
            works[phase.id, phase.name].append(phase)
    return works


def _groups(
    timeline: Timeline, works: dict[_Key, list[TimedPhase]], words: Phrases
) -> tuple[PaperGroup, ...]:
    """Return the groups in order: one begins with titles, or where a section or circuit ends."""
    rests_ms = _rests_ms(timeline.phases)
    groups: list[tuple[str, list[PaperExercise]]] = []
    before: tuple[str | None, str | None] | None = None
    for each in timeline.instructions:
        done = works[each.id, each.name]
        around = (done[0].section, done[0].block)
        if each.titles or around != before:
            groups.append((clean(" · ".join(each.titles)), []))
        before = around
        amount = [paper_dose(done, words, spell_reps=True), *each.loads, done[0].effort]
        if rests := rests_ms[each.id, each.name]:
            amount.append(words.sheet("rest", time=_span(rests, words)))
        groups[-1][1].append(_exercise(each, ", ".join(filter(None, amount))))
    return tuple(PaperGroup(heading, tuple(exercises)) for heading, exercises in groups)


def _exercise(instructions: Instructions, dose: str) -> PaperExercise:
    return PaperExercise(
        clean(instructions.name),
        clean(dose),
        clean(instructions.setup or ""),
        tuple(filter(None, map(clean, instructions.tips))),
        tuple(_exercise(part, "") for part in instructions.parts),
    )


def _rests_ms(phases: Sequence[TimedPhase]) -> dict[_Key, list[int]]:
    """Return the rests after each exercise: those between its sets, or else those behind it."""
    within: dict[_Key, list[int]] = defaultdict(list)
    behind: dict[_Key, list[int]] = defaultdict(list)
    exercise: _Key | None = None
    rest_ms = 0
    for phase in phases:
        if phase.kind == "rest":
            rest_ms += phase.length_ms
        elif phase.kind == "work":
            if exercise is not None and rest_ms:
                same = exercise == (phase.id, phase.name)
                (within if same else behind)[exercise].append(rest_ms)
            exercise, rest_ms = (phase.id, phase.name), 0
    return defaultdict(list, {**behind, **within})


def _span(lengths_ms: Sequence[int], words: Phrases) -> str:
    """Return a length, or the shortest and the longest of several."""
    least, most = (paper_time(length_ms, words) for length_ms in (min(lengths_ms), max(lengths_ms)))
    return least if least == most else f"{least} – {most}"
