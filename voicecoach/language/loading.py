"""Loading: from a file to a routine, or to everything that is wrong with it."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from msgspec.structs import replace

from voicecoach.defaults import MAX_DURATION_MS
from voicecoach.files.ordinary import resolved
from voicecoach.language import value_hints
from voicecoach.language.content import content_scope, read_content, read_data
from voicecoach.language.keys.header import RoutineKeys
from voicecoach.language.keys.music import read_music
from voicecoach.language.keys.voices import VoiceKeys, VoicesKeys, read_voices
from voicecoach.language.own_phrases import is_phrase_file, open_phrases
from voicecoach.language.reader import Reader
from voicecoach.language.selection import EVERYTHING, Selection, selected
from voicecoach.language.shares import Shares
from voicecoach.language.sounds import read_sounds
from voicecoach.language.surroundings import Surroundings
from voicecoach.language.values import Level
from voicecoach.language.values.seed import DAY_ZERO, number_of
from voicecoach.language.variables import unknown_variable
from voicecoach.language.vocabulary import vocabulary
from voicecoach.problems import (
    ProgrammeFileError,
    RoutineError,
    Span,
    UnknownVariableError,
    WrongUsageError,
    reason,
)
from voicecoach.routine.flow import (
    MAX_PHASES,
    Block,
    Scope,
    TooManyPhasesError,
    UnrollError,
    sequence,
)
from voicecoach.routine.layout import lay_out
from voicecoach.routine.phase import Phase, Place, Split
from voicecoach.routine.routine import Routine
from voicecoach.text.document import Text
from voicecoach.text.parsing import shared_document, shared_text_document
from voicecoach.text.routine_text import RoutineText
from voicecoach.units import clock


def load(
    source: Path | RoutineText,
    level: Level | None = None,
    max_duration_ms: int = MAX_DURATION_MS,
    variables: Mapping[str, Any] | None = None,
    *,
    shares: Shares | None = None,
    seed: str | None = None,
    today: date = DAY_ZERO,
    selection: Selection = EVERYTHING,
    drawing: bool = True,
    split: Split | None = None,
    language: str | None = None,
) -> Routine:
    """Return the routine in a file or in memory, at its own level or at `level`.

    With `shares`, doses, sets and rounds are there between the ends of their ranges.
    `variables`, each a text or data as in `vars`, and `seed` win over those in the file; `today` is
    the day that `seed: date` and `week` mean. Without `drawing`, all is done as it is written. Only
    the `selection` is done; with `only` in it, there is no intro. `split` makes the chapters, and
    `language` is the routine's, whatever is written.

    Raises WrongUsageError if the file cannot be read, or has no such variable or no such part, and
    RoutineError with all problems.
    """
    reader = _reader_of(source, variables or {}, language)
    document = reader.document
    header = document.data if isinstance(document.data, dict) else {}
    overrides = {
        name: Text(value, document.locate(()), inline=False) if isinstance(value, str) else value
        for name, value in (variables or {}).items()
    }
    data = read_data(reader, overrides)
    if data is None:
        raise RoutineError(reader.problems)
    sounds = read_sounds(reader, data.get("sounds"))
    music = read_music(reader, data.get("music"))
    number = None if seed is None else number_of(seed, today)
    around = Surroundings(
        reader.phrases, shares=shares, seed=number, drawing=drawing, sounds=sounds
    )
    keys, workout = read_content(reader, RoutineKeys, data, around, level, today)
    voice, parts = read_voices(
        reader, keys.voice if keys else VoiceKeys(), keys.voices if keys else VoicesKeys()
    )
    if reader.problems or keys is None:
        raise RoutineError(reader.problems)
    intro = "off" if selection.only else keys.intro
    outermost = Scope(place=Place(chapters=split or keys.chapters), split=split)
    routine = Routine(
        file=document.file,
        title=str(keys.title),
        span=document.locate(("title",)),
        language=keys.language,
        phrases=reader.phrases,
        voice=voice,
        parts=parts,
        voice_span=_voice_span(reader, header),
        sounds=sounds,
        phases=_phases(
            reader,
            selected(workout, selection, reader.undrawn),
            content_scope(reader, keys, level or keys.level, outermost),
            opened=intro != "off" or keys.caution is not None,
        ),
        sources=reader.sources,
        author=None if keys.author is None else str(keys.author),
        description=None if keys.description is None else str(keys.description),
        caution=keys.caution,
        intro=intro,
        outro=keys.outro,
        music=music,
        fit=keys.fit,
        aim_ms=keys.length,
        length_span=None if keys.length is None else document.locate_key(("length",)),
        seed=number_of(seed or keys.seed, today) if reader.draws else None,
        partial=selection != EVERYTHING,
        is_split=split is not None,
        pronounce=keys.pronounce,
        warnings=tuple(reader.remarks.warnings),
        notes=tuple(reader.remarks.notes),
    )
    if routine.exact_ms > max_duration_ms:
        lasts, most = clock(routine.exact_ms), clock(max_duration_ms)
        _refuse(reader, f"the routine lasts {lasts}, longer than {most}", "too-long")
    return routine


def _reader_of(
    source: Path | RoutineText, variables: Mapping[str, Any], language: str | None
) -> Reader:
    """Return a reader of a routine, whose `vars` have all of the variables from outside."""
    if isinstance(source, Path):
        if is_phrase_file(source):
            message = f"{source} holds phrases for the routines beside it, and is no routine"
            raise WrongUsageError(message, "name the routine itself")
        document = shared_document(source, vocabulary)
    else:
        document = shared_text_document(source.text, str(source.path), vocabulary)
    if language is not None and isinstance(document.data, dict):
        written = Text(language, document.locate(("language",)), inline=False)
        document = replace(document, data={**document.data, "language": written})
    path = Path(document.file)
    keys = document.data if isinstance(document.data, dict) else {}
    if "programme" in keys and "workout" not in keys:
        raise ProgrammeFileError(f"{path} is a programme of weeks, not a routine")
    try:
        folder, file = resolved(path.parent), resolved(path)
    except OSError as error:
        raise WrongUsageError(f"{path} cannot be read: {reason(error)}") from error
    reader = Reader(
        document,
        folder=folder,
        chain=(file,),
        given=variables,
        value_hint=value_hints.as_keys,
    )
    open_phrases(reader)
    header = document.data if isinstance(document.data, dict) else {}
    for name in variables:
        unknown = unknown_variable(name, header.get("vars"))
        if unknown is not None:
            raise UnknownVariableError(name, *unknown)
    return reader


def _phases(
    reader: Reader, workout: tuple[Block, ...], scope: Scope, opened: bool
) -> tuple[Phase, ...]:
    try:
        return lay_out(sequence(workout, scope), opened)
    except UnrollError as error:
        reader.fail(error.span, error.message, error.hint)
        raise RoutineError(reader.problems) from None
    except TooManyPhasesError:
        _refuse(reader, f"the routine has more than {MAX_PHASES} phases", "too-many-phases")


def _refuse(reader: Reader, message: str, code: str) -> NoReturn:
    """Raise the RoutineError of a routine that is too long."""
    reader.fail(reader.document.locate_key(("workout",)), message, code=code)
    raise RoutineError(reader.problems)


def _voice_span(reader: Reader, header: Mapping[str, object]) -> Span | None:
    """Return where the file says who speaks."""
    keys = (key for key in ("voices", "voice") if key in header)
    return next((reader.document.locate_key((key,)) for key in keys), None)
