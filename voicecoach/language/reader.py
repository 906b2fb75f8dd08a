"""Reading: a file's data, block by block; problems are noted, not raised, until all is read."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, TypeVar

from msgspec import Struct, field

from voicecoach.language import key_hints
from voicecoach.language.fields import Keys, by_key, model_at, value_at
from voicecoach.language.grammar.lexicon import Lexicon, lexicon_of
from voicecoach.language.key_forms import read_keys
from voicecoach.language.key_reading import KeyFault, KeyReading
from voicecoach.language.keys.exercise import ExerciseKeys, PlainExerciseKeys
from voicecoach.language.muted import Muted
from voicecoach.language.refusal import RefusalError
from voicecoach.language.remarks import Remarks
from voicecoach.language.unknown_keys import UnknownKey
from voicecoach.language.values.bare import bare
from voicecoach.language.values.kind import Kind
from voicecoach.phrases import Phrases, english
from voicecoach.problems import Problem, Span
from voicecoach.routine.flow import Block
from voicecoach.text.document import DataPath, Document, Text

MAX_NESTING = 16
# The code of the note on which of two readings of a counted hold was taken.
HELD = "held-repetitions"

# The hint for the value of a key beside others, in braces or not.
ValueHint = Callable[[str, Text, Mapping[str, Any], Lexicon, bool], str | None]

_T = TypeVar("_T")
KeysModel = TypeVar("KeysModel", bound=Keys)


class Reader(Struct):
    """A document being read, and what has been noted about it so far.

    `folder`, without links, is the routine's own: no file outside of it is read. `chain` has the
    files that include one another down to this one, the routine first; `within` is the id of the
    block that includes this file, with a slash, or empty; `sources` has the lines of all files
    read. `muted` are the texts with a noted problem, of which no others are noted;
    `included` has the included files, as often as they are included. `remarks` is what `check`
    tells about a routine that has no problems, `draws` the ids of the blocks that draw, `undrawn`
    the blocks in them that are not done.
    `language` is that of the file that includes this one, unless its own header names another;
    `phrases` are those of that language, English until they are opened, and where there are none;
    `given` are the variables from outside. `value_hint` shows a value of an exercise that is not of
    its kind as keys; it asks how lines are read, which is above values.
    """

    document: Document
    problems: list[Problem] = field(default_factory=list)
    remarks: Remarks = field(default_factory=Remarks)
    draws: list[str] = field(default_factory=list)
    undrawn: list[Block] = field(default_factory=list)
    folder: Path = Path()
    chain: tuple[Path, ...] = ()
    within: str = ""
    sources: dict[str, list[str]] = field(default_factory=dict)
    muted: Muted = field(default_factory=Muted)
    included: list[Path] = field(default_factory=list)
    language: str = "en"
    phrases: Phrases = field(default_factory=english)
    given: Mapping[str, Any] = field(default_factory=dict)
    value_hint: ValueHint | None = None

    def __post_init__(self) -> None:
        """Add the document's lines to those of the other files, and find its own language."""
        header = self.document.data if isinstance(self.document.data, dict) else {}
        if isinstance(header.get("language"), Text):
            self.language = bare(header["language"], "a language").replace("_", "-")
        self.sources[self.document.file] = self.document.lines

    @property
    def lexicon(self) -> Lexicon:
        """The words of the file's language, English where there are no phrases for it."""
        return lexicon_of(self.phrases)

    def fail(
        self,
        span: Span,
        message: str,
        hint: str | None = None,
        code: str = "invalid",
        needs: Path | None = None,
    ) -> None:
        """Note a problem, in any of the files read."""
        source_line = self._source_line(span)
        given = tuple(
            f"{name}={value}"
            for name, value in self.given.items()
            if span.file == self.document.file and f"{{{name}}}" in (source_line or "")
        )
        needed = str(needs) if needs else None
        problem = Problem(span, message, hint, code, source_line, needed, given)
        if not self.muted.covers(span):
            self.problems.append(problem)

    def warn(self, span: Span, code: str, message: str, hint: str | None = None) -> None:
        """Note something that will not be heard as it was written."""
        self.remarks.warn(Problem(span, message, hint, code, self._source_line(span)))

    def note(self, span: Span, code: str, message: str, hint: str | None = None) -> None:
        """Note something that is right, and that the author may have meant otherwise."""
        self.remarks.note(Problem(span, message, hint, code, self._source_line(span)))

    @contextmanager
    def separate_remarks(self) -> Iterator[Remarks]:
        """Yield the remarks that are made meanwhile, to be added if they matter."""
        before, self.remarks = self.remarks, Remarks()
        try:
            yield self.remarks
        finally:
            self.remarks = before

    def _source_line(self, span: Span) -> str | None:
        lines = self.sources.get(span.file, ())
        return lines[span.line - 1] if span.line <= len(lines) else None

    def keys(
        self, model: type[KeysModel], data: Any, path: DataPath, more_keys: tuple[str, ...] = ()
    ) -> KeysModel | None:
        """Return the mapping `data` as a `model`, or None if problems were noted.

        `more_keys` are additional keys that a hint may suggest.
        """
        if not isinstance(data, dict):
            if data is None:
                self._no_value(path)
            else:
                message = f"expected {model.what}: keys and values"
                hint = key_hints.as_mapping(self.document, path, data)
                self.fail(self.document.locate(path), message, hint)
            return None
        reading = KeyReading(self.lexicon, [])
        keys = read_keys(model, data, reading)
        for fault in key_hints.without_renamed(reading.faults):
            self._note(fault, model, data, path, more_keys)
        return keys

    def value(self, kind: Kind[_T], text: Text) -> _T | None:
        """Return what `text` means as a kind of value, or None if a refusal was noted."""
        try:
            return kind.read(text, self.lexicon)
        except RefusalError as error:
            self.fail(error.span or text.span, error.message, error.hint)
            return None

    def _note(
        self,
        fault: KeyFault,
        model: type[Keys],
        data: dict[str, Any],
        path: DataPath,
        more_keys: tuple[str, ...],
    ) -> None:
        loc, place = fault.loc, (*path, *fault.loc)
        inner = model_at(model, loc[:-1])
        if fault.kind == "unknown":
            self._note_unknown(fault, inner, path, more_keys)
        elif fault.kind == "missing":
            span, key = self.document.locate(place[:-1]), str(loc[-1])
            message = f"{inner.what} needs `{key}`"
            self.fail(span, message, key_hints.missing_key(key), "missing-key")
        elif fault.kind == "empty":
            self._no_value(place)
        elif fault.refusal is None:
            named = loc and isinstance(loc[-1], str)
            what = f"`{loc[-1]}`" if named else model_at(model, loc).what
            listed = key_hints.as_mapping(self.document, place, fault.value)
            self.fail(self.document.locate(place), f"{what} takes keys and values", listed)
        else:
            value, hint = fault.value, None
            span = fault.refusal.span or self._span_of(value, place)
            if self.value_hint and isinstance(value, Text) and issubclass(inner, PlainExerciseKeys):
                beside, in_braces = value_at(data, loc[:-1]), self._in_braces(place)
                hint = self.value_hint(str(loc[-1]), value, beside, self.lexicon, in_braces)
            self.fail(span, fault.refusal.message, hint or fault.refusal.hint)

    def _note_unknown(
        self, fault: KeyFault, inner: type[Keys], path: DataPath, more_keys: tuple[str, ...]
    ) -> None:
        loc = fault.loc
        key, place = str(loc[-1]), (*path, *loc)
        if not self.document.has_key(place):
            # One mapping may stand for a list of them.
            place = (*path, *(step for step in loc if isinstance(step, str)))
        span = self.document.locate_key(place)
        if not self.document.has_key(place):
            span = self._span_of(fault.value, place)
        names = [*by_key(inner), *(more_keys if len(loc) == 1 else ())]
        of_exercise = () if path or len(loc) > 1 else by_key(ExerciseKeys)
        hint = UnknownKey(self.document, span, key, fault.value, names, of_exercise).hint()
        self.fail(span, f"unknown key `{key}` in {inner.what}", hint, "unknown-key")

    def _no_value(self, path: DataPath) -> None:
        span, key = self.document.locate_key(path), str(path[-1])
        hint = key_hints.no_value(self.document, span, key)
        self.fail(span, f"`{key}` has no value", hint)

    def _in_braces(self, path: DataPath) -> bool:
        """Return whether a key stands behind another one in its line."""
        span = self.document.locate_key(path)
        return bool(self.document.source_line(span.line)[: span.column - 1].strip(" -"))

    def _span_of(self, value: Any, path: DataPath) -> Span:
        """Return the span of a value, or of whatever it was taken from."""
        return value.span if isinstance(value, Text) else self.document.locate(path)
