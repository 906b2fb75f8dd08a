"""The plan: a routine with its timeline, its narrator and its sounds, before anything is mixed."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language import RoutineText, load
from voicecoach.language.selection import Selection
from voicecoach.language.shares import Shares
from voicecoach.problems import MissingEngineError, NoVoiceError, RecordingError
from voicecoach.routine.routine import Routine
from voicecoach.routine.voice import AUTO
from voicecoach.session.cast_timeline import Stage, cast_timeline
from voicecoach.session.fonts import font_notes
from voicecoach.session.options import Options
from voicecoach.session.recordings import unusable_recording
from voicecoach.session.session import OnProgress, Session
from voicecoach.session.sounds import sound_files_of
from voicecoach.session.takes import Chosen, Take, chosen
from voicecoach.session.voices import Speakers, speakers_of
from voicecoach.speech.casting import Casting
from voicecoach.speech.narrator import Narrator
from voicecoach.timeline import Timeline
from voicecoach.timeline.cut import cut

if TYPE_CHECKING:
    from voicecoach.audio import AudioSegment
    from voicecoach.audio.songs import Song

# How many times as long as a routine may be is what its ranges may make of it.
_REACH = 10


class Plan(Struct, frozen=True):
    """A routine and its timeline, with the narrator, the sound files and the songs to mix.

    `reach_ms` are the shortest and the longest that its ranges allow, None where it has none or
    nobody asked. `casting` chose who speaks, and `speakers` are those that do. `sound_files`
    are by their paths; `songs` are the music.
    """

    routine: Routine
    timeline: Timeline
    narrator: Narrator
    casting: Casting
    speakers: Speakers
    sound_files: "Mapping[str, AudioSegment]"
    songs: "Sequence[Song]"
    reach_ms: tuple[int, int] | None = None


def plan_routine(
    session: Session,
    source: Path | RoutineText,
    options: Options,
    on_progress: OnProgress,
    *,
    before_speaking: Callable[[Routine], object] = lambda _: None,
    with_reach: bool = False,
) -> Plan:
    """Return the plan of a routine, which is read from a file or from memory.

    `before_speaking` is called with the routine once it is read. `with_reach` asks for the lengths
    that can be had. Raises RoutineError, WrongUsageError, EngineError or CancelledError.
    """
    on_progress("Reading", 0, None)
    most_ms = options.max_duration_ms
    # With a length, only what is made of it is too long, not what could be made, within reason.
    routine = _load(source, options, None, _REACH * most_ms)
    if options.length_ms is None and routine.aim_ms is None and routine.exact_ms > most_ms:
        # Read again, it is told where.
        routine = _load(source, options, None, most_ms)
    before_speaking(routine)
    sound_files = sound_files_of(routine, options.loudness_lufs)

    def on_piece() -> None:
        on_progress("Listening", 0, None)

    songs = _songs(session, routine, options, on_piece)
    lengths_ms = {path: len(sound) for path, sound in sound_files.items()}
    narrator = session.narrator(routine.language, options.loudness_lufs)
    stage = Stage(lengths_ms, narrator, on_progress)
    try:
        made = _made(source, options, routine, stage, with_reach)
        take = made.take
        if options.from_ms is not None or options.to_ms is not None:
            part = cut(take.routine, take.timeline, options.from_ms or 0, options.to_ms)
            take = _take(part, stage, most_ms)
    except RecordingError as error:
        raise unusable_recording(routine, error) from error
    except (MissingEngineError, NoVoiceError) as error:
        if options.voice is None:
            error.span = routine.voice_span
        raise
    speakers = speakers_of(session, take.routine, take.casting, take.timeline)
    timeline = replace(
        take.timeline,
        warnings=(*made.remarks.warnings, *take.timeline.warnings, *speakers.warnings),
        notes=(
            *made.remarks.notes,
            *take.timeline.notes,
            *font_notes(take.routine, take.timeline),
        ),
    )
    return Plan(
        take.routine,
        timeline,
        narrator,
        take.casting,
        speakers,
        sound_files,
        songs,
        made.reach_ms,
    )


def _songs(
    session: Session, routine: Routine, options: Options, on_piece: Callable[[], object]
) -> "Sequence[Song]":
    """Return the music that was chosen, or else that of the routine."""
    if options.music is None and routine.music is None:
        return ()
    # Few programmes have music; the others are planned without this import.
    from voicecoach.session.songs import songs_from, songs_of

    if options.music is None:
        return songs_of(routine, session.store, on_piece)
    return songs_from(options.music, session.store, on_piece)


def _made(
    source: Path | RoutineText, options: Options, routine: Routine, stage: Stage, with_reach: bool
) -> Chosen:
    """Return the routine at its level, or where its ranges come nearest to the length.

    The length that a routine names itself is that of the whole, whatever part of it is done.
    """
    most_ms, aim_ms = options.max_duration_ms, options.length_ms or routine.aim_ms
    if options.length_ms is None and aim_ms is not None and (options.only or options.skip):
        whole = replace(options, only=(), skip=())
        whole_routine = _load(source, whole, None, _REACH * most_ms)
        shares = _made(source, whole, whole_routine, stage, with_reach).shares
        return Chosen(_take(_load(source, options, shares, most_ms), stage, most_ms), shares)

    @cache
    def take_at(shares: Shares | None) -> Take:
        if shares is None:
            return _take(routine, stage, most_ms)
        shared = _load(source, options, shares, _REACH * most_ms)
        return _take(shared, stage, shared.exact_ms + most_ms)

    made = chosen(take_at, aim_ms, with_reach, most_ms)
    if made.take.length_ms > most_ms:
        # Read and planned again, it is told where.
        again = _load(source, options, made.shares, most_ms)
        made = replace(made, take=_take(again, stage, most_ms))
    return made


def _take(routine: Routine, stage: Stage, most_ms: int) -> Take:
    return Take(routine, *cast_timeline(routine, stage, most_ms))


def _load(
    source: Path | RoutineText, options: Options, shares: Shares | None, most_ms: int
) -> Routine:
    routine = load(
        source,
        options.level,
        most_ms,
        options.variables,
        shares=shares,
        seed=options.seed,
        today=date.today(),
        selection=Selection(options.only, options.skip),
        split=options.split,
        language=options.language,
    )
    return _with_chosen_voices(routine, options)


def _with_chosen_voices(routine: Routine, options: Options) -> Routine:
    """Return the routine with the voice that the caller chose, for everything, and his rate."""
    if options.voice is not None:
        name = None if options.voice == AUTO else options.voice
        voice = replace(routine.voice, engine=AUTO, name=name, run=())
        routine = replace(routine, voice=voice, parts={}, voice_span=None)
    if options.rate_wpm is not None:
        rate_wpm = options.rate_wpm
        parts = {part: replace(voice, rate_wpm=rate_wpm) for part, voice in routine.parts.items()}
        voice = replace(routine.voice, rate_wpm=rate_wpm)
        routine = replace(routine, voice=voice, parts=parts)
    return routine
