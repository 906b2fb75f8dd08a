"""Content: what is in a routine file, whether it is built itself or included in another."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

from msgspec.structs import replace

from voicecoach.language import blocks, key_hints
from voicecoach.language.definitions import read_definitions
from voicecoach.language.fields import by_key
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.keys.header import FileKeys
from voicecoach.language.layers import merged
from voicecoach.language.reader import Reader
from voicecoach.language.sounds import over
from voicecoach.language.surroundings import Surroundings
from voicecoach.language.values import Level
from voicecoach.language.values.seed import DAY_ZERO, number_of
from voicecoach.language.variables import read_variables
from voicecoach.routine.flow import Block, Rank, Scope
from voicecoach.text.document import Text
from voicecoach.units import SECOND_MS

Header = TypeVar("Header", bound=FileKeys)


# Keys that are read by themselves: what is wrong in them is told with all else.
_READ_APART = ("sounds", "music")


def read_data(reader: Reader, variables: Mapping[str, Any]) -> dict[str, Any] | None:
    """Return a file's keys with its variables put in, or None where it has no keys.

    `variables` win over the file's own.
    """
    data: Any = reader.document.data
    if not isinstance(data, dict):
        hint = "begin with `title:`, then `workout:` with the list of blocks below it"
        if isinstance(data, Text):
            first = reader.document.source_line(data.span.line).strip()
            hint = f"a routine begins with its title: write `title: {first}`"
        if isinstance(data, list):
            hint = "its list of blocks stands under a key: write `workout:` above"
        reader.fail(reader.document.locate(()), "a routine is a mapping of keys", hint)
        return None
    if "vars" in data and data["vars"] is None:
        span = reader.document.locate_key(("vars",))
        hint = key_hints.no_value(reader.document, span, "vars")
        reader.fail(span, "`vars` has no value", hint)
    rest = {key: value for key, value in data.items() if key != "vars"}
    substituted: dict[str, Any]
    substituted = read_variables(reader, data.get("vars"), variables).substitute(rest)
    return substituted


def read_content(
    reader: Reader,
    model: type[Header],
    data: dict[str, Any],
    around: Surroundings,
    level: Level | None = None,
    today: date = DAY_ZERO,
) -> tuple[Header | None, tuple[Block, ...]]:
    """Return a file's header and the blocks of its workout; problems are noted.

    `data` are its keys, `level` wins over that in its header, and `today` is the day
    that a `seed` may be drawn by.
    """
    if isinstance(data.get("exercises"), list) and "workout" not in data:
        span = reader.document.locate_key(("exercises",))
        reader.fail(span, "a list of blocks stands under `workout`", "did you mean `workout`?")
        return None, ()
    of_blocks = [key for key in data if key in by_key(ExerciseKeys) and key not in by_key(model)]
    misplaced = dict(key_hints.at_margin(reader.document, of_blocks))
    for key, hint in misplaced.items():
        message = f"`{key}` belongs to the block above, and is not indented as its keys are"
        reader.fail(reader.document.locate_key((key,)), message, hint)
    if misplaced:
        return None, ()
    header = {key: data[key] for key in data if key not in _READ_APART or data[key] is None}
    keys = reader.keys(model, header, ())
    described = data.get("exercises")
    definitions = read_definitions(reader, described)
    faulty = described.keys() - definitions.keys() if isinstance(described, dict) else ()
    around = replace(
        around,
        definitions={**around.definitions, **definitions},
        faulty=around.faulty - definitions.keys() | frozenset(faulty),
    )
    if keys is not None:
        around = replace(
            around,
            level=level or keys.level,
            language=around.language or keys.language,
            seed=number_of(keys.seed, today) if around.seed is None else around.seed,
            defaults=merged(around.defaults, keys.defaults),
            cues=keys.cues.over(keys.defaults.cues.over(around.cues)),
            sounds=over(reader, keys.defaults.sounds, around.sounds),
        )
    if data.get("workout") is None:
        return keys, ()
    return keys, blocks.read_list(reader, data["workout"], ("workout",), around)


def content_scope(reader: Reader, keys: FileKeys, level: Level, scope: Scope) -> Scope:
    """Return the scope of a file's blocks: `scope` with the file's own `between`, if any."""
    if keys.between is None:
        return scope
    length_ms = keys.between.at(level, SECOND_MS, resting=True)
    return scope.with_gap(Rank.BETWEEN, length_ms, reader.document.locate_key(("between",)))
