"""Progress: the values of variables that change week by week.

`{from: 60s, add: 30s, to: 5 min}` adds once a week, or once in `every` so many, until `to` is
reached. It goes by the weeks that move on: one that repeats another, or a deload week, does not. A
deload week has the values of the last one that did, and the week after it goes on from there. A
list has one value for each week that does not repeat another.
"""

from collections.abc import Mapping
from typing import Any, Protocol

from msgspec import Struct

from voicecoach.language.reader import Reader
from voicecoach.language.refusal import RefusalError
from voicecoach.problems import Span
from voicecoach.programme.amounts import Amount, amounts_of
from voicecoach.programme.keys import ProgressKeys
from voicecoach.text.document import Text
from voicecoach.units import counted

NOT_REACHED = "to-not-reached"


class Moment(Struct, frozen=True):
    """Where a week stands in the programme, both from 0.

    `moved` counts the weeks that have moved on, `written` those that repeat no other.
    """

    moved: int
    written: int


class Progress(Protocol):
    """The values of one variable."""

    @property
    def span(self) -> Span:
        """Where the programme says how it changes."""

    def at(self, moment: Moment) -> Any:
        """Return its value in a week, as data; None where there is none."""


class _Listed(Struct, frozen=True):
    """One value for each week that is written out."""

    span: Span
    values: list[Any]

    def at(self, moment: Moment) -> Any:
        return self.values[moment.written]


class _Stepwise(Struct, frozen=True):
    """`start`, and `step` added once in `every` weeks, up to `end` if there is one."""

    span: Span
    start: Amount
    step: Amount
    end: Amount | None
    every: int

    def at(self, moment: Moment) -> Any:
        amount = self.start.plus(self.step, moment.moved // self.every)
        is_rising = self.step.number > 0
        if self.end is not None and (amount.number >= self.end.number) == is_rising:
            amount = self.end
        return Text(str(amount), self.span, inline=False) if amount.number > 0 else None


def read_progress(reader: Reader, data: Any, moments: list[Moment] | None) -> dict[str, Progress]:
    """Return the progress of each variable under `progress`; problems are noted.

    `moments` are those of the weeks that repeat no other, None where these are not known.
    """
    if data is None:
        return {}
    if not isinstance(data, Mapping):
        hint = "write for instance `progress: {run: {from: 60s, add: 30s}}`"
        reader.fail(reader.document.locate(("progress",)), "`progress` takes variables", hint)
        return {}
    progress: dict[str, Progress] = {}
    for name, value in data.items():
        read = _read_list if isinstance(value, list) else _read_steps
        made = read(reader, name, value, moments)
        if made is not None:
            progress[name] = made
    return progress


def _read_list(
    reader: Reader, name: str, values: list[Any], moments: list[Moment] | None
) -> Progress | None:
    span = reader.document.locate_key(("progress", name))
    if None in values:
        place = ("progress", name, values.index(None))
        reader.fail(reader.document.locate(place), "this value is empty", "write a value")
        return None
    if moments is None:
        return None
    if len(values) != len(moments):
        message = (
            f"`{name}` has {counted(len(values), 'value')}, and there are "
            f"{counted(len(moments), 'week')} that repeat no other"
        )
        reader.fail(span, message, "give one value for each of these weeks")
        return None
    return _Listed(span, values)


def _read_steps(
    reader: Reader, name: str, value: Any, moments: list[Moment] | None
) -> Progress | None:
    path = ("progress", name)
    if isinstance(value, Text):
        hint = f"write `{name}: {{from: {value}, add: …}}`, or a list with one value a week"
        reader.fail(value.span, f"`{name}` does not change", hint)
        return None
    keys = reader.keys(ProgressKeys, value, path)
    if keys is None:
        return None
    texts = [text for text in (keys.from_, keys.add, keys.to) if text is not None]
    try:
        start, step, *ends = amounts_of([str(text) for text in texts], reader.lexicon)
    except RefusalError as error:
        reader.fail(keys.from_.span, error.message, error.hint)
        return None
    end = ends[0] if ends else None
    if step.number == 0:
        reader.fail(keys.add.span, f"`{name}` does not change: nothing is added")
        return None
    if end is not None and (end.number - start.number) * step.number <= 0:
        assert keys.to is not None
        hint = "add a negative amount to go down, such as `-15s`"
        message = f"`{keys.to}` is never reached from `{keys.from_}` by adding `{keys.add}`"
        reader.fail(keys.to.span, message, hint)
        return None
    steps = _Stepwise(reader.document.locate_key(path), start, step, end, keys.every)
    if moments:
        _check_reach(reader, name, keys, steps, moments)
    return steps


def _check_reach(
    reader: Reader, name: str, keys: ProgressKeys, steps: _Stepwise, moments: list[Moment]
) -> None:
    """Note values that fall to nothing; remark on an end that the weeks do not reach."""
    if any(steps.at(moment) is None for moment in moments):
        message = f"`{name}` falls to 0 or less within the programme"
        reader.fail(keys.add.span, message, "write with `to` where it ends")
    elif steps.end is not None:
        last = steps.at(moments[-1])
        if last != str(steps.end):
            message = f"`{name}` gets to `{last}` in the last week, not to `{keys.to}`"
            assert keys.to is not None
            reader.note(keys.to.span, NOT_REACHED, message, "add more, or more weeks")
