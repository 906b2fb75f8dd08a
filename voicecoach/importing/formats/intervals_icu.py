"""Intervals-icu: workouts as text, as intervals.icu writes them.

```intervals-icu
Cruise intervals

Warmup
- 10m ramp 50-70% 85-95rpm

Main set 4x
- Hold it! 150^Halfway <!> 5m 95-100%
- Recovery 90s Z1

Cooldown
- Press lap 10m Z1 HR
```

The rules are those of the workout builder, as its author and the guide in its forum tell them, and
of the texts that people write for it: `m` is minutes, and metres are `mtr`. Minutes that can only
be meant as metres are refused.
"""

from collections.abc import Sequence

from voicecoach.importing.formats import Match
from voicecoach.importing.intensity import in_english
from voicecoach.importing.intervals_text.doses import has_amount
from voicecoach.importing.intervals_text.outline import Kind, items_of
from voicecoach.importing.intervals_text.reader import Reader, ReadStep
from voicecoach.importing.intervals_text.targets import has_target
from voicecoach.importing.intervals_text.words import Words
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Plan
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.units import HOUR_MS, MINUTE_MS

TITLE = "intervals.icu workout text"

_MOST_LINES = 3000
_MOST_CHARACTERS = 1000
_LOOKED_AT = 200
# Nobody does one thing for so long several times, or trains for so long.
_LONGEST_REPEATED_MS = 100 * MINUTE_MS
_LONGEST_MS = 6 * HOUR_MS


def matches(source: Source) -> Match:
    """Return how sure it is that a file is such a text: most of its steps have a target."""
    lines = source.lines[:_LOOKED_AT]
    if any(len(line) > _MOST_CHARACTERS for line in lines):
        return Match.NONE
    items = items_of(lines)
    steps = [item.text for item in items if item.kind == Kind.STEP]
    aimed = sum(has_target(step) and has_amount(Words(step)) for step in steps)
    return Match.LIKELY if aimed and 2 * aimed >= len(steps) else Match.NONE


def read(source: Source) -> Sequence[Plan]:
    """Return the workout in a file."""
    if len(source.lines) > _MOST_LINES:
        raise source.error(_MOST_LINES, f"a workout of more than {_MOST_LINES} lines")
    for number, line in enumerate(source.lines, start=1):
        if len(line) > _MOST_CHARACTERS:
            raise source.error(number, f"a line of more than {_MOST_CHARACTERS} characters")
    reader = Reader(source, items_of(source.lines), lexicon(source.language or "en"))
    title = reader.title()
    parts = reader.parts()
    if not reader.steps:
        raise source.error(1, "there is no step in this text", "write one a line: `- 10m 60%`")
    _check_minutes(source, reader.steps)
    return [Plan(title, (*in_english(source, 1), *parts))]


def _check_minutes(source: Source, steps: Sequence[ReadStep]) -> None:
    """Raise RoutineError where minutes can only be meant as metres."""
    minutes = [step for step in steps if step.may_be_metres]
    lasts_ms = sum(step.times * step.length_ms for step in minutes)
    for step in sorted(minutes, key=lambda step: step.length_ms, reverse=True):
        long = step.times > 1 and step.length_ms >= _LONGEST_REPEATED_MS
        if long or lasts_ms > _LONGEST_MS:
            hours, rest_ms = divmod(step.length_ms, HOUR_MS)
            length = f"{hours}h{rest_ms // MINUTE_MS}m"
            times = f" {step.times} times" * (step.times > 1)
            message = f"`{step.text}` is {length}{times} on intervals.icu, as `m` is minutes there"
            hint = f"write `{step.text}tr` for metres, or `{length}` for a time"
            raise source.error(step.line, message, hint)
