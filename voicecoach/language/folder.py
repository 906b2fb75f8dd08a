"""Folders of routines: which of the YAML files in one are routines."""

from pathlib import Path

from voicecoach.files.inputs import names_in
from voicecoach.files.ordinary import is_ordinary
from voicecoach.language.own_phrases import is_phrase_file
from voicecoach.problems import RoutineError
from voicecoach.text.parsing import read_document

_SUFFIXES = (".yaml", ".yml")
# Names of more than them, but not of what is built beside the routines.
_PATTERN = "*.[Yy]*[Mm][Ll]"
_KEYS = ("title", "workout")


def yaml_files(folder: Path) -> list[Path]:
    """Return the YAML files directly in a folder, sorted. Raises OSError.

    Hidden ones and phrases beside the routines are passed over.
    """
    return [
        path
        for path in (folder / name for name in names_in(folder, _PATTERN))
        if path.suffix.lower() in _SUFFIXES
        if is_ordinary(path) and not is_phrase_file(path)
    ]


def missing_key(path: Path) -> str | None:
    """Return the key without which a file of other YAML is no routine, None if it may be one.

    So may be one that is broken: building it tells what is wrong. Raises WrongUsageError if it
    cannot be read.
    """
    try:
        data = read_document(path).data
    except RoutineError:
        return None
    keys = data if isinstance(data, dict) else {}
    return next((key for key in _KEYS if key not in keys), None)
