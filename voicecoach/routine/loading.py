"""Loading: from a file to a routine, or to all that is wrong with it."""

from dataclasses import replace
from pathlib import Path

from voicecoach import source
from voicecoach.phases import Cues, Phase
from voicecoach.problems import RoutineError
from voicecoach.routine import blocks
from voicecoach.routine.flow import MAX_PHASES, Block, Rank, Scope, TooManyPhasesError, sequence
from voicecoach.routine.header import RoutineKeys, VoiceKeys
from voicecoach.routine.layout import lay_out
from voicecoach.routine.model import Routine
from voicecoach.routine.reading import Reader, Surroundings
from voicecoach.routine.values import Level
from voicecoach.sounds import CLASSIC
from voicecoach.source import Document
from voicecoach.units import HOUR_MS, SECOND_MS, clock
from voicecoach.voice import Voice

MAX_DURATION_MS = 6 * HOUR_MS


def load(path: Path, level: Level | None = None, max_duration_ms: int = MAX_DURATION_MS) -> Routine:
    """Return the routine in the file at `path`, at its own level or at `level`.

    Raises WrongUsageError where the file cannot be read and RoutineError with all that is wrong.
    """
    return from_document(source.read(path), level, max_duration_ms)


def from_document(
    document: Document, level: Level | None = None, max_duration_ms: int = MAX_DURATION_MS
) -> Routine:
    """Return the routine in `document`. Raises RoutineError."""
    reader = Reader(document)
    if not isinstance(document.data, dict):
        hint = "begin with `title:`, then `workout:` with the list of blocks below it"
        reader.fail(document.locate(()), "a routine is a mapping of keys", hint)
        raise RoutineError(reader.problems)
    keys = reader.keys(RoutineKeys, document.data, ())
    around = _surroundings(keys, level)
    workout: tuple[Block, ...] = ()
    if document.data.get("workout") is not None:
        workout = blocks.read_list(reader, document.data["workout"], ("workout",), around)
    if reader.problems or keys is None:
        raise RoutineError(reader.problems)
    routine = Routine(
        file=document.file,
        title=str(keys.title),
        span=document.locate(("title",)),
        language=keys.language,
        voice=_voice(keys.voice),
        tones=CLASSIC,
        phases=_phases(reader, workout, keys, around),
        lines=tuple(document.lines),
        author=None if keys.author is None else str(keys.author),
        caution=keys.caution,
        intro=keys.intro,
        outro=keys.outro,
        fit=keys.fit,
    )
    if routine.exact_ms > max_duration_ms:
        message = (
            f"the routine lasts {clock(routine.exact_ms)}, longer than {clock(max_duration_ms)}"
        )
        reader.fail(
            document.locate_key(("workout",)), message, "`--max-duration` allows more", "too-long"
        )
        raise RoutineError(reader.problems)
    return routine


def _surroundings(keys: RoutineKeys | None, level: Level | None) -> Surroundings:
    if keys is None:
        return Surroundings(level=level or "medium")
    cues = keys.cues.over(keys.defaults.cues.over(Cues()))
    return Surroundings(level or keys.level, keys.defaults, cues)


def _phases(
    reader: Reader, workout: tuple[Block, ...], keys: RoutineKeys, around: Surroundings
) -> tuple[Phase, ...]:
    scope = Scope()
    if keys.between is not None:
        length_ms = keys.between.at(around.level, SECOND_MS, resting=True)
        scope = scope.with_gap(Rank.BETWEEN, length_ms, reader.document.locate_key(("between",)))
    try:
        return lay_out(sequence(workout, scope))
    except TooManyPhasesError:
        span = reader.document.locate_key(("workout",))
        reader.fail(span, f"the routine has more than {MAX_PHASES} phases", code="too-long")
        raise RoutineError(reader.problems) from None


def _voice(keys: VoiceKeys) -> Voice:
    voice = Voice(
        name=None if keys.name is None else str(keys.name),
        rate_wpm=None if keys.rate is None else round(keys.rate),
        pitch=None if keys.pitch is None else round(keys.pitch),
        volume=keys.volume,
    )
    return voice if keys.engine is None else replace(voice, engine=str(keys.engine))
