"""Silence of a fixed length, without any cue.

```yaml
title: Sitting still
workout:
  - say: Close your eyes.
  - pause: 1 min
```
"""

from typing import ClassVar

from voicecoach.language import fields, values
from voicecoach.language.entry import Entry
from voicecoach.routine.flow import SinglePhase
from voicecoach.routine.phase import PausePhase, Place


class PauseKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of a pause."""

    what: ClassVar[str] = "a pause"
    pause: values.PositiveDuration


KEYS = PauseKeys


def read(entry: Entry) -> SinglePhase | None:
    """Return the pause that `entry` describes, or None where problems were noted."""
    keys = entry.keys(PauseKeys)
    return None if keys is None else SinglePhase(PausePhase(entry.span, Place(), keys.pause))
