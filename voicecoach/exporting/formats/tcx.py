"""Tcx: a workout of the Training Center Database, which Garmin's and many other programs read.

```tcx
<TrainingCenterDatabase xmlns="http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2">
  <Workouts>
    <Workout Sport="Running">
      <Name>Hills</Name>
      <Step xsi:type="Step_t">
        <StepId>1</StepId>
        <Name>Run</Name>
        <Duration xsi:type="Time_t">
          <Seconds>60</Seconds>
        </Duration>
        <Intensity>Active</Intensity>
        <Target xsi:type="None_t" />
      </Step>
    </Workout>
  </Workouts>
</TrainingCenterDatabase>
```

It follows Garmin's `TrainingCenterDatabasev2.xsd`, which has names of up to 15 characters, whole
seconds, 2 to 99 repetitions and 20 steps in all. What is said stands in the notes of the workout.
"""

from collections.abc import Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from msgspec.structs import replace

from voicecoach.exporting.doses import dose_ms
from voicecoach.exporting.losses import LEFT_OUT, READ_AS_REST, Losses
from voicecoach.exporting.notes import notes_of
from voicecoach.exporting.shortening import shortened
from voicecoach.exporting.singles import with_single_steps
from voicecoach.exporting.sports import sport_of
from voicecoach.exporting.targets import Target, target_of
from voicecoach.exporting.tcx_targets import TYPE, target_element
from voicecoach.exporting.workout import Export, Workout
from voicecoach.importing.steps import Part, Repeat, Rest, Step, Time
from voicecoach.importing.tree import flat
from voicecoach.units import SECOND_MS

_IN_NOTES = "they stand in the notes of the workout"
_AS_TIME = "they become the time that they take"

LOSES: Losses = {
    "cadences beside targets": _IN_NOTES,
    "changes of side": "they become rests",
    "changes of side by themselves": "they become rests",
    "distances": "only their times stay",
    "efforts in words": _IN_NOTES,
    "fractions of a second": "times are rounded to whole seconds",
    "held repetitions": _AS_TIME,
    "holds": "they are like all work",
    "lines by themselves": _IN_NOTES,
    "loads": _IN_NOTES,
    "numbers of repetitions in a time": "only the time stays",
    "repetitions without a number": "only the time stays",
    "repetitions": _AS_TIME,
    "sections": _IN_NOTES,
    "setups": _IN_NOTES,
    "sides": "they stand in the names",
    "targets in percent": _IN_NOTES,
    "targets in watts": _IN_NOTES,
    "texts in rests": _IN_NOTES,
    "times of tips": "tips stand in the notes of the workout",
    "tips": _IN_NOTES,
    "tempos": LEFT_OUT,
    "work with the name of a rest": READ_AS_REST,
}

_NAMESPACE = "http://www.garmin.com/xmlschemas/TrainingCenterDatabase/v2"
_INSTANCE = "http://www.w3.org/2001/XMLSchema-instance"
_SPORTS = {"running": "Running", "cycling": "Biking", "other": "Other"}
_LONGEST_NAME = 15
_MOST_STEPS = 20
_MOST_TIMES = 99


def export(workout: Workout) -> Export:
    """Return a workout as a Training Center Database."""
    root = Element("TrainingCenterDatabase", {"xmlns": _NAMESPACE, "xmlns:xsi": _INSTANCE})
    sport = _SPORTS[sport_of(workout.parts)]
    element = SubElement(SubElement(root, "Workouts"), "Workout", Sport=sport)
    writer = _Writer()
    SubElement(element, "Name").text = writer.name(workout.title, None)
    element.extend(writer.steps(_bare(workout.parts), "Step"))
    notes = notes_of(workout)
    if notes:
        SubElement(element, "Notes").text = notes
    ElementTree.indent(root)
    content = ElementTree.tostring(root, "utf-8", xml_declaration=True)
    return Export(content + b"\n", writer.remarks())


def _bare(parts: Sequence[Part]) -> tuple[Part, ...]:
    """Return steps without what stands in the notes, folded once more as fewer of them differ."""
    bare = [_without_notes(part) for part in flat(with_single_steps(parts))]
    return with_single_steps(shortened([part for part in bare if isinstance(part, Step | Rest)]))


def _without_notes(part: Part) -> Part:
    if isinstance(part, Step):
        return replace(part, cues=(), tips=(), setup=None, load=None, tempo=None)
    return replace(part, text=None) if isinstance(part, Rest) else part


class _Writer:
    """Writes steps, each with a number of its own."""

    def __init__(self) -> None:
        self._cut = False
        self._steps = 0

    def remarks(self) -> list[str]:
        """Return what had to be changed, or may not be read everywhere."""
        cut = [f".tcx files have names of up to {_LONGEST_NAME} characters: longer ones are cut"]
        many = [
            f".tcx files have up to {_MOST_STEPS} steps by their form: not every program reads "
            f"all {self._steps}"
        ]
        return cut * self._cut + many * (self._steps > _MOST_STEPS)

    def steps(self, parts: Sequence[Part], tag: str) -> Iterator[Element]:
        """Yield the elements of steps, rests and repeats."""
        for part in parts:
            if isinstance(part, Repeat):
                for times in _at_most(part.count, _MOST_TIMES):
                    yield from self._repeat(times, part.parts, tag)
            elif isinstance(part, Step):
                target = target_of(part.effort)
                yield self._step(tag, part.name, part.side, dose_ms(part.dose), "Active", target)
            elif isinstance(part, Rest):
                assert isinstance(part.dose, Time)
                yield self._step(tag, "Rest", None, part.dose.length_ms, "Resting", None)

    def _repeat(self, times: int, parts: Sequence[Part], tag: str) -> Iterator[Element]:
        if times == 1:
            yield from self.steps(parts, tag)
            return
        element = self._element(tag, "Repeat_t")
        SubElement(element, "Repetitions").text = str(times)
        element.extend(self.steps(parts, "Child"))
        yield element

    def _step(
        self,
        tag: str,
        name: str,
        side: str | None,
        lasts_ms: int,
        intensity: str,
        target: Target | None,
    ) -> Element:
        element = self._element(tag, "Step_t")
        SubElement(element, "Name").text = self.name(name, side)
        duration = SubElement(element, "Duration", {TYPE: "Time_t"})
        seconds = max(1, (lasts_ms + SECOND_MS // 2) // SECOND_MS)
        SubElement(duration, "Seconds").text = str(seconds)
        SubElement(element, "Intensity").text = intensity
        element.append(target_element(target))
        return element

    def _element(self, tag: str, kind: str) -> Element:
        element = Element(tag, {TYPE: kind})
        self._steps += 1
        SubElement(element, "StepId").text = str(self._steps)
        return element

    def name(self, name: str, side: str | None) -> str:
        """Return a name as short as it has to be; its side is the last to be cut."""
        behind = f" {side}" if side else ""
        whole = name + behind
        if len(whole) <= _LONGEST_NAME:
            return whole
        self._cut = True
        room = max(1, _LONGEST_NAME - len(behind))
        return (name[:room].rstrip() + behind)[:_LONGEST_NAME].strip()


def _at_most(number: int, most: int) -> Iterator[int]:
    """Yield numbers up to `most` that come to `number`."""
    yield from (min(most, number - done) for done in range(0, number, most))
