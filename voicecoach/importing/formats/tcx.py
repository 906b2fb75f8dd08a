"""Tcx: workouts of the Training Center Database, which Garmin's programs read.

```tcx
<TrainingCenterDatabase xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Workouts><Workout Sport="Running"><Name>Four by one</Name>
    <Step xsi:type="Repeat_t"><StepId>3</StepId><Repetitions>4</Repetitions>
      <Child xsi:type="Step_t"><StepId>1</StepId><Name>Run</Name>
        <Duration xsi:type="Time_t"><Seconds>60</Seconds></Duration>
        <Intensity>Active</Intensity><Target xsi:type="None_t"/></Child>
      <Child xsi:type="Step_t"><StepId>2</StepId><Name>Walk</Name>
        <Duration xsi:type="Time_t"><Seconds>90</Seconds></Duration>
        <Intensity>Resting</Intensity><Target xsi:type="None_t"/></Child>
    </Step>
  </Workout></Workouts>
</TrainingCenterDatabase>
```

The schema is `TrainingCenterDatabasev2.xsd` by Garmin. Steps are done in the order in which they
stand, whatever their `StepId`. `Resting` is all that is not hard, so that such a step is a rest
only where its name says so and it has no target. A distance lasts as long as its speed says.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from msgspec import Struct

from voicecoach.importing import xml
from voicecoach.importing.formats import Match
from voicecoach.importing.intensity import in_english
from voicecoach.importing.numbers import decimal, seconds_ms, whole
from voicecoach.importing.pace import at_pace
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
from voicecoach.importing.tcx_targets import speeds, target, until_heart_rate
from voicecoach.importing.xml import Element
from voicecoach.language.grammar.lexicon import Lexicon, lexicon
from voicecoach.language.short_form import is_rest_word
from voicecoach.units import SECOND_MS

TITLE = "Garmin TCX workout (.tcx)"

_USUAL = {"running": "Run", "biking": "Ride", "cycling": "Ride"}
_WITHOUT_NAME = {"warmup": "Warm-up", "cooldown": "Cool-down", "resting": "Easy"}


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a Training Center Database."""
    found = xml.begins_with(source, "trainingcenterdatabase")
    return Match.CERTAIN if found else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the workouts in a file."""
    root = xml.parse(source)
    workouts = list(_workouts(root))
    if not workouts:
        message = "there is no `<Workout>` in this file, only what was recorded"
        raise source.error(root.line, message, "export the plan, not the activity")
    words = lexicon(source.language or "en")
    return [_plan(source, workout, words) for workout in workouts]


def _workouts(element: Element) -> Iterator[Element]:
    for child in element.children:
        if child.name == "workout":
            yield child
        else:
            yield from _workouts(child)


def _plan(source: Source, workout: Element, words: Lexicon) -> Plan:
    reader = _Reader((workout.get("sport") or "").lower(), words)
    return Plan(
        workout.text_of("name") or "",
        (*in_english(source, workout.line), *reader.parts(workout)),
        workout.text_of("notes"),
    )


class _Reader(Struct, frozen=True):
    """Reads the steps of a workout; `sport` is in lower case."""

    sport: str
    words: Lexicon

    def parts(self, element: Element) -> tuple[Part, ...]:
        """Return the steps in a workout or in a repeat."""
        return tuple(
            self._repeat(child) if child.child("repetitions", "child") else self._step(child)
            for child in element.children
            if child.name in ("step", "child")
        )

    def _repeat(self, element: Element) -> Part:
        parts = self.parts(element)
        count = decimal(element.text_of("repetitions") or "")
        if count is not None and count == whole(count):
            return Repeat(whole(count), parts, element.line)
        doubt = Remark("how often is not said: it is done once", element.line)
        return Repeat(1, (doubt, *parts), element.line)

    def _step(self, element: Element) -> Part:
        intensity = (element.text_of("intensity") or "").lower()
        aim = element.child("target")
        effort = target(aim, running=self.sport == "running")
        name = element.text_of("name") or element.get("name") or ""
        dose, doubts = _dose(element.child("duration"), speeds(aim))
        resting = is_rest_word(name, self.words) or (not name and intensity == "rest")
        if resting and effort is None and isinstance(dose, Time | Open):
            return Rest(dose, element.line)
        name = name or _WITHOUT_NAME.get(intensity) or _USUAL.get(self.sport, "Interval")
        if effort == "":
            kind = aim.get("type") if aim else None
            doubts = (*doubts, f"{name}: the target {kind} is not understood")
        tips = tuple(filter(None, [element.text_of("notes")]))
        return Step(name, dose, element.line, effort or None, tips=tips, doubts=doubts)


def _dose(
    duration: Element | None, speeds_mps: tuple[Decimal, Decimal] | None
) -> tuple[Dose, tuple[str, ...]]:
    """Return how long a step is done at two speeds, if there are any, and what is doubtful."""
    if duration is None:
        return Open(), ()
    length_ms = seconds_ms(duration.text_of("seconds") or "")
    if length_ms is not None:
        return Time(length_ms), ()
    metres = decimal(duration.text_of("meters") or "")
    if metres is None or metres < 0:
        return Open(_until(duration)), ()
    if speeds_mps is None:
        return Distance(whole(metres)), ()
    return at_pace(metres, *(SECOND_MS / speed for speed in speeds_mps))


def _until(duration: Element) -> str | None:
    """Return what ends a step that has no length."""
    kind = (duration.get("type") or "").lower()
    if kind.startswith("heartrate"):
        return until_heart_rate(duration, "above" if "above" in kind else "below")
    calories = duration.text_of("calories")
    if calories is not None:
        return f"you have burned {calories} calories"
    return "you press lap" if kind.startswith(("user", "lap")) else None
