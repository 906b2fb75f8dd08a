"""Reader: the items of a workout as its title and parts, with repeats in repeats."""

from collections.abc import Sequence

from msgspec import Struct, field

from voicecoach.importing.intervals_text.doses import Amount
from voicecoach.importing.intervals_text.outline import Item, Kind
from voicecoach.importing.intervals_text.step_lines import read_step
from voicecoach.importing.resolving import MAX_DEPTH
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Part, Remark, Repeat, Section
from voicecoach.language.grammar.lexicon import Lexicon

_USUAL_NAMES = {"warm": "Warm-up", "cool": "Cool-down"}
_USUAL_NAME = "Interval"


class ReadStep(Struct, frozen=True):
    """How long a step is that was read, as its `text` says, and how often it is done."""

    line: int
    times: int
    text: str
    length_ms: int
    may_be_metres: bool


class Reader(Struct):
    """Reads items from `at` on; `steps` are all that were read."""

    source: Source
    items: Sequence[Item]
    words: Lexicon
    at: int = 0
    heading: str = ""
    steps: list[ReadStep] = field(default_factory=list)

    def title(self) -> str:
        """Take the title, if there is one: a first line that is no section's heading."""
        first = next((at for at, item in enumerate(self.items) if item.kind != Kind.BLANK), None)
        if first is None or first + 1 >= len(self.items):
            return ""
        item, following = self.items[first], self.items[first + 1 :]
        if item.kind != Kind.HEADING or item.dashed or item.is_section or not item.text:
            return ""
        if (item.is_prose or following[0].kind == Kind.STEP) and item.marks != "#":
            return ""
        if item.count is not None and not any(other.count for other in following):
            return ""
        self.at = first + 1
        return item.text

    def parts(self) -> tuple[Part, ...]:
        """Return all parts from here on.

        Raises RoutineError where repeats stand too deep in one another.
        """
        return tuple(self._parts(0, None, 1, 0))

    def _parts(self, floor: int, opener: Item | None, times: int, depth: int) -> list[Part]:
        """Return the parts of lines that are indented by `floor` or more.

        With an `opener`, they go up to a blank line or the next heading.
        """
        parts: list[Part] = []
        while self.at < len(self.items):
            item = self.items[self.at]
            if item.kind == Kind.BLANK:
                if opener is not None:
                    break
                self.at += 1
                continue
            if item.indent < floor or (opener is not None and _ends(opener, item)):
                break
            self.at += 1
            if item.kind == Kind.STEP:
                parts += self._step(item, times)
            elif item.count is None:
                parts.append(self._heading(item, depth))
            else:
                parts += self._repeat(item, times, depth)
        return parts

    def _step(self, item: Item, times: int) -> Sequence[Part]:
        heading = self.heading.lower()
        usual = (name for word, name in _USUAL_NAMES.items() if heading.startswith(word))
        step = read_step(item.text, item.line, next(usual, _USUAL_NAME), self.words)
        amount = step.amount or Amount("")
        times *= step.count
        length_ms = amount.length_ms or 0
        read = ReadStep(item.line, times, amount.text, length_ms, amount.may_be_metres)
        self.steps.append(read)
        return step.repeated(item.line)

    def _heading(self, item: Item, depth: int) -> Part:
        """Return a section; a second line of a heading, and one in a repeat, is a comment."""
        before = self.items[self.at - 2] if self.at >= 2 else None
        follows = before is not None and before.kind == Kind.HEADING and not item.is_section
        if depth or follows or item.is_prose:
            return Remark(item.text, item.line, doubt=False)
        self.heading = item.text
        return Section(item.text, item.line)

    def _repeat(self, item: Item, times: int, depth: int) -> list[Part]:
        """Return what is repeated, below its heading."""
        if depth >= MAX_DEPTH:
            raise self.source.error(item.line, f"repeats stand more than {MAX_DEPTH} deep")
        assert item.count is not None
        parts = [self._heading(item, depth)] if item.text else []
        while self._is_more_of(item):
            parts.append(Remark(self.items[self.at].text, self.items[self.at].line, doubt=False))
            self.at += 1
        while self.at < len(self.items) and self.items[self.at].kind == Kind.BLANK:
            self.at += 1
        times *= item.count
        if self.at < len(self.items) and self.items[self.at].indent > item.indent:
            inner = self._parts(item.indent + 1, None, times, depth + 1)
        else:
            inner = self._parts(item.indent, item, times, depth + 1)
        if not inner:
            what = f"{item.count} times: what is repeated is not said"
            return [*parts, Remark(what, item.line)]
        return [*parts, Repeat(item.count, tuple(inner), item.line)]

    def _is_more_of(self, opener: Item) -> bool:
        """Return whether the next line goes on with the heading of a repeat."""
        item = self.items[self.at] if self.at < len(self.items) else None
        if item is None or item.kind != Kind.HEADING or item.count is not None:
            return False
        return not item.is_section and item.indent <= opener.indent


def _ends(opener: Item, item: Item) -> bool:
    """Return whether an item ends what an opener repeats."""
    return item.kind == Kind.HEADING and (opener.dashed or not item.dashed)
