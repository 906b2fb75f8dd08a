"""Containers: what section, circuit, repeat and their kin have in common: they hold blocks."""

from typing import Any, TypeVar

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.language import blocks, fields, values, words
from voicecoach.language.draws import Draw
from voicecoach.language.entry import Entry
from voicecoach.language.keys.cues import CuesField
from voicecoach.language.keys.exercise import DefaultsKeys
from voicecoach.language.keys.sounds import SoundsField
from voicecoach.language.layers import merged
from voicecoach.language.sounds import over
from voicecoach.language.surroundings import Surroundings
from voicecoach.problems import Span
from voicecoach.routine.flow import Block, Rank, Scope
from voicecoach.text.layout import row


class ContainerKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of every block that holds blocks."""

    do: Any = None
    defaults: DefaultsKeys | None = None
    between: values.RestRange | None = None
    cues: CuesField | None = None
    sounds: SoundsField | None = None
    choose: values.Count | None = None
    shuffle: values.Flag = False


class SidedContainerKeys(ContainerKeys, frozen=True, kw_only=True):
    """The keys of a container that can be done for each side."""

    sides: values.SidesField = ()


_Container = TypeVar("_Container", bound="Container")
_SidedContainer = TypeVar("_SidedContainer", bound="SidedContainer")


class Container(Struct, frozen=True):
    """A block that holds others under `do`."""

    entry: Entry
    do: tuple[Block, ...]

    @property
    def inside(self) -> tuple[Block, ...]:
        """The blocks in it."""
        return self.do

    def holding(self: _Container, blocks: tuple[Any, ...]) -> _Container:
        """Return it with other blocks in it."""
        return replace(self, do=blocks)


class SidedContainer(Container, frozen=True):
    """A container that can be done for each side."""

    keys: SidedContainerKeys

    @property
    def sides_in_turn(self) -> tuple[str, ...]:
        """The sides that it is done for."""
        return self.keys.sides

    def for_one_side(self: _SidedContainer) -> _SidedContainer:
        """Return it without sides of its own."""
        return replace(self, keys=self.keys.with_fields({"sides": ()}))


def inside(entry: Entry, keys: ContainerKeys) -> Surroundings:
    """Return the surroundings of the blocks in a container."""
    around = entry.around
    defaults = around.defaults if keys.defaults is None else merged(around.defaults, keys.defaults)
    cues = around.cues if keys.defaults is None else keys.defaults.cues.over(around.cues)
    cues = cues if keys.cues is None else keys.cues.over(cues)
    sounds = around.sounds
    for own in (keys.sounds, keys.defaults and keys.defaults.sounds):
        sounds = over(entry.reader, own, sounds) if own else sounds
    return replace(around, defaults=defaults, cues=cues, sounds=sounds, depth=around.depth + 1)


def draw_of(entry: Entry, keys: ContainerKeys | None) -> Draw | None:
    """Return the draw among the blocks in a container, or None where all are done in order."""
    if keys is None or not (keys.choose or keys.shuffle) or not entry.around.drawing:
        return None
    span = entry.key_span("choose")
    return Draw(entry.around.seed or 0, entry.id, keys.choose, keys.shuffle, span)


def read_do(entry: Entry, around: Surroundings, draw: Draw | None = None) -> tuple[Block, ...]:
    """Return the blocks under `do`; those that `draw` leaves, if there is one."""
    if "do" in entry.data and entry.data["do"] is None:
        return ()  # noted together with the other keys without a value
    if "do" not in entry.data:
        if not any(words.suggestion(key, ["do"]) for key in entry.data):
            indent = row(entry.reader.document.source_line(entry.span.line)).column
            hint = f"write `{' ' * indent}do: [Plank 30s]` below, with your own lines"
            entry.reader.fail(entry.span, "this block has no `do`", hint)
        return ()
    return blocks.read_list(entry.reader, entry.data["do"], (*entry.path, "do"), around, draw)


def with_between(scope: Scope, entry: Entry, keys: ContainerKeys) -> Scope:
    """Return `scope` with the container's own `between`, if it has one."""
    if keys.between is None:
        return scope
    length_ms = keys.between.at(entry.around.level, 1000, resting=True)
    return scope.with_gap(Rank.BETWEEN, length_ms, entry.key_span("between"))


def switch_gap(entry: Entry, keys: ContainerKeys) -> tuple[int, Span]:
    """Return the length in ms of a change of sides between two passes, and its span."""
    return inside(entry, keys).defaults.switch, entry.span
