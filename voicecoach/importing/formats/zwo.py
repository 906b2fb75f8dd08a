"""Zwo: workouts of Zwift, for riding and running.

```zwo
<workout_file>
  <name>Short and sharp</name>
  <sportType>bike</sportType>
  <workout>
    <Warmup Duration="300" PowerLow="0.5" PowerHigh="0.75"/>
    <IntervalsT Repeat="4" OnDuration="60" OffDuration="90" OnPower="1.2" OffPower="0.5">
      <textevent timeoffset="30" message="Keep your shoulders low."/>
    </IntervalsT>
    <Cooldown Duration="300" PowerLow="0.75" PowerHigh="0.5"/>
  </workout>
</workout_file>
```

There is no specification; this follows the files that Zwift brings, the Zwift workout file
reference (h4l/zwift-workout-file-reference) and GoldenCheetah's `ZwoParser.cpp`:

- a `Duration` is in seconds, or in metres in runs with `durationType` `distance`;
- a power is a share of what one can hold for an hour (FTP), in runs of the speed over the distance
  that `pace` names: 0 is a mile, 1 and 2 are 5 and 10 km, 3 and 4 half a marathon and a whole one;
- a warm-up goes up and a cool-down goes down, whatever their attributes are called;
- a text counts from the start of its block, which for `IntervalsT` is that of all repeats, and may
  be said after the end of it;
- a first text of its length and a name, such as `40 seconds: Plank`, names a block, or says that it
  is a rest.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from voicecoach.importing import xml
from voicecoach.importing.announced import name_in
from voicecoach.importing.cues import TimedText, length_ms, with_cues
from voicecoach.importing.formats import Match
from voicecoach.importing.intensity import cadence, in_english, power
from voicecoach.importing.numbers import decimal, seconds_ms, whole
from voicecoach.importing.source import Source
from voicecoach.importing.steps import (
    Distance,
    Dose,
    Open,
    Part,
    Plan,
    Remark,
    Repeat,
    Rest,
    Step,
    Time,
)
from voicecoach.importing.xml import Element
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.short_form import is_rest_word

TITLE = "Zwift workout (.zwo)"

_TEXTS = ("textevent", "textnotification")
_ENGLISH = lexicon("en")
_PACES = ("mile", "5K", "10K", "half marathon", "marathon")


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a workout of Zwift."""
    return Match.CERTAIN if xml.begins_with(source, "workout_file") else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the workout in a file."""
    root = xml.parse(source)
    workout = root.child("workout")
    if workout is None:
        raise source.error(root.line, "there is no `<workout>` in this file")
    sport = (root.text_of("sporttype") or "bike").lower()
    unit = (root.text_of("durationtype") or "").lower()
    reader = _Reader(running=sport == "run", in_metres=unit == "distance")
    parts = reader.parts(workout)
    if reader.running and not unit and parts:
        what = "whether this run is in seconds or in metres is not said: it is read as seconds"
        parts = (Remark(what, workout.line), *parts)
    return [
        Plan(
            root.text_of("name", "n") or "",
            (*in_english(source, workout.line), *parts),
            root.text_of("description"),
            root.text_of("author"),
        )
    ]


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the blocks of a workout."""

    running: bool
    in_metres: bool

    def parts(self, workout: Element) -> tuple[Part, ...]:
        """Return the parts of a workout, with their texts."""
        parts: list[Part] = []
        texts: list[TimedText] = []
        start_ms = 0
        for block in workout.children:
            if block.name in _TEXTS:
                texts += self._texts([block], start_ms, parts)
                continue
            made = self._block(block)
            parts.append(made)
            inner = [child for child in block.children if child.name in _TEXTS]
            texts += self._texts(inner, start_ms, parts)
            start_ms += length_ms(made)
        return tuple(map(_named, with_cues(parts, texts)))

    def _texts(
        self, elements: Sequence[Element], start_ms: int, parts: list[Part]
    ) -> Iterator[TimedText]:
        """Yield the texts of a block; those without a time become remarks."""
        for element in elements:
            text = element.get("message", "text") or element.text.strip()
            offset_ms = seconds_ms(element.get("timeoffset") or "0")
            if text and (offset_ms is None or element.get("distoffset")):
                parts.append(Remark(f"“{text}”: at which time is not said", element.line))
            elif text and offset_ms is not None:
                yield TimedText(start_ms + offset_ms, text, element.line)

    def _block(self, block: Element) -> Part:
        if block.name == "intervalst":
            return self._intervals(block)
        if block.name not in _NAMES and not block.get("duration"):
            return Remark(f"`<{block.name}>` is unknown, and left out", block.line)
        name = _NAMES.get(block.name, block.name)
        low, high, at = (block.get(key) for key in ("powerlow", "powerhigh", "power"))
        if block.name == "warmup":
            effort = power(*sorted((low or at, high or at), key=_size), rising=True)
        elif block.name == "cooldown":
            effort = power(*sorted((low or at, high or at), key=_size, reverse=True), rising=True)
        else:
            effort = power(low or at, high or at, rising=block.name == "ramp")
        return self._step(block, name, block.get("duration"), effort, block.get("cadence"))

    def _intervals(self, block: Element) -> Part:
        on = power(block.get("onpower", "poweronlow"), block.get("onpower", "poweronhigh"))
        off = power(block.get("offpower", "powerofflow"), block.get("offpower", "poweroffhigh"))
        steps = [self._step(block, "", block.get("onduration"), on, block.get("cadence"))]
        if block.get("offduration") != "0":
            resting = block.get("cadenceresting")
            steps.append(self._step(block, "", block.get("offduration"), off, resting))
        count = decimal(block.get("repeat") or "")
        if count is None:
            steps[0] = replace(steps[0], doubts=("how often is not said: it is done once",))
        return Repeat(1 if count is None else whole(count), tuple(steps), block.line)

    def _step(
        self,
        block: Element,
        name: str,
        duration: str | None,
        effort: str | None,
        turns: str | None,
    ) -> Step:
        usual = "Run" if self.running else "Ride"
        pace = decimal(block.get("pace") or "") if self.running else None
        if effort is not None and pace is not None and pace in range(len(_PACES)):
            effort += f" of {_PACES[int(pace)]} pace"
        words = ", ".join(filter(None, (effort, cadence(turns))))
        if block.name == "maxeffort":
            words = "all out"
        name = name.format(usual.lower()) if name else usual
        return Step(name, self._dose(duration), block.line, words or None)

    def _dose(self, duration: str | None) -> Dose:
        amount = decimal(duration or "")
        if amount is None or amount < 0:
            return Open()
        if self.in_metres:
            return Distance(whole(amount))
        return Time(seconds_ms(duration or "") or 0)


# By the names of blocks; without one, it is a ride or a run.
_NAMES = {
    "warmup": "Warm-up",
    "cooldown": "Cool-down",
    "steadystate": "",
    "ramp": "",
    "freeride": "Free {}",
    "maxeffort": "Max effort",
}


def _size(share: str | None) -> float:
    number = decimal(share or "")
    return float(number) if number is not None else 0.0


def _named(part: Part) -> Part:
    """Return a step under the name that its first text gives it."""
    if isinstance(part, Step) and part.cues and part.cues[0].at_ms == 0:
        name = name_in(part.cues[0].text, part)
        is_rest = name is not None and part.effort is None and is_rest_word(name, _ENGLISH)
        if is_rest and isinstance(part.dose, Time):
            text = " ".join(cue.text for cue in part.cues[1:])
            return Rest(part.dose, part.line, text or None)
        if name is not None:
            return replace(part, name=name, cues=part.cues[1:])
    return part
