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

from typing import ClassVar

from voicecoach.language import fields, values
from voicecoach.language.entry import Entry
from voicecoach.routine.flow import SinglePhase
from voicecoach.routine.phase import Place, RestPhase
from voicecoach.units import SECOND_MS


class RestKeys(fields.Keys, frozen=True, kw_only=True):
    """The keys of a rest."""

    what: ClassVar[str] = "a rest"
    rest: values.RestRange
    say: values.LineField | None = None


KEYS = RestKeys


def read(entry: Entry) -> SinglePhase | None:
    """Return the rest that `entry` describes, or None where problems were noted."""
    keys = entry.keys(RestKeys)
    if keys is None:
        return None
    length_ms = keys.rest.at(entry.around.level, SECOND_MS, resting=True)
    if length_ms == 0 and keys.say is not None:
        hint = "give the rest a length, or make the text a block of its own"
        entry.fail("say", "a rest of 0 has no room for a text", hint)
    return SinglePhase(RestPhase(entry.span, Place(), length_ms, keys.say))
