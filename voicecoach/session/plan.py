"""The plan: a routine with its timeline, its narrator and its sounds, before anything is mixed."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path

from voicecoach.audio import AudioSegment
from voicecoach.audio.levels import LOUDNESS_LUFS
from voicecoach.audio.songs import Song
from voicecoach.language import MAX_DURATION_MS, RoutineText, load
from voicecoach.language.selection import Selection
from voicecoach.language.shares import Shares
from voicecoach.language.values import Level
from voicecoach.problems import (
    MissingEngineError,
    RecordingError,
    RoutineError,
    SpeechError,
)
from voicecoach.routine import Routine
from voicecoach.routine.sounds import Tone
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import AUTO, Voice
from voicecoach.session.recordings import unusable_recording
from voicecoach.session.session import OnProgress, Session
from voicecoach.session.sounds import songs_from, songs_of, sounds_of
from voicecoach.session.takes import Take, chosen
from voicecoach.session.voices import Speakers, speakers_of
from voicecoach.speech.casting import Casting
from voicecoach.speech.narrator import Narrator
from voicecoach.timeline import Timeline, plan
from voicecoach.timeline.cut import cut

# Below this many new lines, speaking them as they come is faster than guessing first.
_LINES_BEFORE_GUESSING = 8
# Per character of a line.
_GUESSED_MS = 60
# How many times as long as a routine may be is what its ranges may make of it.
_REACH = 10


@dataclass(frozen=True, slots=True)
class Options:
    """The caller's choices, which win over the routine's; None leaves the choice to the routine.

    `length_ms` is the length to come near to. `voice` is the name of a voice or an engine;
    `variables` win over the routine's `vars`; `seed` is a number, `date` or `week`. `only` and
    `skip` are names of what is done alone or not at all; `from_ms` and `to_ms` cut what they leave,
    by its own times. `loudness_lufs` is that of speech, as played by two loudspeakers. `music` is a
    list of files, empty for no music.
    """

    level: Level | None = None
    length_ms: int | None = None
    voice: str | None = None
    rate_wpm: int | None = None
    max_duration_ms: int = MAX_DURATION_MS
    variables: Mapping[str, str] = field(default_factory=dict)
    seed: str | None = None
    only: tuple[str, ...] = ()
    skip: tuple[str, ...] = ()
    from_ms: int | None = None
    to_ms: int | None = None
    loudness_lufs: float = LOUDNESS_LUFS
    music: Sequence[Path] | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A routine and its timeline, with the narrator and the sounds to mix.

    `reach_ms` are the shortest and the longest that its ranges allow, None where it has none or
    nobody asked. `casting` chose who speaks, and `speakers` are those that do. `sounds` has the
    tones, and each sound file by its path; `songs` are the music.
    """

    routine: Routine
    timeline: Timeline
    narrator: Narrator
    casting: Casting
    speakers: Speakers
    sounds: Mapping[Tone | str, AudioSegment]
    songs: Sequence[Song]
    reach_ms: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class _Stage:
    """What a timeline is planned with: the sounds' lengths, who speaks, and how long it may get."""

    lengths_ms: Mapping[str, int]
    narrator: Narrator
    on_progress: OnProgress
    most_ms: int


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
    routine = _load(source, options, None, options.max_duration_ms)
    before_speaking(routine)
    sounds = sounds_of(routine, options.loudness_lufs)

    def on_piece() -> None:
        on_progress("Listening", 0, None)

    if options.music is None:
        songs = songs_of(routine, session.store, on_piece)
    else:
        songs = songs_from(options.music, session.store, on_piece)
    lengths_ms = {key: len(sound) for key, sound in sounds.items() if isinstance(key, str)}
    narrator = Narrator(session.engines, session.store, routine.language, options.loudness_lufs)

    most_ms = options.max_duration_ms

    def take_of(routine: Routine, most_ms: int) -> Take:
        return Take(
            routine, *_cast_timeline(routine, _Stage(lengths_ms, narrator, on_progress, most_ms))
        )

    @cache
    def take_at(shares: Shares | None) -> Take:
        if shares is None:
            return take_of(routine, most_ms)
        # Only what is made is too long, not what could be made of it, within reason.
        shared = _load(source, options, shares, _REACH * most_ms)
        return take_of(shared, shared.exact_ms + most_ms)

    try:
        made = chosen(take_at, options.length_ms or routine.aim_ms, with_reach)
        take = made.take
        if take.length_ms > most_ms:
            # Read and planned again, it is told where.
            take = take_of(_load(source, options, made.shares, most_ms), most_ms)
        if options.from_ms is not None or options.to_ms is not None:
            part = cut(take.routine, take.timeline, options.from_ms or 0, options.to_ms)
            take = take_of(part, most_ms)
    except RecordingError as error:
        raise unusable_recording(routine, error) from error
    speakers = speakers_of(session, take.routine, take.casting, take.timeline)
    timeline = replace(
        take.timeline,
        warnings=(*made.remarks.warnings, *take.timeline.warnings, *speakers.warnings),
        notes=(*made.remarks.notes, *take.timeline.notes),
    )
    return Plan(
        take.routine, timeline, narrator, take.casting, speakers, sounds, songs, made.reach_ms
    )


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
    )
    return _with_chosen_voices(routine, options)


