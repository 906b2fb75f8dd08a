"""Blocks: what a routine is made of, one module a kind, named after its kind key.

Each module has a `read(entry)` that returns the block or None, having noted what is wrong, and the
model of its keys, `KEYS`; the block unrolls itself to phases. The sample in a module's docstring is
a routine that a test builds.
"""

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from functools import cache, partial
from itertools import pairwise
from types import ModuleType
from typing import Any

from voicecoach.language import block_hints, kindless, line_rounds, words
from voicecoach.language.drawing import drawn
from voicecoach.language.draws import Draw
from voicecoach.language.entry import Entry
from voicecoach.language.fields import Keys, by_key
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import tokens_of
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.keys.header import RoutineKeys
from voicecoach.language.layers import DOSE_FIELDS
from voicecoach.language.reader import HELD, MAX_NESTING, Reader
from voicecoach.language.remarks import Remarks
from voicecoach.language.short_form import MisreadError, ShortForm, parse
from voicecoach.language.short_form.rests import rest_of
from voicecoach.language.surroundings import Surroundings
from voicecoach.problems import Span
from voicecoach.routine.flow import Block
from voicecoach.text.document import Data, DataPath, Text

Item = tuple[Any, DataPath]

EXERCISE_KEYS = set(by_key(ExerciseKeys))
# Keys of a file, which a block may be taken for.
HEADER_KEYS = set(by_key(RoutineKeys)) - EXERCISE_KEYS

# Kinds only where no other kind key stands, since other blocks have keys of these names.
WEAK = ("rest", "say")
# Kinds whose value is a title, so that a list there should stand under `do`.
_TITLED = ("circuit", "section")


def kinds() -> tuple[str, ...]:
    """Return the kind keys."""
    return _modules_in(*__path__)


@cache
def _modules_in(*directories: str) -> tuple[str, ...]:
    return tuple(sorted(module.name for module in pkgutil.iter_modules(directories)))


def keys_of(kind: str) -> type[Keys]:
    """Return the model of the keys of a kind of block."""
    keys: type[Keys] = module_of(kind).KEYS
    return keys


def module_of(kind: str) -> ModuleType:
    """Return the module of a kind of block."""
    return importlib.import_module(f"{__name__}.{kind}")


def kinds_among(keys: Iterable[str]) -> list[str]:
    """Return the kinds that a block with these keys may be: one, unless something is wrong."""
    found = [key for key in keys if key in kinds()]
    return [key for key in found if key not in WEAK] or [key for key in WEAK if key in found][:1]


def read_list(
    reader: Reader, data: Data, path: DataPath, around: Surroundings, draw: Draw | None = None
) -> tuple[Block, ...]:
    """Return the blocks of the list at `path`; those with problems or not drawn are left out."""
    document = reader.document
    is_rest = partial(_is_rest, lexicon=reader.lexicon)
    if not isinstance(data, list):
        below = document.locate(path).line > document.locate_key(path).line
        span = document.locate(path) if below else document.locate_key(path)
        hint = block_hints.list_hint(document, path, data, is_rest)
        reader.fail(span, f"`{path[-1]}` takes a list of blocks", hint)
        return ()
    if not data:
        hint = f"write `{path[-1]}: [Plank 30s]`, with your own lines"
        reader.fail(document.locate_key(path), f"`{path[-1]}` is empty", hint)
    if document.is_flow(path) and any(_parts_a_line(pair, is_rest) for pair in pairwise(data)):
        message = "in brackets, a comma begins a new block: the rest would stand alone"
        hint = block_hints.bracket_hint(data, is_rest)
        reader.fail(document.locate(path), message, hint)
        return ()
    cut_off = kindless.cut_off(document, path, data, EXERCISE_KEYS - set(kinds()))
    if cut_off is not None:
        reader.fail(*cut_off)
        return ()
    items = [(item, (*path, index)) for index, item in enumerate(data)]
    return read_items(reader, items, around, draw)


def read_items(
    reader: Reader, items: Sequence[Item], around: Surroundings, draw: Draw | None = None
) -> tuple[Block, ...]:
    """Return the blocks of `items`; a section without `do` takes those up to the next section."""
    found: list[tuple[Block | None, Remarks]] = []
    index = 0
    while index < len(items):
        data, path = items[index]
        index += 1
        if isinstance(data, Text):
            within = [item for item, _ in items]
            hint = line_rounds.hint(within, index - 1, reader.lexicon)
            if hint is not None:
                message = f"`{data}` stands alone: what is done so often stands in a block"
                reader.fail(data.span, message, hint)
                continue
        following: list[Item] = []
        if _is_heading(data):
            while index < len(items) and not _is_section(items[index][0]):
                following.append(items[index])
                index += 1
        with reader.separate_remarks() if draw else nullcontext(Remarks()) as remarks:
            block = _read_block(reader, data, path, around, following)
        found.append((block, remarks))
    if draw is not None:
        found = drawn(reader, found, draw)
    for _, remarks in found:
        reader.remarks.add(remarks)
    return tuple(block for block, _ in found if block is not None)


