"""A rest that always stands, with a line to be spoken in it if wanted.

```yaml
title: Two planks
workout:
  - Plank 40s
  - rest: 30s
    say: Shake out your arms.
  - Plank 40s
```
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from voicecoach.language import fields
from voicecoach.language.reader import Entry
from voicecoach.problems import Span
from voicecoach.routine.cues import Line
from voicecoach.routine.flow import Scope, Step
from voicecoach.routine.phase import RestPhase
from voicecoach.units import SECOND_MS


class RestKeys(fields.Keys):
    """The keys of a rest."""

    what: ClassVar[str] = "a rest"
    rest: fields.RestRange
    say: fields.LineField | None = None


KEYS = RestKeys


@dataclass(frozen=True, slots=True)
class Rest:
    """A written rest."""

    span: Span
    length_ms: int
    say: Line | None

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the rest."""
        yield scope.counted(RestPhase(self.span, scope.place, self.length_ms, self.say))


def read(entry: Entry) -> Rest | None:
    """Return the rest that `entry` describes, or None where problems were noted."""
    keys = entry.keys(RestKeys)
    if keys is None:
        return None
    length_ms = keys.rest.at(entry.around.level, SECOND_MS, resting=True)
    if length_ms == 0 and keys.say is not None:
        hint = "give the rest a length, or make the text a block of its own"
        entry.fail("say", "a rest of 0 has no room for a text", hint)
    return Rest(entry.span, length_ms, keys.say)
