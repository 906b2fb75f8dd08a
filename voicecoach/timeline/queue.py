"""The queue: what is said one line after another at the start of a phase, as far as it fits.

The lines keep the order in which a coach says them; what there is no room for is left out by
weight, the lightest first. A line may have shorter forms, tried in turn.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from voicecoach.problems import Span
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.utterance import Measure, Utterance
from voicecoach.units import LINE_GAP_MS


class QueuedLine(Struct, frozen=True):
    """A line in a queue: `forms` from the fullest to the shortest.

    A lower `order` is said earlier, a lower `weight` number is kept longer. `lost` is the code of
    the warning where the line is left out, None where that goes without saying; `what` names the
    line in it. `stock_setup_of` is the exercise whose setup from the catalogue it is. A line
    `at_end` is said as late as possible.
    """

    forms: tuple[Utterance, ...]
    order: int
    weight: int
    span: Span
    lost: str | None = None
    what: str = ""
    at_end: bool = False
    stock_setup_of: Exercise | None = None


class SpokenLine(Struct, frozen=True):
    """A line in the form that fits, and how long that takes."""

    line: QueuedLine
    utterance: Utterance
    length_ms: int


class Packed(Struct, frozen=True):
    """What is said of a queue, in order, what is not, and the time that all of it would take.

    What goes without saying where it is left out is not counted in `missed_ms`.
    """

    spoken: tuple[SpokenLine, ...]
    left_out: tuple[QueuedLine, ...]
    wanted_ms: int
    missed_ms: int

    @property
    def length_ms(self) -> int:
        """The time from the first word to the last."""
        return _length_ms(self.spoken)


def pack(lines: Iterable[QueuedLine], room_ms: int | None, measure: Measure) -> Packed:
    """Return what of `lines` fits into `room_ms`; with None, all of it."""
    queue = sorted(lines, key=_order)
    whole = [SpokenLine(line, line.forms[0], measure(line.forms[0])) for line in queue]
    whole = [spoken for spoken in whole if spoken.length_ms]
    wanted_ms = _length_ms(whole)
    if room_ms is None or wanted_ms <= room_ms:
        return Packed(tuple(whole), (), wanted_ms, wanted_ms)
    kept: list[SpokenLine] = []
    left_out: list[QueuedLine] = []
    for line in sorted((spoken.line for spoken in whole), key=lambda line: line.weight):
        for utterance in line.forms:
            spoken = SpokenLine(line, utterance, measure(utterance))
            if _length_ms([*kept, spoken]) <= room_ms:
                kept.append(spoken)
                break
        else:
            left_out.append(line)
    kept.sort(key=lambda spoken: _order(spoken.line))
    missed = [spoken for spoken in whole if spoken.line.lost or spoken.line not in left_out]
    return Packed(tuple(kept), tuple(left_out), wanted_ms, _length_ms(missed))


def _order(line: QueuedLine) -> tuple[bool, int]:
    return line.at_end, line.order


def _length_ms(lines: Sequence[SpokenLine]) -> int:
    return sum(line.length_ms for line in lines) + LINE_GAP_MS * max(0, len(lines) - 1)
