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
from decimal import Decimal

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.importing import xml
from voicecoach.importing.announced import name_in
from voicecoach.importing.cues import TimedText, length_ms, with_cues
from voicecoach.importing.formats import Match
from voicecoach.importing.intensity import in_english
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
from voicecoach.importing.zwo_efforts import block_effort, interval_efforts
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.short_form import is_rest_word

TITLE = "Zwift workout (.zwo)"

_TEXTS = ("textevent", "textnotification")
_ENGLISH = lexicon("en")


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
    reader = _Reader(running=sport.startswith("run"), in_metres=unit == "distance")
    parts = reader.parts(workout)
    if reader.running and not unit and parts:
        what = "whether this run is in seconds or in metres is not said: it is read as seconds"
        parts = (Remark(what, workout.line), *parts)
    watts = decimal(root.text_of("ftpoverride") or "")
    if watts:
        parts = (Remark(f"100 percent are {watts} watts", workout.line, doubt=False), *parts)
    return [
        Plan(
            root.text_of("name", "n") or "",
            (*in_english(source, workout.line), *parts),
            root.text_of("description"),
            root.text_of("author"),
        )
    ]


class _Reader(Struct, frozen=True):
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
        """Yield the texts of a block, the lines of one time as one text.

        Those without a time become remarks.
        """
        lines: dict[int, TimedText] = {}
        for element in elements:
            text = element.get("message", "mssage", "text") or element.text.strip()
            offset_ms = seconds_ms(element.get("timeoffset") or "0")
            if text and (offset_ms is None or element.get("distoffset")):
                parts.append(Remark(f"“{text}”: at which time is not said", element.line))
            elif text and offset_ms is not None:
                at_ms = start_ms + offset_ms
                above = lines.get(at_ms, TimedText(at_ms, "", element.line))
                lines[at_ms] = replace(above, text=f"{above.text} {text}".strip())
        yield from lines.values()

    def _block(self, block: Element) -> Part:
        if block.name == "intervalst":
            return self._intervals(block)
        if block.name in _NOTHING_DONE:
            text = block.get("message")
            return Remark(f"“{text}”" if text else f"`<{block.name}>` is left out", block.line)
        if block.name not in _NAMES and not block.get("duration"):
            return Remark(f"`<{block.name}>` is unknown, and left out", block.line)
        name = _NAMES.get(block.name, block.name)
        effort = block_effort(block, running=self.running)
        return self._step(block, name, "duration", effort)

    def _intervals(self, block: Element) -> Part:
        on, off = interval_efforts(block, running=self.running)
        steps = [self._step(block, "", "onduration", on)]
        if decimal(block.get("offduration") or "") != 0:
            steps.append(self._step(block, "", "offduration", off))
        count = decimal(block.get("repeat") or "")
        if count is None or count != int(count):
            steps[0] = replace(steps[0], doubts=("how often is not said: it is done once",))
            count = Decimal(1)
        return Repeat(int(count), tuple(steps), block.line)

    def _step(self, block: Element, name: str, duration: str, effort: str | None) -> Step:
        usual = "Run" if self.running else "Ride"
        name = name.format(usual.lower()) if name else usual
        return Step(name, self._dose(block.get(duration)), block.line, effort)

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
    "solidstate": "",
    "ramp": "",
    "freeride": "Free {}",
    "maxeffort": "Max effort",
}
# They have a duration, but what they show is all that they do.
_NOTHING_DONE = ("text", "gameplayevent")


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
