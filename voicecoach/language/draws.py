"""Draws: which blocks of a list are done, and in what order.

A draw depends on nothing but the seed, the id of the block that draws, and the number of entries.
The entries are sorted by the SHA-256 of `SEED BLOCK INDEX`, whose result no version of Python
changes.
"""

import hashlib
from collections.abc import Sequence
from typing import TypeVar

from msgspec import Struct

from voicecoach.problems import Span

_T = TypeVar("_T")


class Draw(Struct, frozen=True):
    """A draw by the number `seed` in the block with the id `block`.

    `choose` is how many entries are done, None for all of them; `shuffle` puts them in another
    order. `span` is where `choose` stands.
    """

    seed: int
    block: str
    choose: int | None
    shuffle: bool
    span: Span

    def order(self, count: int) -> list[int]:
        """Return the indices of the entries that are done, of `count`, in their order."""
        drawn = sorted(range(count), key=self._rank)[: self.choose]
        return drawn if self.shuffle else sorted(drawn)

    def of(self, items: Sequence[_T], is_entry: Sequence[bool]) -> list[_T]:
        """Return the items that are done. Those that are no entries keep their places.

        What stands behind the second entry still stands behind the second one drawn. What stands
        between entries that are no more is left out, what stands behind the last one is not.
        """
        entries = [item for item, counts in zip(items, is_entry, strict=True) if counts]
        behind: list[list[_T]] = [[]]
        for item, counts in zip(items, is_entry, strict=True):
            if counts:
                behind.append([])
            else:
                behind[-1].append(item)
        order = self.order(len(entries))
        if not order:
            return list(items)
        places = [*behind[1 : len(order)], behind[-1]]
        result = behind[0]
        for index, others in zip(order, places, strict=True):
            result = [*result, entries[index], *others]
        return result

    def _rank(self, index: int) -> bytes:
        return hashlib.sha256(f"{self.seed} {self.block} {index}".encode()).digest()
