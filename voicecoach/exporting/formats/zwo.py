"""Zwo: a workout of Zwift, its names and tips as texts on the screen.

```zwo
<workout_file>
  <name>Hills</name>
  <sportType>bike</sportType>
  <workout>
    <IntervalsT Repeat="4" OnDuration="60" OffDuration="90" OnPower="1.2" OffPower="0.5"/>
    <FreeRide Duration="40">
      <textevent timeoffset="0" message="40 seconds: Plank"/>
    </FreeRide>
  </workout>
</workout_file>
```

There is no specification: see the importer `zwo`. Work without a power is a free ride. A block has
no name: its first text is its length and what it is called, unless it is called what its kind says.
"""

from collections.abc import Iterable, Iterator, Sequence
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from voicecoach.exporting.doses import dose_ms
from voicecoach.exporting.losses import LEFT_OUT, Losses
from voicecoach.exporting.screen_texts import placed
from voicecoach.exporting.setups import with_setups_once
from voicecoach.exporting.singles import with_sides_in_names, with_single_steps
from voicecoach.exporting.sports import sport_of
from voicecoach.exporting.targets import target_of
from voicecoach.exporting.workout import Export, Workout
from voicecoach.exporting.zwo_blocks import ALL_OUT, block_of, intervals, is_intervals, seconds
from voicecoach.importing.cues import length_ms
from voicecoach.importing.steps import Cue, Part, Repeat, Rest, Say, Section, Step, Time
from voicecoach.units import MINUTE_MS, SECOND_MS, counted

_AS_TEXTS = "they become texts"

LOSES: Losses = {
    "changes of side": "they become rests",
    "changes of side by themselves": "they become rests",
    "distances": "only their times stay",
    "efforts in words": _AS_TEXTS,
    "held repetitions": "they become the time that they take",
    "holds": "they are like all work",
    "lines by themselves": "they become texts of what follows, the last ones are left out",
    "loads": _AS_TEXTS,
    "numbers of repetitions in a time": "only the time stays",
    "repetitions without a number": "only the time stays",
    "repetitions": "they become the time that they take",
    "sections": "they become texts",
    "setups": _AS_TEXTS,
    "sides": "they stand in the names",
    "targets in watts": _AS_TEXTS,
    "targets of heart rate": _AS_TEXTS,
    "tempos": LEFT_OUT,
    "work with the name of a rest": "it is read as a rest",
}

_CRAMMED = "texts for which a block of a .zwo is too short are left out"


def export(workout: Workout) -> Export:
    """Return a workout as a file of Zwift."""
    writer = _Writer("run" if sport_of(workout.parts) == "running" else "bike")
    root = Element("workout_file")
    for name, text in (("author", workout.author), ("name", workout.title),
                       ("description", workout.description), ("sportType", writer.sport),
                       ("durationType", "time")):  # fmt: skip
        if text:
            SubElement(root, name).text = text
    SubElement(root, "workout").extend(writer.blocks(workout.parts))
    ElementTree.indent(root)
    content = ElementTree.tostring(root, "unicode", short_empty_elements=True)
    return Export(f"{content}\n".encode(), [_CRAMMED] if writer.crammed else [])


class _Writer:
    """Writes the blocks of a workout; `crammed` says that some texts found no room."""

    def __init__(self, sport: str) -> None:
        self.sport = sport
        self.crammed = False
        self._usual = "Run" if sport == "run" else "Ride"
        self._waiting: list[str] = []

    def blocks(self, parts: Sequence[Part]) -> Iterator[Element]:
        """Yield the blocks of parts; what is said by itself waits for the next one."""
        single = with_sides_in_names(with_single_steps(parts))
        for part in with_setups_once(tuple(self._written_out(single))):
            if isinstance(part, Repeat):
                block = intervals(part)
                self._add_texts(block, length_ms(part), None, (), ())
                yield block
            elif isinstance(part, Step):
                yield self._step(part)
            elif isinstance(part, Rest):
                assert isinstance(part.dose, Time)
                yield self._lasting(Element("FreeRide"), part.dose.length_ms, "Rest", [part.text])
            elif isinstance(part, Say):
                self._waiting.append(part.text)
            elif isinstance(part, Section):
                self._waiting.append(part.title)

    def _written_out(self, parts: Sequence[Part]) -> Iterator[Part]:
        """Yield parts with all repeats written out but those that are a block of their own."""
        for part in parts:
            if not isinstance(part, Repeat) or is_intervals(part, self._usual):
                yield part
            else:
                for _ in range(part.count):
                    yield from self._written_out(part.parts)

    def _step(self, step: Step) -> Element:
        """Return the block of a step."""
        block, name = block_of(step, self._usual)
        target = target_of(step.effort)
        kept = step.effort == ALL_OUT or (target is not None and target.unit in (None, "percent"))
        texts = (None if kept else step.effort, step.load, step.setup, *step.tips)
        if target is not None and target.cadence is not None and kept:
            block.set("Cadence", str(target.cadence))
        called = None if step.name == name else step.name
        return self._lasting(block, dose_ms(step.dose), called, texts, step.cues)

    def _lasting(
        self,
        block: Element,
        block_ms: int,
        name: str | None,
        texts: Iterable[str | None],
        cues: Sequence[Cue] = (),
    ) -> Element:
        """Return a block with its length and its texts."""
        block.set("Duration", seconds(block_ms))
        self._add_texts(block, block_ms, name, texts, cues)
        return block

    def _add_texts(
        self,
        block: Element,
        block_ms: int,
        name: str | None,
        texts: Iterable[str | None],
        cues: Sequence[Cue],
    ) -> None:
        """Put texts into a block, its name first, then what waits for it."""
        waiting, self._waiting = self._waiting, []
        said = [text for text in (*waiting, *texts) if text]
        named = [Cue(0, f"{_spoken_length(block_ms)}: {name}")] if name else []
        if named:
            # Texts of one time are read as one.
            said += [cue.text for cue in cues if cue.at_ms == 0]
            cues = [cue for cue in cues if cue.at_ms > 0]
        found, crammed = placed(said, [*named, *cues], block_ms)
        self.crammed = self.crammed or bool(crammed)
        for cue in found:
            offset = seconds(cue.at_ms)
            SubElement(block, "textevent", timeoffset=offset, message=cue.text)


def _spoken_length(block_ms: int) -> str:
    if block_ms % MINUTE_MS == 0:
        return counted(block_ms // MINUTE_MS, "minute")
    return "1 second" if block_ms == SECOND_MS else f"{seconds(block_ms)} seconds"
