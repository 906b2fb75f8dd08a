"""Reading: a file's data, block by block, with every problem noted and none raised on the way."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from pydantic import ValidationError
from pydantic_core import PydanticCustomError

from voicecoach.language import words
from voicecoach.language.fields import Keys
from voicecoach.language.keys.exercise import ExerciseKeys, PlainExerciseKeys
from voicecoach.language.refusal import REFUSED
from voicecoach.language.values import Level
from voicecoach.problems import Problem, Span
from voicecoach.routine.cues import Cues
from voicecoach.text.document import DataPath, Document, Text

if TYPE_CHECKING:
    from voicecoach.language.definitions import Definition, DefinitionKeys

MAX_NESTING = 16
# The key that replaces others at a level.
OVERLAYS = {"easy": "easier", "hard": "harder"}
_LISTS_OF_BLOCKS = ("workout", "do")
DOSE_FIELDS = {"for_", "hold", "reps", "breaths"}

KeysModel = TypeVar("KeysModel", bound=Keys)
Value = TypeVar("Value")
OwnKeys = TypeVar("OwnKeys", bound=PlainExerciseKeys)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a block takes over from what is around it.

    `by_round` is the number of rounds where per-set lists give one value a round; `sided` says that
    a circuit or repeat around does everything for each side.
    """

    level: Level = "medium"
    defaults: ExerciseKeys = field(default_factory=ExerciseKeys)
    cues: Cues = field(default_factory=Cues)
    definitions: Mapping[str, "Definition[DefinitionKeys]"] = field(default_factory=dict)
    by_round: int | None = None
    sided: bool = False
    depth: int = 0


@dataclass(slots=True)
class Reader:
    """A document being read, and the problems found so far.

    `chain` are the files that include one another down to this one, the routine first; `within` is
    the place of the block that includes this one, with a slash, or empty; `sources` are the lines
    of all files read. `settled_faults` are texts whose fault has been noted, and of which nothing
    more is to be said; `included` are the files included, as often as they are.
    """

    document: Document
    problems: list[Problem] = field(default_factory=list)
    chain: tuple[Path, ...] = ()
    within: str = ""
    sources: dict[str, list[str]] = field(default_factory=dict)
    settled_faults: list[Span] = field(default_factory=list)
    included: list[Path] = field(default_factory=list)
    noted: set[Problem] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Keep the document's lines with those of the others."""
        self.sources[self.document.file] = self.document.lines

    def fail(
        self,
        span: Span,
        message: str,
        hint: str | None = None,
        code: str = "invalid",
        needs: Path | None = None,
    ) -> None:
        """Note a problem, which may stand in any of the files read."""
        lines = self.sources.get(span.file, ())
        shown = lines[span.line - 1] if span.line <= len(lines) else None
        problem = Problem(span, message, hint, code, shown, str(needs) if needs else None)
        if problem not in self.noted and not any(map(span.overlaps, self.settled_faults)):
            self.noted.add(problem)
            self.problems.append(problem)

    def keys(
        self, model: type[KeysModel], data: Any, path: DataPath, known: tuple[str, ...] = ()
    ) -> KeysModel | None:
        """Return the mapping `data` as a `model`, or None where problems were noted.

        `known` are further keys that suggestions may name.
        """
        if not isinstance(data, dict):
            if data is None:
                self.fail(self.document.locate_key(path), f"`{path[-1]}` has no value")
            else:
                message = f"expected {model.what}: keys and values"
                self.fail(self.document.locate(path), message)
            return None
        empty = [key for key, value in data.items() if value is None]
        for key in empty:
            # An unknown key is a problem of its own, whatever its value.
            if key in _key_names(model):
                self.fail(self.document.locate_key((*path, key)), f"`{key}` has no value")
        filled = {
            key: value
            for key, value in data.items()
            if key not in empty or key not in _key_names(model)
        }
        try:
            found = model.model_validate(filled)
        except ValidationError as error:
            for fault in error.errors(include_url=False):
                if fault["type"] != "missing" or fault["loc"][-1] not in empty:
                    self._note(fault, model, path, known)
            return None
        return None if empty else found

    def value(self, read: Callable[[Any], Value], given: Text) -> Value | None:
        """Return `given` as `read` understands it, or None where it was refused and noted."""
        try:
            return read(given)
        except PydanticCustomError as error:
            context = error.context or {}
            self.fail(context["span"] or given.span, context["message"], context["hint"])
            return None

    def _note(self, fault: Any, model: type[Keys], path: DataPath, known: tuple[str, ...]) -> None:
        loc: DataPath = fault["loc"]
        inner = _model_at(model, loc[:-1])
        if fault["type"] == "extra_forbidden":
            key = str(loc[-1])
            span = self.document.locate_key((*path, *loc))
            if not self.document.has_key((*path, *loc)):
                span = self._span_of(fault["input"], (*path, *loc))
            names = [*_key_names(inner), *(known if len(loc) == 1 else ())]
            message, hint = words.unknown_key(key, inner.what, names)
            self.fail(span, message, hint, "unknown-key")
        elif fault["type"] == "missing":
            span = self.document.locate((*path, *loc[:-1]))
            self.fail(span, f"{inner.what} needs `{loc[-1]}`", code="missing-key")
        elif fault["type"] == REFUSED and fault["input"] is None:
            self.fail(self.document.locate_key((*path, *loc)), f"`{loc[-1]}` has no value")
        elif fault["type"] == REFUSED:
            context = fault["ctx"]
            span = context["span"] or self._span_of(fault["input"], (*path, *loc))
            self.fail(span, context["message"], context["hint"])
        else:
            named = loc and isinstance(loc[-1], str)
            what = f"`{loc[-1]}`" if named else _model_at(model, loc).what
            self.fail(self.document.locate((*path, *loc)), f"{what} takes keys and values")

    def _span_of(self, value: Any, path: DataPath) -> Span:
        """Return where a value stands, or what it was taken from."""
        return value.span if isinstance(value, Text) else self.document.locate(path)


