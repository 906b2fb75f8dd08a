"""The planner: from phases to absolute times, pure and the same every time.

`plan` walks through the phases. A work phase has a track, on which the cues find their places by
weight; any other phase has a queue of lines, then the countdown. Only prepare and say phases take
as long as what is said in them.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import accumulate

from msgspec.structs import replace

from voicecoach.problems import DiskFullError, EngineError, RoutineError, Span, SpeechError
from voicecoach.routine.cues import Line
from voicecoach.routine.phase import Phase, Place, SayPhase, Work
from voicecoach.routine.routine import Routine
from voicecoach.routine.sounds import SILENCE
from voicecoach.routine.utterance import CastVoice, Measure
from voicecoach.timeline import cues, hints
from voicecoach.timeline.bounds import bounded_at, check_length
from voicecoach.timeline.chapters import MAX_CHAPTERS, chapters
from voicecoach.timeline.coach import Coach
from voicecoach.timeline.cues import tips
from voicecoach.timeline.instructions import instructions
from voicecoach.timeline.lead_in import LeadIn, lead_in
from voicecoach.timeline.model import Event, TimedPhase, Timeline
from voicecoach.timeline.moment import Moment, WorkMoment, moments_of
from voicecoach.timeline.track import Track
from voicecoach.units import TONE_GAP_MS


def plan(
    routine: Routine,
    measure: Measure,
    file_lengths_ms: Mapping[str, int] | None = None,
    voice_for: CastVoice | None = None,
    most_ms: int | None = None,
) -> Timeline:
    """Return the timeline of `routine`; `measure` gives the length of an utterance in ms.

    `file_lengths_ms` has the lengths of the sound files that the routine uses, by path. `voice_for`
    tells who speaks a line; without it, the voice of the routine speaks all. `most_ms` is how long
    the programme may get.

    Raises RoutineError where a placeholder has no value where it stands, or a bound is broken, and
    whatever `measure` raises. A SpeechError gets the place of its phase, and the error of an engine
    or a voice that is missing the place in the file that says who speaks, if there is one.
    """
    phases = audible(routine)
    moments = moments_of(phases)
    cast = voice_for or (lambda *_: routine.voice)
    coach = Coach(routine, measure, cast, file_lengths_ms or {})
    tracks: list[Track] = []
    length_ms = 0
    for moment, track in zip(moments, _tracks(moments, coach), strict=True):
        length_ms += track.length_ms
        check_length(length_ms, most_ms, moment.span, coach.reports)
        tracks.append(track)
    reports = coach.reports
    tips.report_unsaid(phases, coach)
    hints.report_holds_without_rest(phases, reports)
    hints.report_unled_work(moments, reports)
    hints.report_uneven_sides(phases, reports)
    reports.note_stock_setups()
    if reports.errors:
        raise RoutineError(reports.errors)
    starts_ms = [0, *accumulate(track.length_ms for track in tracks)]
    timed = tuple(
        _timed(moment, start_ms, track.length_ms)
        for moment, start_ms, track in zip(moments, starts_ms, tracks, strict=False)
    )
    most = None if routine.is_split else MAX_CHAPTERS
    return Timeline(
        title=routine.title,
        language=routine.language,
        phrases=routine.phrases,
        duration_ms=starts_ms[-1],
        phases=timed,
        events=_events(tracks, starts_ms),
        chapters=tuple(chapters(routine.title, phases, timed, coach.wording, most)),
        warnings=tuple(sorted(reports.warnings, key=lambda problem: problem.span)),
        notes=tuple(sorted(reports.notes, key=lambda problem: problem.span)),
        instructions=instructions(moments, coach),
    )


def audible(routine: Routine) -> tuple[Phase, ...]:
    """Return the phases from the intro to the closing, without tones that are off."""
    place = Place()
    opening = []
    if routine.intro != "off":
        intro = None if routine.intro == "auto" else routine.intro
        opening.append(SayPhase(routine.span.within("intro"), place, intro, role="intro"))
    if routine.caution is not None:
        span = routine.caution.span.within("caution")
        opening.append(SayPhase(span, place, routine.caution, role="caution"))
    outro = routine.outro if isinstance(routine.outro, Line) else None
    closing = SayPhase(routine.span.within("outro"), place, outro, role="outro")
    phases = (*opening, *routine.phases)
    heard = tuple(p for p in phases if not (p.kind == "sound" and p.sound == SILENCE))
    worked = any(isinstance(phase, Work) for phase in heard)
    # Without work there is nothing to finish; but a programme has to be something.
    return (*heard, closing) if worked or routine.outro != "off" or not heard else heard


def _tracks(moments: Sequence[Moment], coach: Coach) -> Iterator[Track]:
    """Yield the track of each phase.

    Before work is laid, what leads in to the next work is looked at: where that has no room for the
    name, the work says it at its end.
    """
    ahead: LeadIn | None = None
    named_before = False
    for moment in moments:
        with _failing_at(moment.span, coach.routine), bounded_at(moment.span, coach.reports):
            if isinstance(moment, WorkMoment):
                ahead = lead_in(moment.lead, coach) if moment.lead else None
                if ahead is not None and not ahead.announces():
                    moment = replace(moment, unannounced=ahead.moment.leads_to)
                track = _work_track(moment, coach)
                named_before = track.has("announce")
            else:
                known = ahead if ahead is not None and ahead.moment is moment else None
                lead = known or lead_in(moment, coach)
                lead.report(coach.reports, named_before)
                track = lead.track(coach)
        yield track


@contextmanager
def _failing_at(span: Span, routine: Routine) -> Iterator[None]:
    """Give the error of an engine its place in the routine."""
    try:
        yield
    except DiskFullError:
        # It has nothing to do with the line.
        raise
    except EngineError as error:
        # A voice that is missing is missing in every line.
        error.span = error.span or (span if isinstance(error, SpeechError) else routine.voice_span)
        raise


def _work_track(moment: WorkMoment, coach: Coach) -> Track:
    span, length_ms = moment.work.span, moment.work.length_ms
    tones = coach.tones(moment.work)
    first_ms = tones.clear_ms("start") + TONE_GAP_MS
    last_ms = length_ms - TONE_GAP_MS
    track = Track(span, length_ms, first_ms, last_ms, coach.measure, tones, coach.budget)
    track.tone("start", 0)
    cues.working(moment, track, coach)
    return track


def _timed(moment: Moment, start_ms: int, length_ms: int) -> TimedPhase:
    phase = moment.work if isinstance(moment, WorkMoment) else moment.phase
    place = phase.place
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
    named = moment.next_work if phase.kind in ("prepare", "switch") else None
    if isinstance(phase, Work):
        named, dose = phase, phase.dose
        timed = replace(
            timed, dose=dose.kind, distance=dose.distance, effort=phase.exercise.effort,
            rep_ms=dose.rep_ms, reps=dose.reps,
        )  # fmt: skip
    if named is not None:
        name = named.exercise.name
        timed = replace(timed, name=name, set=named.set, sets=named.sets, side=named.side)
    return timed


def _events(tracks: Sequence[Track], starts_ms: Sequence[int]) -> tuple[Event, ...]:
    events = [
        Event(
            spot.kind, spot.role, starts_ms[number] + spot.at_ms, spot.length_ms,
            number, spot.utterance, spot.span.line, spot.span.block, spot.sound,
        )
        for number, track in enumerate(tracks)
        for spot in track.spots
    ]  # fmt: skip
    return tuple(sorted(events, key=lambda event: (event.start_ms, event.kind != "tone")))
