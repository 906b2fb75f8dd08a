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

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from pydantic import Field

from voicecoach.language import fields
from voicecoach.language.reader import Entry
from voicecoach.problems import Span
from voicecoach.routine.cues import Line
from voicecoach.routine.flow import Scope, Step
from voicecoach.routine.phase import SayPhase


class SayKeys(fields.Keys):
    """The keys of a text."""

    what: ClassVar[str] = "a `say`"
    say: fields.LineField
    for_: fields.PositiveDuration | None = Field(None, alias="for")


KEYS = SayKeys


@dataclass(frozen=True, slots=True)
class Say:
    """A spoken text; `length_ms` is None where the words decide."""

    span: Span
    say: Line
    length_ms: int | None

    def unroll(self, scope: Scope) -> Iterator[Step]:
        """Yield the text's phase."""
        yield scope.counted(SayPhase(self.span, scope.place, self.say, self.length_ms))


def read(entry: Entry) -> Say | None:
    """Return the text that `entry` describes, or None where problems were noted."""
    keys = entry.keys(SayKeys)
    return None if keys is None else Say(entry.span, keys.say, keys.for_)
