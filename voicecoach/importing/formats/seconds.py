"""Seconds: timers and folders of timers, as the app Seconds exports them.

```seconds
{"name": "Exported Items", "items": [{"name": "Mornings", "items": [
  {"name": "Circuit", "type": 3, "numberOfSets": 2, "random": false, "notes": "",
    "warmup": {"name": "Warm Up", "duration": 60, "indefinite": false, "rest": true},
    "intervals": [
      {"name": "Plank", "duration": 30, "indefinite": false, "split": false, "splitRest": 0},
      {"name": "Lunges", "duration": 40, "indefinite": false, "split": true, "splitRest": 5}],
    "intervalRest": {"name": "Rest", "duration": 15, "indefinite": false, "rest": true},
    "setRest": {"name": "Rest", "duration": 60, "indefinite": false, "rest": true},
    "cooldown": {"name": "Cool Down", "duration": 0, "indefinite": false, "rest": true}}]}]}
```

There is no specification; this follows the app's manual (manual.runloop.com) and the exports in
nlivni/seconds-generation:

- an interval without a length is left out, unless it is `indefinite`: it goes on until one taps;
- the rests lie between two intervals, sets or timers; what they are called means nothing;
- a `split` interval is done half and half for both sides, with `splitRest` between them;
- a compound timer has timers in it; with `random`, the order is drawn anew each time;
- `rest` only says that an interval is left out of the app's count;
- how the app exports its other timers (rounds, HIIT) is not known.
"""

from collections.abc import Iterator, Sequence

from voicecoach.importing import json
from voicecoach.importing.formats import Match
from voicecoach.importing.json import Record
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Open, Part, Plan, Remark, Rest, Section, Step, Time
from voicecoach.importing.tree import rounds
from voicecoach.language.grammar.lexicon import Lexicon, lexicon
from voicecoach.language.short_form import is_rest_word
from voicecoach.units import clock

TITLE = "export of Seconds (.seconds)"


def matches(source: Source) -> Match:
    """Return how sure it is that a file is an export of Seconds."""
    keys = (("numberOfSets", "intervals"), ("indefinite", "splitRest"))
    sure = any(json.has_keys(source, *each) for each in keys)
    return Match.CERTAIN if sure else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the timers in a file, whatever folders they stand in."""
    timers = [timer for record in json.records(json.parse(source)) for timer in _timers(record)]
    if not any(key in timer for timer in timers for key in ("intervals", "timers")):
        raise source.error(1, "there is no circuit or compound timer in this file")
    reader = _Reader(lexicon(source.language or "en"))
    return [
        Plan(timer.text("name"), reader.parts(timer), timer.text("notes") or None)
        for timer in timers
    ]


def _timers(record: Record) -> Iterator[Record]:
    """Yield a timer, or all timers in a folder."""
    if "items" not in record:
        yield record
    for item in record.records("items"):
        yield from _timers(item)


class _Reader:
    """Reads timers. `words` are those for a rest."""

    def __init__(self, words: Lexicon) -> None:
        self._words = words

    def parts(self, timer: Record, *, titled: bool = True) -> tuple[Part, ...]:
        """Return the parts of a timer, where the timers in it may be `titled`."""
        sets = timer.count("numberOfSets")
        parts: list[Part] = list(self._interval(timer.record("warmup")))
        if sets is None:
            parts.append(Remark("how many sets there are is not said: it is one", timer.line))
            sets = 1
        parts += _doubts(timer, sets)
        if "timers" in timer:
            inner = self._compound(timer, titled=titled and sets == 1)
            set_rest = _rest(timer.record("circuitRest"))
        elif "intervals" not in timer:
            what = "this is no circuit or compound timer: what it repeats is left out"
            return (Remark(what, timer.line),)
        else:
            inner = self._circuit(timer)
            set_rest = _rest(timer.record("setRest"))
        parts += rounds(sets, inner, set_rest, timer.line)
        return (*parts, *self._interval(timer.record("cooldown")))

    def _circuit(self, timer: Record) -> list[Part]:
        """Return the intervals of one set, with rests between them."""
        rest = _rest(timer.record("intervalRest"))
        parts: list[Part] = []
        begun = False
        for interval in timer.records("intervals"):
            made = list(self._interval(interval))
            if not made:
                what = f"{interval.text('name')}: it has no length, and is left out"
                parts.append(Remark(what, interval.line))
                continue
            parts += [*([rest] if rest is not None and begun else []), *made]
            begun = True
        return parts

    def _compound(self, timer: Record, *, titled: bool) -> list[Part]:
        """Return the timers in a compound timer, with rests between them."""
        rest = _rest(timer.record("timerRest"))
        parts: list[Part] = []
        for inner in timer.records("timers"):
            parts += [rest] if rest is not None and parts else []
            name = inner.text("name")
            parts += [Section(name, inner.line)] if titled and name else []
            parts += self.parts(inner, titled=titled)
        return parts

    def _interval(self, record: Record) -> Iterator[Part]:
        """Yield what an interval comes to; nothing, if it has no length."""
        name = record.text("name").replace("$(round)", "").strip()
        dose = _dose(record)
        if dose is None:
            return
        if record.get("split") is True:
            halves = Time(dose.length_ms // 2) if isinstance(dose, Time) else dose
            switch_ms = record.seconds_ms("splitRest") or 0
            yield Step(name, halves, record.line, each_side=True, switch_ms=switch_ms)
        elif is_rest_word(name, self._words):
            yield Rest(dose, record.line)
        else:
            yield Step(name, dose, record.line)


def _doubts(timer: Record, sets: int) -> Iterator[Remark]:
    """Yield what is not said about the order of a timer's intervals."""
    if len(timer.records("intervals")) < 2:
        return
    if timer.get("random") is True:
        what = "the app draws the order anew each time: here it is as in the file"
        yield Remark(what, timer.line)
    if timer.get("group") is True and sets > 1:
        what = "whether all sets of an interval come together (`group`) is not known: here, no"
        yield Remark(what, timer.line)


def _rest(record: Record) -> Rest | None:
    dose = _dose(record)
    return None if dose is None else Rest(dose, record.line)


def _dose(record: Record) -> Time | Open | None:
    """Return how long an interval lasts, None where it is left out."""
    length_ms = record.seconds_ms("duration")
    if record.get("indefinite") is True:
        return Open(
            f"you tap, after {clock(length_ms)} at the earliest" if length_ms else "you tap"
        )
    return Time(length_ms) if length_ms else None
