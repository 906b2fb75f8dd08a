"""W2a: workouts in YAML of w2a (workout to audio).

```w2a
tts: {espeak_ng_voice: en-gb}
audio_format: mp3
pause: {text: 'Prepare for {{ .ExerciseName }}', duration: 10s}
half_time: {text: Change side, duration: 4s}
exercise_beginning: '{{ .ExerciseName }} for {{ .ExerciseDuration }}'
bridge: &bridge {name: Bridge, duration: 1m30s}
exercises:
  - <<: *bridge
  - name: Side plank
    duration: 40s
    half_time: true
    pause_duration: 15s
    texts: [Lift your hips, Breathe]
```

This follows `internal/config` of mrclmr/w2a: a duration is one of Go (`1m30s`); the pause comes
before each exercise, which may have its own; the texts of an exercise are said in it; `half_time`
halves an exercise and puts a time of its own in the middle. Other keys are where YAML's anchors
stand.
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from voicecoach import phrases
from voicecoach.importing.formats import Match
from voicecoach.importing.numbers import whole
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Open, Part, Plan, Remark, Rest, Step, Time
from voicecoach.text.document import Document
from voicecoach.text.parsing import parse_document

TITLE = "workout of w2a (.yaml)"

_KEYS = (
    re.compile(r"^exercises[ \t]*:", re.MULTILINE),
    re.compile(r"^(exercise_beginning|half_time|i18n|tts)[ \t]*:", re.MULTILINE),
)
# https://pkg.go.dev/time#ParseDuration
_UNITS_MS = {
    "h": Decimal(3_600_000), "m": Decimal(60_000), "s": Decimal(1000), "ms": Decimal(1),
    "us": Decimal("0.001"), "µs": Decimal("0.001"), "ns": Decimal("0.000001"),
}  # fmt: skip
_PART = re.compile(r"(\d{1,9}(?:\.\d{0,12})?|\.\d{1,12})(ms|us|µs|ns|h|m|s)", re.ASCII)
# As go.yaml.in/yaml/v3 decodes a `bool`.
_TRUE = ("true", "True", "TRUE", "y", "Y", "yes", "Yes", "YES", "on", "On", "ON")
_PLACEHOLDER = "{{"
_ENDS = (".", "!", "?", ":", "…")


def matches(source: Source) -> Match:
    """Return how sure it is that a file is a workout of w2a."""
    return Match.CERTAIN if all(key.search(source.text) for key in _KEYS) else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the workout in a file. Raises RoutineError where it is no YAML."""
    document = parse_document(source.text, source.name)
    exercises = _mapping(document.data).get("exercises")
    if not isinstance(exercises, list) or not exercises:
        raise source.error(1, "there is no list of `exercises` in this file")
    reader = _Reader(document, _mapping(document.data))
    parts = tuple(
        part for at, each in enumerate(exercises) for part in reader.exercise(_mapping(each), at)
    )
    return [Plan("", (*reader.announcements(), *parts), language=reader.language())]


class _Reader:
    """Reads a workout, whose keys are those at the top of its document."""

    def __init__(self, document: Document, workout: dict[str, Any]) -> None:
        self._document = document
        self._workout = workout
        self._pause = _mapping(workout.get("pause"))
        self._half_time = _mapping(workout.get("half_time"))

    def language(self) -> str | None:
        """Return the language of the voice that is named."""
        voice = _text(_mapping(self._workout.get("tts")).get("espeak_ng_voice"))
        # A variant of a voice stands behind its language: `de+f3`.
        language = voice.partition("+")[0]
        return phrases.tag_for(language) if language else None

    def announcements(self) -> Iterator[Remark]:
        """Yield what is said before and after the workout, unless it is counted out of it."""
        for key in ("before_workout_announce", "after_workout_announce"):
            text = _text(self._workout.get(key))
            if text and _PLACEHOLDER not in text:
                line = self._document.locate_key((key,)).line
                yield Remark(f"{key}: {text}", line, doubt=False)

    def exercise(self, exercise: dict[str, Any], at: int) -> Iterator[Part]:
        """Yield an exercise, with the pause before it."""
        line = self._document.locate(("exercises", at)).line
        yield from self._pause_before(exercise, line)
        name, length_ms = _text(exercise.get("name")), _length_ms(exercise.get("duration"))
        listed = exercise.get("texts")
        texts = [_text(each) for each in (listed if isinstance(listed, list) else [listed])]
        setup = " ".join(text if text.endswith(_ENDS) else f"{text}." for text in texts if text)
        dose = Open() if length_ms is None else Time(length_ms)
        if _text(exercise.get("half_time")) not in _TRUE:
            yield Step(name, dose, line, setup=setup or None)
            return
        halves = dose if length_ms is None else Time(length_ms // 2)
        switch_ms = _length_ms(self._half_time.get("duration"))
        doubts = (
            () if switch_ms is not None else ("how long the change of sides takes is not said",)
        )
        yield Step(
            name, halves, line, setup=setup or None, each_side=True, switch_ms=switch_ms or 0,
            doubts=doubts,
        )  # fmt: skip

    def _pause_before(self, exercise: dict[str, Any], line: int) -> Iterator[Rest]:
        pause_ms = _length_ms(exercise.get("pause_duration"))
        if not pause_ms:
            pause_ms = _length_ms(self._pause.get("duration"))
        text = _text(self._pause.get("text"))
        says = text if text and _PLACEHOLDER not in text else None
        if pause_ms is None:
            yield Rest(Open(), line, says)
        elif pause_ms:
            yield Rest(Time(pause_ms), line, says)


def _mapping(data: Any) -> dict[str, Any]:
    return data if isinstance(data, dict) else {}


def _text(data: Any) -> str:
    return str(data).strip() if isinstance(data, str) else ""


def _length_ms(data: Any) -> int | None:
    """Return a duration of Go in ms, None where it is none."""
    text = _text(data)
    parts = _PART.findall(text)
    if not parts or "".join(number + unit for number, unit in parts) != text:
        return None
    return whole(sum((Decimal(number) * _UNITS_MS[unit] for number, unit in parts), Decimal(0)))
