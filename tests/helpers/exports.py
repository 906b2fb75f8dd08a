"""Routines exported in memory, and read again."""

from datetime import datetime, timezone
from pathlib import Path

from voicecoach.exporting.conversion import Exported, export
from voicecoach.importing.conversion import convert
from voicecoach.importing.source import source_of
from voicecoach.language import RoutineText, load
from voicecoach.language.values import Level
from voicecoach.routine.routine import Routine

from .routines import routine_of

START = datetime(2026, 12, 7, 7)
NOW = datetime(2026, 12, 1, 9, 30, tzinfo=timezone.utc)


def exported(routine: Routine | str, format_name: str, level: Level | None = None) -> Exported:
    """Return what a routine becomes in a format; nothing that is said takes any time."""
    read = routine_of(routine, level) if isinstance(routine, str) else routine
    return export(read, format_name, read.exact_ms, START, NOW)


def text_of_export(yaml_text: str, format_name: str) -> str:
    """Return the text that a routine becomes."""
    return exported(yaml_text, format_name).content.decode()


def told_of_export(yaml_text: str, format_name: str) -> list[str]:
    """Return the notes on what a format does not hold, each with its line."""
    notes = exported(yaml_text, format_name).notes
    return [f"{note.span.line}: {note.message}" for note in notes]


def read_again(content: bytes, format_name: str) -> Routine:
    """Return the routine that an importer makes of an export."""
    (routine,) = convert(source_of(content, "export"), format_name, "export").routines
    return load(RoutineText(routine.text, Path("export.yaml")))
