"""A tone or a sound file by itself.

```yaml
title: With a gong
workout:
  - sound: finish
  - Plank 20s
```
"""

from typing import ClassVar

from voicecoach.language import fields, values
from voicecoach.language.entry import Entry
from voicecoach.language.sounds import read_sound
from voicecoach.routine.flow import SinglePhase
from voicecoach.routine.phase import Place, SoundPhase


class SoundKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of a sound."""

    what: ClassVar[str] = "a sound"
    sound: values.SoundField


KEYS = SoundKeys


def read(entry: Entry) -> SinglePhase | None:
    """Return the sound that `entry` describes, or None where problems were noted."""
    keys = entry.keys(SoundKeys)
    if keys is None:
        return None
    sound = read_sound(entry.reader, keys.sound, entry.around.sounds)
    return None if sound is None else SinglePhase(SoundPhase(entry.span, Place(), sound))