def _cast_timeline(routine: Routine, stage: _Stage) -> tuple[Casting, Timeline]:
    """Return who speaks, and the timeline. An engine that nobody asked for by name may fail.

    Raises MissingEngineError or SpeechError if another one does.
    """
    casting = Casting(routine.voice, routine.parts, routine.language)
    while True:
        try:
            return casting, _timeline(routine, casting, stage)
        except (MissingEngineError, SpeechError) as error:
            if not casting.can_do_without(error.engine):
                raise
            casting = casting.without(error)


def _timeline(routine: Routine, casting: Casting, stage: _Stage) -> Timeline:
    """Return the timeline, planned with the actual lengths of the spoken lines.

    Which lines there are is known only from planning. If many are new, planning with guessed
    lengths first finds nearly all of them, so that they can be spoken in parallel.
    """
    narrator = stage.narrator
    spoken: set[tuple[str, Voice]] = set()
    new: set[tuple[str, Voice]] = set()

    def on_line(utterance: Utterance) -> None:
        spoken.add((utterance.spoken, utterance.voice))
        stage.on_progress("Speaking", len(spoken), None)

    def measure(utterance: Utterance) -> int:
        if not narrator.knows(utterance):
            new.add((utterance.spoken, utterance.voice))
            if len(new) == _LINES_BEFORE_GUESSING:
                narrator.speak_ahead(_guess_lines(routine, casting, stage), on_line)
        if (utterance.spoken, utterance.voice) not in spoken:
            on_line(utterance)
        return narrator.measure(utterance)

    return plan(routine, measure, stage.lengths_ms, casting.voice_for, stage.most_ms)


def _guess_lines(routine: Routine, casting: Casting, stage: _Stage) -> list[Utterance]:
    """Return the lines of a plan with guessed lengths, in order, up to where it is too long."""
    lines: dict[Utterance, None] = {}

    def guess(utterance: Utterance) -> int:
        lines[utterance] = None
        return _GUESSED_MS * len(utterance.text)

    # What is wrong is told by the plan with the actual lengths.
    with suppress(RoutineError):
        plan(routine, guess, stage.lengths_ms, casting.voice_for, stage.most_ms)
    return list(lines)


def _with_chosen_voices(routine: Routine, options: Options) -> Routine:
    """Return the routine with the voice that the caller chose, for everything, and his rate."""
    if options.voice is not None:
        name = None if options.voice == AUTO else options.voice
        voice = replace(routine.voice, engine=AUTO, name=name, run=())
        routine = replace(routine, voice=voice, parts={})
    if options.rate_wpm is not None:
        rate_wpm = options.rate_wpm
        parts = {part: replace(voice, rate_wpm=rate_wpm) for part, voice in routine.parts.items()}
        voice = replace(routine.voice, rate_wpm=rate_wpm)
        routine = replace(routine, voice=voice, parts=parts)
    return routine
