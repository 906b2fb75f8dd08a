"""Foreign files, converted in memory: what comes of them."""

from voicecoach.importing.conversion import Converted, convert
from voicecoach.importing.source import source_of
from voicecoach.importing.steps import Part, Plan
from voicecoach.importing.writer import write
from voicecoach.problems import EngineError, RoutineError, VoicecoachError

from .routines import routine_of


def converted(
    content: str | bytes,
    format_name: str | None = None,
    open_ms: int | None = None,
    language: str | None = None,
) -> Converted:
    """Return what comes of a file, called `plan`."""
    data = content.encode() if isinstance(content, str) else content
    return convert(source_of(data, "plan", language), format_name, "plan", open_ms=open_ms)


def routine_from(content: str | bytes, open_ms: int | None = None) -> str:
    """Return the only routine that comes of a file, without the comment at its head."""
    (routine,) = converted(content, open_ms=open_ms).routines
    head, _, text = routine.text.partition("\n")
    assert head == "# Imported from plan"
    return text


def workout_from(content: str | bytes, open_ms: int | None = None) -> str:
    """Return the blocks of the only routine that comes of a file, as they are written."""
    return routine_from(content, open_ms).partition("workout:\n")[2]


def notes_on(content: str | bytes, open_ms: int | None = None) -> list[str]:
    """Return the notes on a file, each with its line: `3: Plank: how long is not said`."""
    notes = converted(content, open_ms=open_ms).notes
    return [f"{note.span.line}: {note.message}" for note in notes]


def error_of(content: str | bytes, format_name: str | None = None) -> str:
    """Return the one error of a file, with its line."""
    try:
        converted(content, format_name)
    except RoutineError as error:
        (problem,) = error.problems
        return f"{problem.span.line}: {problem.message}"
    raise AssertionError("it was imported")


def outcome(content: bytes, format_name: str) -> str:
    """Return whether a file was `imported` or `refused`; that an importer fails is raised."""
    try:
        converted(content, format_name)
    except EngineError:
        raise
    except VoicecoachError:
        return "refused"
    return "imported"


def written(*parts: Part, open_ms: int | None = None) -> str:
    """Return the blocks of the routine that parts come to, as they are written."""
    routines, _ = write([Plan("T", parts)], source_of(b"", "plan"), "plan", open_ms=open_ms)
    return routines[0].text.partition("workout:\n")[2]


def told(*parts: Part) -> list[str]:
    """Return the notes on parts, each with its line."""
    _, notes = write([Plan("T", parts)], source_of(b"", "plan"), "plan")
    return [f"{note.span.line}: {note.message}" for note in notes]


def lengths_ms(content: str | bytes, open_ms: int | None = None) -> list[int]:
    """Return the lengths of all work and rest in the routine that comes of a file."""
    phases = routine_of(routine_from(content, open_ms)).phases
    return [phase.length_ms or 0 for phase in phases if phase.kind in ("work", "rest", "switch")]
