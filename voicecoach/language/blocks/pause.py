"""Silence of a fixed length, without any cue.

```yaml
title: Sitting still
workout:
  - say: Close your eyes.
  - pause: 1 min
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from voicecoach.language import fields
from voicecoach.language.reader import Entry
from voicecoach.problems import Span
from voicecoach.routine.flow import Scope, Step
from voicecoach.routine.phase import PausePhase


class PauseKeys(fields.Keys):
    """The keys of a pause."""

    what: ClassVar[str] = "a pause"
    pause: fields.PositiveDuration


KEYS = PauseKeys


@dataclass(frozen=True, slots=True)
class Pause:
    """A written pause."""

    span: Span
    length_ms: int

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the pause."""
        yield scope.counted(PausePhase(self.span, scope.place, self.length_ms))


def read(entry: Entry) -> Pause | None:
    """Return the pause that `entry` describes, or None where problems were noted."""
    keys = entry.keys(PauseKeys)
    return None if keys is None else Pause(entry.span, keys.pause)