def _read_block(
    reader: Reader, data: Any, path: DataPath, around: Surroundings, following: list[Item]
) -> Block | None:
    one_line = isinstance(data, Text)
    if isinstance(data, Text):
        try:
            has_default_dose = bool(around.defaults.fields_set & DOSE_FIELDS)
            found = parse(data, reader.lexicon, has_default_dose, around.read_out)
        except MisreadError as error:
            reader.fail(error.part.span, error.message, error.hint)
            return None
        if found.note is not None:
            reader.note(data.span, HELD, found.note)
        if around.in_rounds and found.listed is not None:
            reader.fail(data.span, *_list_in_rounds(found))
            return None
        data, kind = dict(found.keys), str(found.kind)
    elif isinstance(data, dict):
        found_kind = _kind(reader, data, path)
        if found_kind is None:
            return None
        kind = found_kind
    else:
        reader.fail(
            reader.document.locate(path), *block_hints.no_block(reader.document, path, data)
        )
        return None
    if around.depth > MAX_NESTING:
        reader.fail(reader.document.locate(path), f"blocks nest at most {MAX_NESTING} deep")
        return None
    entry = Entry(reader, data, path, around, one_line, following)
    block: Block | None = module_of(kind).read(entry)
    return block


def _list_in_rounds(line: ShortForm) -> tuple[str, str]:
    """Return the message and hint for a list in a line that is done in several rounds."""
    name, key = line.keys["exercise"], line.listed
    values = ", ".join(map(str, line.keys[key or ""]))
    message = f"`{values}` can be read two ways: a value a round, or all of them in each round?"
    hint = f"write `exercise: {name}` with `{key}: [{values}]` below it for all in each round; or"
    return message, f"{hint} beside `rounds`, `by_round: true` for a value a round"


def _kind(reader: Reader, data: dict[str, Any], path: DataPath) -> str | None:
    """Return a block's kind key, or None where there is not exactly one."""
    document, found = reader.document, kinds_among(data)
    first = next(iter(data), "")
    if found == ["pause"] and words.meant(first, ("exercise",)):
        span = document.locate_key((*path, first))
        message = f"unknown key `{first}` in a block"
        reader.fail(span, message, "did you mean `exercise`?", "unknown-key")
        return None
    if len(found) > 1:
        span = document.locate_key((*path, found[1]))
        reader.fail(span, *block_hints.two_kinds(document, path, found[0], found[1]))
        return None
    for key, value in data.items():
        kind = key if key in found else words.meant(key, kinds())
        if kind in _TITLED and isinstance(value, list):
            listed = document.is_flow((*path, key))
            message, hint = block_hints.list_of_titled(key, str(kind), value, listed)
            reader.fail(document.locate_key((*path, key)), message, hint)
            return None
    named = data["exercise"].get("name") if isinstance(data.get("exercise"), dict) else None
    if isinstance(named, Text):
        message = "the keys of an exercise stand beside `exercise`, not below it"
        span = document.locate_key((*path, "exercise"))
        hint = f"write `- exercise: {named}`, and delete `name: {named}`"
        reader.fail(span, message, hint)
        return None
    if found:
        return found[0]
    reader.fail(*kindless.fault(document, path, data, kinds(), EXERCISE_KEYS, HEADER_KEYS))
    return None


def _is_section(data: Any) -> bool:
    return isinstance(data, dict) and "section" in data


def _is_heading(data: Any) -> bool:
    return _is_section(data) and "do" not in data


def _parts_a_line(pair: tuple[Any, Any], is_rest: Callable[[str], bool]) -> bool:
    """Return whether the comma between two items in brackets may be that of one line."""
    return all(isinstance(item, Text) and not item.quoted for item in pair) and is_rest(pair[1])


def _is_rest(item: str, lexicon: Lexicon) -> bool:
    text = item if isinstance(item, Text) else Text(item, Span("", 1))
    return rest_of(tokens_of(text), lexicon) is not None
