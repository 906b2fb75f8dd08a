"""Entry: a block to be read, with its place in the file and what surrounds it."""

from typing import Any

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.language.reader import KeysModel, Reader
from voicecoach.language.surroundings import Surroundings
from voicecoach.problems import Span
from voicecoach.text.document import DataPath, Text

_LISTS_OF_BLOCKS = ("workout", "do")


class Entry(Struct, frozen=True):
    """A block to be read: its data, its place in the file and its surroundings.

    `one_line` means that it was written in the short form; `following` are the items below a
    section that has no `do` and is their heading.
    """

    reader: Reader
    data: dict[str, Any]
    path: DataPath
    around: Surroundings
    one_line: bool = False
    following: list[tuple[Any, DataPath]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """The block's id: `workout[2].do[0]`, within an include `workout[3]/workout[0]`."""
        last = max(at for at, step in enumerate(self.path) if step in _LISTS_OF_BLOCKS)
        path = self.path[: last + 2]
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
        return self.reader.within + "".join(steps).removeprefix(".")

    @property
    def span(self) -> Span:
        """The span of the block."""
        return self.reader.document.locate(self.path).within(self.id)

    def key_span(self, key: str) -> Span:
        """Return the span of a key of the block, or of the text that it came from."""
        value = self.data.get(key)
        span = self.reader.document.locate_key((*self.path, key))
        if span == self.span and isinstance(value, Text):
            span = value.span
        return span.within(self.id)

    def with_data(self, data: dict[str, Any]) -> "Entry":
        """Return the entry with other data, such as the keys that a line stands for."""
        return replace(self, data=data)

    def inside(self, key: str) -> "Entry":
        """Return a mapping in the block as an entry of its own."""
        return replace(self, data=self.data[key], path=(*self.path, key))

    def fail(self, key: str, message: str, hint: str | None = None, code: str = "invalid") -> None:
        """Note a problem with a key of the block."""
        self.reader.fail(self.key_span(key), message, hint, code)

    def keys(self, model: type[KeysModel]) -> KeysModel | None:
        """Return the block's keys, or None if problems were noted."""
        return self.reader.keys(model, self.data, self.path)