@dataclass(frozen=True, slots=True)
class Entry:
    """A block to be read: its data, where it stands and what is around it.

    `one_line` says that it was written in the short form; `following` are the items that a section
    without a `do` of its own is the heading of.
    """

    reader: Reader
    data: dict[str, Any]
    path: DataPath
    around: Surroundings
    one_line: bool = False
    following: list[tuple[Any, DataPath]] = field(default_factory=list)

    @property
    def id(self) -> str:
        """Its place: `workout[2].do[0]`, within an include `workout[3]/workout[0]`."""
        last = max(at for at, step in enumerate(self.path) if step in _LISTS_OF_BLOCKS)
        path = self.path[: last + 2]
        steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
        return self.reader.within + "".join(steps).removeprefix(".")

    @property
    def span(self) -> Span:
        """Where the block stands."""
        return self.reader.document.locate(self.path).within(self.id)

    def key_span(self, key: str) -> Span:
        """Where a key of the block stands, or the text that it came from."""
        value = self.data.get(key)
        path = (*self.path, key)
        located = self.reader.document.locate_key(path)
        found = value.span if located == self.span and isinstance(value, Text) else located
        return found.within(self.id)

    def fail(self, key: str, message: str, hint: str | None = None, code: str = "invalid") -> None:
        """Note a problem with a key of the block."""
        self.reader.fail(self.key_span(key), message, hint, code)

    def keys(self, model: type[KeysModel]) -> KeysModel | None:
        """Return the block's keys, or None where problems were noted."""
        return self.reader.keys(model, self.data, self.path)


def merged(defaults: PlainExerciseKeys, own: OwnKeys) -> OwnKeys:
    """Return `own` with what it leaves open taken from `defaults`; a dose replaces a dose whole."""
    kept = defaults.model_fields_set
    if own.model_fields_set & DOSE_FIELDS:
        kept = kept - DOSE_FIELDS
    update = {name: getattr(defaults, name) for name in kept - own.model_fields_set}
    return own.model_copy(update=update)


def at_level(keys: ExerciseKeys, level: Level) -> ExerciseKeys:
    """Return `keys` with what `easier` or `harder` puts in their place at a level."""
    over = getattr(keys, OVERLAYS[level]) if level in OVERLAYS else None
    if over is None:
        return keys
    chosen = {name: getattr(over, name) for name in over.model_fields_set}
    return merged(keys, ExerciseKeys().model_copy(update=chosen))


def _key_names(model: type[Keys]) -> list[str]:
    return [info.alias or name for name, info in model.model_fields.items()]


def _model_at(model: type[Keys], loc: DataPath) -> type[Keys]:
    """Return the model that the place `loc` inside `model` is checked against."""
    for step in loc:
        for name, info in model.model_fields.items():
            if step == (info.alias or name):
                model = next(_models_in(info.annotation), model)
    return model


def _models_in(annotation: Any) -> Iterator[type[Keys]]:
    if isinstance(annotation, type) and issubclass(annotation, Keys):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
