"""Levels: an exercise as it is done at one level.

With `exercise` in `easier` or `harder` it is another exercise: what is said about the outer one and
its sides do not hold for that, its dose and rests do.
"""

from typing import Any

from msgspec import Struct, field

from voicecoach.language import doses
from voicecoach.language.definitions import Definition
from voicecoach.language.entry import Entry
from voicecoach.language.exercise_form import note_dose_fault
from voicecoach.language.keys.exercise import ExerciseKeys, OverlayKeys
from voicecoach.language.layers import (
    DOSE_FIELDS,
    OVERLAYS,
    Fields,
    at_level,
    fields_of,
    keys_of,
    overlay_of,
    stacked,
)
from voicecoach.language.shares import at_shares
from voicecoach.language.short_names import find, is_name
from voicecoach.language.values import Level
from voicecoach.text.document import Text

# What describes one movement and no other.
_OF_THE_MOVEMENT = {"setup", "tips", "sides", "on_side", "on_set", "after_set"}


class Written(Struct, frozen=True):
    """An exercise as it is written: its name, what it stands for, and its keys.

    `fixed` are fields that the block around it sets, over all others.
    """

    name: Text
    definition: Definition[Any] | None
    keys: ExerciseKeys
    fixed: Fields = field(default_factory=dict)


class AtLevel(Struct, frozen=True):
    """An exercise at one level: `own` are its keys, `keys` those with the defaults around it.

    `by_round` says that its lists have one value a round. `names` are the `name` that is spoken,
    and those that are written for it and for what it is at other levels.
    """

    level: Level
    name: str
    own: ExerciseKeys
    keys: ExerciseKeys
    sets: doses.ResolvedSets
    by_round: bool
    names: tuple[str, ...]


def resolve(entry: Entry, written: Written, level: Level) -> AtLevel | None:
    """Return an exercise at a level, or None where problems were noted."""
    around = entry.around
    other = _other(entry, written, level)
    named = written if other is None else other
    own = stacked(written.fixed, *_layers(written, other, level))
    fields = stacked(own, at_level(around.defaults, level))
    if around.sided and fields.get("sides"):
        del fields["sides"]
    keys = keys_of(fields)
    if around.shares is not None:
        keys = at_shares(keys, around.shares)
    rounds = around.by_round if doses.has_lists(keys) else None
    try:
        sets = doses.resolve(keys, level, rounds, around.read_out)
    except doses.DoseFaultError as fault:
        place = entry if fault.key is None else home_of(entry, level, fault.key)
        stock = named.definition is not None and named.name not in around.definitions
        note_dose_fault(place, named.name, fault, stock)
        return None
    name = named.name if named.definition is None else named.definition.name
    names = (str(name), str(named.name), str(written.name))
    return AtLevel(level, str(name), keys_of(own), keys, sets, rounds is not None, names)


def home_of(entry: Entry, level: Level, key: str) -> Entry:
    """Return an exercise's entry, or that of its `easier` or `harder` where a key stands there."""
    overlay = OVERLAYS.get(level)
    data = entry.data.get(overlay) if overlay is not None else None
    return entry.inside(overlay) if overlay and isinstance(data, dict) and key in data else entry


class _Other(Struct, frozen=True):
    """Another exercise, which is done at a level, and the keys in which it is named."""

    name: Text
    definition: Definition[Any] | None
    named_in: OverlayKeys


def _other(entry: Entry, written: Written, level: Level) -> _Other | None:
    """Return the other exercise that an exercise, or its definition, names for a level."""
    for keys in _sources(written):
        overlay = overlay_of(keys, level)
        if isinstance(overlay, OverlayKeys) and overlay.exercise is not None:
            name = overlay.exercise
            definition = find(entry, name, as_key=True) if is_name(entry, name) else None
            return _Other(name, definition, overlay)
    return None


def _sources(written: Written) -> list[ExerciseKeys]:
    definition = written.definition
    return [written.keys] if definition is None else [written.keys, definition.keys]


class _Layer(Struct, frozen=True):
    """What one `source` says: the exercise, its definition, or the definition of another one."""

    source: ExerciseKeys
    fields: Fields


def _layers(written: Written, other: _Other | None, level: Level) -> list[Fields]:
    """Return what the exercise, its definition and another exercise say, the nearest first."""
    layers: list[_Layer] = []
    replaced = False
    for keys in _sources(written):
        overlay = overlay_of(keys, level)
        lower = fields_of(keys)
        upper = _with_distance(fields_of(overlay), lower)
        layers.append(_Layer(keys, _for_another(upper) if replaced else upper))
        if other is not None and overlay is other.named_in:
            replaced = True
            if other.definition is not None:
                its_keys = other.definition.keys
                layers.append(_Layer(its_keys, fields_of(its_keys)))
        layers.append(_Layer(keys, lower if other is None else _for_another(lower)))
    return [
        layer.fields if layer.source is written.keys else _with_fitting_tempo(layers, index)
        for index, layer in enumerate(layers)
    ]


def _with_distance(overlay: Fields, fields: Fields) -> Fields:
    """Return an overlay with the distance that another time or pace in it is for."""
    dose = overlay.keys() & DOSE_FIELDS
    if dose and dose <= {"for_", "pace"} and "distance" in fields:
        return {**overlay, "distance": fields["distance"]}
    return overlay


def _for_another(fields: Fields) -> Fields:
    """Return what is said of an exercise and holds for another one in its place, too."""
    tempo = fields.get("tempo", ())
    told = {"tempo"} if any(part.name is not None for part in tempo) else set()
    return {name: fields[name] for name in fields.keys() - _OF_THE_MOVEMENT - told}


def _with_fitting_tempo(layers: list[_Layer], index: int) -> Fields:
    """Return a definition's layer without a tempo that does not belong to the dose.

    A tempo without named parts is only for counting: it goes where somebody else gives a time.
    """
    layer = layers[index].fields
    nearer = layers[:index] if layer.keys() & DOSE_FIELDS else layers
    dose = stacked(*(each.fields for each in nearer if each.source is not layers[index].source))
    unnamed = all(part.name is None for part in layer.get("tempo", ()))
    if "rep" in dose or ("for_" in dose and unnamed):
        return {name: value for name, value in layer.items() if name != "tempo"}
    return layer
