"""Unknown keys: which key each was meant to be, or where what it holds belongs.

No hint throws away what is meant to be heard: a list becomes a section, a text is kept.
"""

from collections.abc import Collection, Sequence
from typing import Any

from msgspec import Struct

from voicecoach.language import words
from voicecoach.language.fields import by_key
from voicecoach.language.keys.cues import CueKeys
from voicecoach.problems import Span, nearest
from voicecoach.text.document import Document, Text
from voicecoach.text.layout import row
from voicecoach.text.quoting import in_flow, quoted

_DELETE = "delete the line"


class UnknownKey(Struct, frozen=True):
    """An unknown key at `span`, in a mapping where the `valid` ones fit.

    `of_exercise` are the keys of exercises, where the unknown key stands in the header.
    """

    document: Document
    span: Span
    key: str
    value: Any
    valid: Sequence[str]
    of_exercise: Collection[str]

    def hint(self) -> str:
        """Return what to write instead."""
        return (
            self._of_header()
            or self._elsewhere()
            or self._renamed()
            or self._section()
            or self._kept()
        )

    @property
    def _line(self) -> str:
        return self.document.source_line(self.span.line)

    def _of_header(self) -> str | None:
        """Return the hint for what belongs to the blocks of a file."""
        if "workout" not in self.valid:
            return None
        if self.key == "rest":
            return "did you mean `between`?"
        for_all = self.key if self.key in self.of_exercise else None
        if words.meant(self.key, self.valid) is None:
            for_all = for_all or words.meant(self.key, tuple(self.of_exercise))
        if for_all is not None and isinstance(self.value, Text):
            return f"write `defaults: {{{for_all}: {self.value}}}`"
        blocks = self.document.data.get("workout") if isinstance(self.document.data, dict) else None
        is_rounds = self.key in ("rounds", "repeat") or words.meant(self.key, ("rounds",))
        if is_rounds and isinstance(self.value, Text) and isinstance(blocks, list):
            block = {"circuit": "Circuit", "rounds": self.value, "do": blocks}
            whole = f"`workout: [{in_flow(block)}]`"
            return f"write {whole} in place of `workout` and its list, and delete this line"
        return None

    def _renamed(self) -> str | None:
        """Return the hint for a key that is called otherwise, or mistyped."""
        if self.key.lower() in self.valid:
            return f"did you mean `{self.key.lower()}`?"
        is_text = isinstance(self.value, Text)
        dashes, _ = self.document.columns(self.span.line)
        meant = words.meant(self.key, self.valid)
        if meant is None and is_text and self.key[:1].isupper() and words.is_dose(self.value):
            return f"write `{' ' * dashes[0]}- {self.key} {self.value}`" if dashes else None
        if is_text and (written := words.with_unit(self.key, self.value, self.valid)):
            return f"write `{written}`"
        meant = meant or (None if self._section() else words.suggestion(self.key, self.valid))
        return None if meant is None else f"did you mean `{meant}`?"

    def _elsewhere(self) -> str | None:
        """Return the hint for what stands under another key."""
        if self.key in by_key(CueKeys) and "cues" in self.valid and isinstance(self.value, Text):
            return f"write `cues: {{{self.key}: {self.value}}}`"
        is_tip = "at" in self.valid and "say" in self.valid
        if is_tip and self._line.strip() == f"- {self.key}: {self.value}":
            timed = f"{{at: {self.key}, say: {quoted(self.value)}}}"
            whole = quoted(f"{self.key}: {self.value}")
            return f"write `- {timed if words.is_dose(self.key) else whole}`"
        return None

    def _section(self) -> str | None:
        """Return the hint for a list of blocks in the header, `warmup:`, as a section."""
        if "workout" not in self.valid or not holds_blocks(self.value):
            return None
        if isinstance(self.value, dict) or nearest(self.key, ["workout"]):
            return None
        title = self.key.replace("_", " ").capitalize()
        if self.document.is_flow((self.key,)):
            indent, section = 2, f"- {in_flow({'section': title, 'do': self.value})}"
        else:
            indent = row(self.document.source_line(self.document.locate((self.key, 0)).line)).indent
            section = f"- section: {title}"
        data: Any = self.document.data
        before = list(data)[: list(data).index(self.key)]
        is_first = not any(
            each == "workout" or (each not in self.valid and holds_blocks(data[each]))
            for each in before
        )
        line = f"{' ' * indent}{section}"
        if is_first:
            return f"write `{line}`, and `workout:` on a line above it"
        return f"write `{line}`{'' if indent else ' at the start of the line'}"

    def _kept(self) -> str:
        """Return the hint for a key that has no equal: its text is said, or stays as a comment."""
        in_braces = bool(self._line[: self.span.column - 1].strip(" -"))
        if in_braces:
            is_text = isinstance(self.value, Text)
            return f"delete `{self.key}: {self.value}`" if is_text else f"delete `{self.key}`"
        is_block = isinstance(self.value, dict) and any(map(holds_blocks, self.value.values()))
        if is_block and "workout" in self.valid:
            block = in_flow({"section": self.key.capitalize(), "do": [self.value]})
            whole = f"`  - {block}` at the end of `workout`"
            return f"write {whole}, and delete `{self.key}` with all that is indented below it"
        if isinstance(self.value, list | dict):
            return f"{_DELETE}, with all that is indented below it"
        is_sentence = isinstance(self.value, Text) and self.value.inline and " " in self.value
        if "setup" in self.valid and (is_sentence or self.key == "say"):
            text = in_flow(self.value)
            return f"write `setup: {text}` to have it said, or `note: {text}` to keep it for you"
        if self.key == "say":
            return f"write `- say: {in_flow(self.value)}` as a block of its own"
        if self.key == "rounds" and "do" in self.valid:
            return "write `circuit` in place of its kind: only circuits have rounds"
        return f"{_DELETE}, or write `# {self._line.strip(' -')}`"


def holds_blocks(value: Any) -> bool:
    """Return whether what stands under a key looks like blocks, or lines with numbers."""
    if isinstance(value, dict):
        return bool(value) and all(isinstance(inner, list) for inner in value.values())
    if not isinstance(value, list):
        return False
    return any(
        isinstance(item, dict) or (isinstance(item, Text) and any(map(str.isdigit, item)))
        for item in value
    )
