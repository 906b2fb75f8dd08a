"""A text that takes as long as its words, or as long as is written.

```yaml
title: Standing up
workout:
  - say: Push your chair back.
  - Squat x10
  - say: Walk to the window and back.
    for: 20s
```
"""

from typing import ClassVar

from msgspec import field

from voicecoach.language import fields, values
from voicecoach.language.entry import Entry
from voicecoach.routine.flow import SinglePhase
from voicecoach.routine.phase import Place, SayPhase


class SayKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of a text."""

    what: ClassVar[str] = "a `say`"
    say: values.LineField
    for_: values.PositiveDuration | None = field(default=None, name="for")


KEYS = SayKeys


def read(entry: Entry) -> SinglePhase | None:
    """Return the text that `entry` describes, or None where problems were noted."""
    keys = entry.keys(SayKeys)
    if keys is None:
        return None
    return SinglePhase(SayPhase(entry.span, Place(), keys.say, keys.for_))
