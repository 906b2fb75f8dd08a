"""Distances as values of keys: `500 m`, `5 km`, `1 mile`, `25 yards`, `20 cal`, `3 laps`."""

from typing import Any

from voicecoach.language.grammar.distances import find_distances
from voicecoach.language.grammar.durations import range_dash
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError, faulty
from voicecoach.language.values.bare import bare, tokens
from voicecoach.language.values.fragments import Fragment, string, whole
from voicecoach.language.values.kind import Kind
from voicecoach.routine import distance as routine
from voicecoach.text.document import Text

_EXAMPLES = "write for instance `400 m`, `5 km`, `1 mile`, `20 cal` or `3 laps`"


class Distance(Kind[routine.Distance], frozen=True):
    """A distance, more than 0."""

    def read(self, value: Any, lexicon: Lexicon) -> routine.Distance:
        """Return a distance."""
        text = bare(value, "a distance such as `400 m`")
        line = tokens(text)
        found = next(
            (far for far in find_distances(line, 0, lexicon) if far.end == len(line)), None
        )
        if found is None:
            raise _no_distance(text, lexicon)
        if found.fault is not None:
            raise faulty(found.fault, text)
        return found.distance

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return a distance as it is written."""
        return str(self.read(text, lexicon))

    def describe(self) -> Fragment:
        """Return the schema of a distance, whose unit may be a word of any language."""
        message = "a distance such as `400 m`, `5 km`, `20 cal` or `3 laps`"
        return string(whole(r"(?=[^1-9]*[1-9])[0-9][0-9.,]*[\s-]*[^\s0-9.,:{-][^0-9:{]*"), message)


def _no_distance(text: str, lexicon: Lexicon) -> RefusalError:
    line = tokens(text)
    if len(line) == 1 and line.is_kind(0, "number"):
        return RefusalError(f"`{text}` has no unit", f"write `{text} m`, or another unit")
    dashes = (range_dash(line, at, lexicon) for at in range(1, len(line)))
    far_end = next((at for at in dashes if at is not None and at < len(line)), None)
    if far_end is not None and any(find_distances(line, far_end, lexicon)):
        far = line.part(far_end, len(line))
        hint = f"write `{far}`, and another one under `easier` or `harder`"
        return RefusalError(f"`{text}`: a distance is no range", hint)
    return RefusalError(f"`{text}` is no distance", _EXAMPLES)
