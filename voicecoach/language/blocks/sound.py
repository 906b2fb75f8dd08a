"""A tone or a sound file by itself.

```yaml
title: With a gong
workout:
  - sound: finish
  - Plank 20s
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from voicecoach.language import fields
from voicecoach.language.keys.sounds import read_sound
from voicecoach.language.reader import Entry
from voicecoach.problems import Span
from voicecoach.routine.flow import Scope, Step
from voicecoach.routine.phase import SoundPhase
from voicecoach.routine.sounds import SoundFile


class SoundKeys(fields.Keys):
    """The keys of a sound."""

    what: ClassVar[str] = "a sound"
    sound: fields.TextField


KEYS = SoundKeys


@dataclass(frozen=True, slots=True)
class Sound:
    """A role's tone, or a file."""

    span: Span
    sound: str | SoundFile

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the sound's phase, as long as it is."""
        yield scope.counted(SoundPhase(self.span, scope.place, self.sound))


def read(entry: Entry) -> Sound | None:
    """Return the sound that `entry` describes, or None where problems were noted."""
    keys = entry.keys(SoundKeys)
    if keys is None:
        return None
    return Sound(entry.span, read_sound(entry.reader, keys.sound) or str(keys.sound))
