"""Jawt: exports and backups of Just Another Workout Timer.

```jawt
{"workouts": [{"title": "Back", "version": 2, "position": 0, "sets": [
  {"repetitions": 1, "id": "a", "exercises": [{"name": "March", "id": "b", "duration": 60}]},
  {"repetitions": 3, "id": "c", "exercises": [
    {"name": "Bridge", "id": "d", "duration": 40},
    {"name": "Rest", "id": "e", "duration": 20}]}]}]}
```

This follows `workout.dart` and `storage_helper.dart` of blockbasti/just_another_workout_timer: a
workout may be shared without the list around it; a duration is in seconds; a rest is an exercise
that is called so. An export is no UTF-8: only the lower byte of each of its UTF-16 units is
written, so that characters beyond Latin-1 are lost.
"""

import unicodedata
from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from voicecoach.importing import json
from voicecoach.importing.formats import Match
from voicecoach.importing.json import Record
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Open, Part, Plan, Remark, Repeat, Rest, Section, Step, Time
from voicecoach.language.grammar.lexicon import Lexicon, lexicon
from voicecoach.language.short_form import is_rest_word

TITLE = "export of Just Another Workout Timer (.json)"


def matches(source: Source) -> Match:
    """Return how sure it is that a file is an export of it."""
    keys = ("sets", "repetitions", "exercises", "duration")
    return Match.CERTAIN if json.has_keys(_as_written(source), *keys) else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the workouts in a file."""
    hint = "share the workout instead: an export loses characters such as •"
    found = json.parse(_as_written(source), hint)
    workouts = [
        workout
        for record in json.records(found)
        for workout in (record.records("workouts") if "workouts" in record else [record])
    ]
    if not any("sets" in workout for workout in workouts):
        raise source.error(1, "there is no workout with `sets` in this file")
    words = lexicon(source.language or "en")
    return [Plan(workout.text("title"), tuple(_parts(workout, words))) for workout in workouts]


def _as_written(source: Source) -> Source:
    """Return a file whose bytes are characters, where it is no UTF-8."""
    if source.text and not source.guessed:
        return source
    text = source.content.decode("latin-1").replace("\r\n", "\n").replace("\r", "\n")
    return replace(source, text=text, lines=tuple(text.split("\n")))


def _parts(workout: Record, words: Lexicon) -> Iterator[Part]:
    yield from _lost(workout, "title")
    for record in workout.records("sets"):
        name = record.text("name")
        if name:
            yield from _lost(record, "name")
            yield Section(name, record.line)
        parts = [part for each in record.records("exercises") for part in _exercise(each, words)]
        if not parts:
            # The app clears such sets away.
            continue
        count = record.count("repetitions")
        if count is None:
            yield Remark("how often this is done is not said: it is done once", record.line)
        yield Repeat(1 if count is None else count, tuple(parts), record.line)


def _exercise(record: Record, words: Lexicon) -> Iterator[Part]:
    yield from _lost(record, "name")
    name = record.text("name")
    length_ms = record.seconds_ms("duration")
    dose = Open() if length_ms is None else Time(length_ms)
    resting = is_rest_word(name, words)
    yield Rest(dose, record.line) if resting else Step(name, dose, record.line)


def _lost(record: Record, key: str) -> Iterator[Remark]:
    """Yield what to say of a text in which a byte stands that is no character."""
    text = record.text(key)
    if any(unicodedata.category(character) == "Cc" for character in text):
        yield Remark(f"“{text}”: the app lost characters of it in its export", record.line)
