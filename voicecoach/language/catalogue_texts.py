"""The texts of the catalogue in other languages than English.

They are in a folder a language, `catalogue/de`, in files as those of the English exercises. An
exercise has a `name`, a `setup`, perhaps `tips`, and `parts` where its tempo has named ones; all
else is the same in every language. `english` is the digest of the English text that was translated:
when that changes, the translation is stale, which a test tells.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from voicecoach.language.on_demand import OnDemand
from voicecoach.text.parsing import parse_document

CATALOGUE = Path(__file__).with_name("catalogue")
# A short name with all that is written below it.
_ENTRY = re.compile(r"^([a-z0-9-]+):\n(?:(?: .*)?\n)+", re.MULTILINE)
# Hexadecimal digits: enough to tell two texts of one exercise apart.
_DIGEST_LENGTH = 6

# The keys of an exercise, as they stand in a file.
Exercise = dict[str, Any]


@cache
def english() -> Mapping[str, Exercise]:
    """Return the exercises of the catalogue as they stand in its files, by short name."""
    return _exercises(CATALOGUE)


@cache
def languages() -> tuple[str, ...]:
    """Return the other languages that there are texts in, as BCP 47 tags."""
    return tuple(sorted(folder.name for folder in CATALOGUE.iterdir() if folder.is_dir()))


@cache
def texts(tag: str) -> Mapping[str, Exercise]:
    """Return the texts of exercises in one of the `languages`, by short name."""
    return _exercises(CATALOGUE / tag)


def translated(exercise: Exercise, texts: Exercise) -> Exercise:
    """Return an English exercise with the texts of another language in place of its own."""
    spoken: Exercise = {key: texts[key] for key in ("name", "setup", "tips") if key in texts}
    if "parts" in texts:
        lengths = [length for part in exercise["tempo"] for length in part.values()]
        pairs = zip(texts["parts"], lengths, strict=True)
        spoken["tempo"] = [{name: length} for name, length in pairs]
    return {key: exercise[key] for key in exercise.keys() - {"setup", "tips"}} | spoken


def parts(exercise: Exercise) -> list[str]:
    """Return the names of the parts of an exercise's tempo, if they have names."""
    tempo = exercise.get("tempo")
    return [str(name) for part in tempo for name in part] if isinstance(tempo, list) else []


def digest(exercise: Exercise) -> str:
    """Return the digest of all that is said of an English exercise."""
    spoken = [exercise["name"], exercise["setup"], *exercise.get("tips", ()), *parts(exercise)]
    return hashlib.sha256("\n".join(spoken).encode()).hexdigest()[:_DIGEST_LENGTH]


def _exercises(folder: Path) -> Mapping[str, Exercise]:
    entries = {
        name: (path.name, text)
        for path in sorted(folder.glob("*.yaml"))
        for name, text in _entries(path.read_text("utf-8"))
    }

    def parse(name: str) -> Exercise:
        file, entry = entries[name]
        data: Any = parse_document(entry, file).data
        exercise: Exercise = data[name]
        return exercise

    # Few of hundreds are used in a routine.
    return OnDemand(entries, parse)


def _entries(text: str) -> Iterator[tuple[str, str]]:
    """Yield the short names in a file, each with its entry in the line where it stands."""
    for entry in _ENTRY.finditer(text):
        yield entry[1], "\n" * text.count("\n", 0, entry.start()) + entry[0]
