"""The queue: what is said one line after another at the start of a phase, as far as it fits.

The lines keep the order in which a coach says them; what there is no room for is left out by
weight, the lightest first. A line may have shorter forms, tried in turn.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from voicecoach.problems import Span
from voicecoach.routine.utterance import Utterance
from voicecoach.units import LINE_GAP_MS


@dataclass(frozen=True, slots=True)
class QueuedLine:
    """A line in a queue: `forms` from the fullest to the shortest.

    A lower `order` is said earlier, a lower `weight` number is kept longer. `lost` is the code of
    the warning where the line is left out, None where that goes without saying; `what` names the
    line in it. `at_end` items are said as late as possible.
    """

    forms: tuple[Utterance, ...]
    order: int
    weight: int
    span: Span
    lost: str | None = None
    what: str = ""
    at_end: bool = False


@dataclass(frozen=True, slots=True)
class SpokenLine:
    """An item in the form that fits, and how long that takes."""

    item: QueuedLine
    utterance: Utterance
    length_ms: int


@dataclass(frozen=True, slots=True)
class Packed:
    """What is said of a queue, in order, what is not, and the time that all of it would take.

    What goes without saying where it is left out is not counted in `missed_ms`.
    """

    said: tuple[SpokenLine, ...]
    left_out: tuple[QueuedLine, ...]
    wanted_ms: int
    missed_ms: int

    @property
    def length_ms(self) -> int:
        """The time from the first word to the last."""
        return _length_ms(list(self.said))


def pack(
    items: Iterable[QueuedLine], room_ms: int | None, measure: Callable[[Utterance], int]
) -> Packed:
    """Return what of `items` fits into `room_ms`; with None, all of it."""
    queue = sorted(items, key=_order)
    whole = [SpokenLine(item, item.forms[0], measure(item.forms[0])) for item in queue]
    whole = [said for said in whole if said.length_ms]
    wanted_ms = _length_ms(whole)
    if room_ms is None or wanted_ms <= room_ms:
        return Packed(tuple(whole), (), wanted_ms, wanted_ms)
    kept: list[SpokenLine] = []
    left_out: list[QueuedLine] = []
    for item in sorted((said.item for said in whole), key=lambda item: item.weight):
        for utterance in item.forms:
            said = SpokenLine(item, utterance, measure(utterance))
            if _length_ms([*kept, said]) <= room_ms:
                kept.append(said)
                break
        else:
            left_out.append(item)
    kept.sort(key=lambda said: _order(said.item))
    missed = [said for said in whole if said.item.lost or said.item not in left_out]
    return Packed(tuple(kept), tuple(left_out), wanted_ms, _length_ms(missed))


def _order(item: QueuedLine) -> tuple[bool, int]:
    return item.at_end, item.order


def _length_ms(said: list[SpokenLine]) -> int:
    return sum(each.length_ms for each in said) + LINE_GAP_MS * max(0, len(said) - 1)
