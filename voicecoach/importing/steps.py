"""Steps: the one tree that every importer makes, and that is written as a routine.

A plan is a list of parts in their order: sections, steps, rests, repeats and remarks. Texts may
hold anything, as they stand in the foreign file. Times are whole milliseconds. `line` is where a
part stands there, from 1; two parts that differ in nothing else are equal.
"""

from collections.abc import Iterator

from msgspec import Struct


class Placed(Struct, frozen=True):
    """What has a place in the foreign file, its `line`, which does not count where two compare."""

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and all(
            getattr(self, name) == getattr(other, name) for name in self._told
        )

    def __hash__(self) -> int:
        return hash(tuple(getattr(self, name) for name in self._told))

    @property
    def _told(self) -> Iterator[str]:
        return (name for name in self.__struct_fields__ if name != "line")


class Time(Struct, frozen=True):
    """For so long, or for up to `most_ms`; `hold` says that one keeps still.

    With `as_many`, it is as many repetitions as one can do.
    """

    length_ms: int
    hold: bool = False
    most_ms: int | None = None
    as_many: bool = False


class Reps(Struct, frozen=True):
    """So many repetitions, or up to `most`, each of them held for `hold_ms` if it is given.

    With `within_ms`, they are done at one's own pace in that time. `rep_ms` is the length of one
    that is not held, `release_ms` lies between two holds; None is the usual length.
    """

    count: int
    hold_ms: int | None = None
    most: int | None = None
    within_ms: int | None = None
    rep_ms: int | None = None
    release_ms: int | None = None


class Distance(Struct, frozen=True):
    """So many metres, in a time that the file may say or not."""

    metres: int
    length_ms: int | None = None


class Open(Struct, frozen=True):
    """For as long as it takes: `until` says until when, in words such as `you press lap`."""

    until: str | None = None


Dose = Time | Reps | Distance | Open


class Cue(Struct, frozen=True):
    """A text to say so long after the step has begun."""

    at_ms: int
    text: str


class Step(Placed, frozen=True):
    """Something that is done.

    `effort` is its intensity in words: `at 120 percent`, `in zone 2`. `cues` are said at their
    times, `tips` whenever there is room, the `setup` before. With `each_side`, it is done right,
    then left, with `switch_ms` between them (None is the usual time); otherwise `side` is the only
    one. Between two of its `sets` lies a rest of `set_rest_ms`. `tempo` is that of a repetition,
    such as `3-1-1-0`, and tells its length. `doubts` are what the file leaves unsaid about it.
    """

    name: str
    dose: Dose
    line: int
    effort: str | None = None
    cues: tuple[Cue, ...] = ()
    tips: tuple[str, ...] = ()
    setup: str | None = None
    load: str | None = None
    each_side: bool = False
    switch_ms: int | None = None
    side: str | None = None
    sets: int = 1
    set_rest_ms: int = 0
    tempo: str | None = None
    doubts: tuple[str, ...] = ()


class Rest(Placed, frozen=True):
    """A rest, in which `text` is said, if there is one."""

    dose: Time | Open
    line: int
    text: str | None = None
    doubts: tuple[str, ...] = ()


class Say(Placed, frozen=True):
    """A text that is said by itself."""

    text: str
    line: int


class Repeat(Placed, frozen=True):
    """Parts that are done `count` times altogether."""

    count: int
    parts: tuple["Part", ...]
    line: int


class Section(Placed, frozen=True):
    """The title of all that comes next, up to the next one. It stands in no repeat."""

    title: str
    line: int


class Remark(Placed, frozen=True):
    """What belongs to no single step: a comment, and with `doubt` a note as well."""

    text: str
    line: int
    doubt: bool = True


Part = Step | Rest | Say | Repeat | Section | Remark


class Plan(Struct, frozen=True):
    """One workout: a file may have several, one for each day of the week.

    Without a `title` it is called after the file. `language` is a BCP 47 tag, where the file tells
    it.
    """

    title: str
    parts: tuple[Part, ...]
    description: str | None = None
    author: str | None = None
    language: str | None = None
