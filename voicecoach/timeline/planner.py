"""Planning: from phases to absolute times, pure and the same every time.

`plan` walks through the phases. A work phase has a track, on which the cues find their places by
weight; any other phase has a queue of lines, then the countdown. Only prepare and say phases take
as long as what is said in them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import accumulate

from voicecoach import phrases
from voicecoach.problems import RoutineError
from voicecoach.routine import Routine
from voicecoach.routine.cues import Line
from voicecoach.routine.phase import Phase, Place
from voicecoach.routine.sounds import SoundFile, Tone
from voicecoach.speech.reading import Reading
from voicecoach.timeline import cues
from voicecoach.timeline.chapters import chapters
from voicecoach.timeline.cues import tips
from voicecoach.timeline.hints import (
    report_holds_without_rest,
    report_uneven_sides,
    report_unled_work,
)
from voicecoach.timeline.lead_in import Lead, lead_in
from voicecoach.timeline.model import Event, TimedPhase, Timeline
from voicecoach.timeline.moment import Measure, Moment, moments
from voicecoach.timeline.notebook import Notebook
from voicecoach.timeline.track import Spot, Track
from voicecoach.timeline.wording import Wording
from voicecoach.units import TONE_GAP_MS


def plan(
    routine: Routine, measure: Measure, file_lengths_ms: Mapping[str, int] | None = None
) -> Timeline:
    """Return the timeline of `routine`; `measure` gives the length of an utterance in ms.

    `file_lengths_ms` has the lengths of the sound files that the routine uses, by path.

    Raises RoutineError where a placeholder has no value where it stands.
    """
    silent = {role for role, sound in routine.sounds.items() if sound == Tone(())}
    phases = tuple(
        phase for phase in _with_opening_and_closing(routine) if phase.sound not in silent
    )
    notebook = Notebook(routine)
    wording = Wording(phrases.load(routine.language))
    tone_lengths_ms = dict(file_lengths_ms or {})
    for role, sound in routine.sounds.items():
        tone_lengths_ms[role] = (
            tone_lengths_ms[sound.path] if isinstance(sound, SoundFile) else sound.length_ms
        )
    spots: list[list[Spot]] = []
    lengths_ms: list[int] = []
    leads: dict[int, Lead] = {}
    all_moments = moments(phases, routine, wording, measure, notebook, Reading(routine.pronounce))
    for moment in all_moments:
        if moment.phase.kind == "work":
            track = _work_track(moment, all_moments, leads, tone_lengths_ms)
            length_ms = moment.phase.length_ms or 0
        else:
            lead = leads.pop(moment.index, None) or lead_in(moment, tone_lengths_ms)
            lead.report(moment)
            track, length_ms = lead.track(moment), lead.length_ms
        spots.append(track.spots)
        lengths_ms.append(length_ms)
    tips.report_unsaid(phases, notebook)
    report_holds_without_rest(all_moments, notebook)
    report_unled_work(all_moments, notebook)
    report_uneven_sides(all_moments, notebook)
    if notebook.errors:
        raise RoutineError(notebook.errors)
    starts_ms = [0, *accumulate(lengths_ms)]
    timed = tuple(
        _timed(moment, starts_ms[moment.index], lengths_ms[moment.index]) for moment in all_moments
    )
    return Timeline(
        title=routine.title,
        language=routine.language,
        duration_ms=starts_ms[-1],
        phases=timed,
        events=_events(spots, starts_ms),
        chapters=tuple(chapters(routine.title, phases, timed)),
        warnings=tuple(sorted(notebook.warnings, key=lambda problem: problem.span)),
        notes=tuple(sorted(notebook.notes, key=lambda problem: problem.span)),
    )


def _with_opening_and_closing(routine: Routine) -> tuple[Phase, ...]:
    """Return the phases with intro and caution before them and the closing after them."""
    place = Place()
    opening = []
    if routine.intro != "off":
        line = None if routine.intro == "auto" else routine.intro
        span = routine.span.within("intro")
        opening.append(Phase("say", span, place, say=line, role="intro"))
    if routine.caution is not None:
        line = routine.caution
        opening.append(Phase("say", line.span.within("caution"), place, say=line, role="caution"))
    line = routine.outro if isinstance(routine.outro, Line) else None
    closing = Phase("say", routine.span.within("outro"), place, say=line, role="outro")
    return (*opening, *routine.phases, closing)


def _work_track(
    moment: Moment,
    all_moments: Sequence[Moment],
    leads: dict[int, Lead],
    tone_lengths_ms: Mapping[str, int],
) -> Track:
    """Return the track of a work phase; the phase that leads in to the next work is looked at too.

    Where that has no room for the name, the name is said here.
    """
    length_ms = moment.phase.length_ms
    assert length_ms is not None
    following = _next_loud(all_moments, moment.index)
    if following is not None and following.leads_in:
        lead = leads[following.index] = lead_in(following, tone_lengths_ms)
        moment = replace(moment, next_unannounced=not lead.announces())
    first_ms = tone_lengths_ms["start"] + TONE_GAP_MS
    track = Track(first_ms, length_ms - TONE_GAP_MS, moment.measure, tone_lengths_ms)
    track.tone("start", 0, moment.phase.span)
    cues.working(moment, track)
    return track


def _next_loud(all_moments: Sequence[Moment], index: int) -> Moment | None:
    later = (all_moments[number] for number in range(index + 1, len(all_moments)))
    return next((moment for moment in later if moment.phase.kind != "pause"), None)


def _timed(moment: Moment, start_ms: int, length_ms: int) -> TimedPhase:
    phase, place = moment.phase, moment.phase.place
    timed = TimedPhase(
        kind=phase.kind,
        start_ms=start_ms,
        length_ms=length_ms,
        file=phase.span.file,
        line=phase.span.line,
        round=place.round,
        rounds=place.rounds,
        section=place.section.title if place.section else None,
        block=place.block,
        id=phase.span.block,
    )
    if phase.work is not None:
        dose = phase.work.dose
        timed = replace(timed, dose=dose.kind, rep_ms=dose.rep_ms, reps=dose.reps)
    named = moment.next_work if phase.kind in ("prepare", "switch") else phase.work
    if named is not None:
        name = named.exercise.name
        timed = replace(timed, name=name, set=named.set, sets=named.sets, side=named.side)
    return timed


def _events(spots: Sequence[Sequence[Spot]], starts_ms: Sequence[int]) -> tuple[Event, ...]:
    events = [
        Event(
            spot.kind, spot.role, starts_ms[phase] + spot.at_ms, spot.length_ms,
            phase, spot.utterance, spot.span.line, spot.span.block, spot.sound,
        )
        for phase, spots_of_phase in enumerate(spots)
        for spot in spots_of_phase
    ]  # fmt: skip
    return tuple(sorted(events, key=lambda event: (event.start_ms, event.kind != "tone")))
