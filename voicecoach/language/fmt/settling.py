"""Settling: the tree of a file brought into normal form, before it is written out.

What an alias stands for keeps its values as they are written, since they may mean something else
where the alias stands; so do `vars`, whose values go wherever their names stand. What is only
merged with `<<` has the same keys there, and so is no exception.
"""

from collections.abc import Iterator
from functools import partial
from itertools import pairwise

from voicecoach.language import blocks, fields
from voicecoach.language.definitions import DefinitionKeys, catalogue
from voicecoach.language.fmt import lengths, lines, order
from voicecoach.language.fmt.shapes import Shape, shapes_of
from voicecoach.language.fmt.texts import inline
from voicecoach.language.fmt.tree import Alias, Collection, Entry, Node, Scalar, anchors_in
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.keys.header import RoutineKeys
from voicecoach.language.short_form import DOSE_KEYS

_INDENT = 2


def settle(root: Collection) -> None:
    """Bring a routine's tree into normal form."""
    _keep(root, set(_aliases(root)))
    _settle_keys(root, RoutineKeys, None, 0)


def _settle_keys(node: Collection, model: type[fields.Keys], kind: str | None, indent: int) -> None:
    """Put the keys of a mapping in order, and their values into normal form."""
    shapes = shapes_of(model)
    for entry in node.entries:
        if entry.name in ("workout", "do") and entry.name in shapes:
            _settle_blocks(entry.value, indent + _INDENT)
        elif entry.name == "exercises":
            for definition in entry.value.entries:
                _settle_value(definition.value, DefinitionKeys, indent + 2 * _INDENT)
        elif entry.name == kind == "exercise":
            # With a dose of its own, the name is no short form.
            if not any(each.name in (*DOSE_KEYS, order.MERGE) for each in node.entries):
                _rewrite(entry.value, lines.rewritten)
        elif entry.name == kind == "tabata":
            _settle_value(entry.value, ExerciseKeys, indent + _INDENT)
        else:
            _settle_value(entry.value, shapes.get(entry.name), indent + _INDENT)
    _reorder(node, model, kind)


def _settle_value(node: Node, shape: Shape, indent: int) -> None:
    """Settle a text, a mapping of a model's keys, or a list of either."""
    if isinstance(shape, type) and isinstance(node, Collection) and node.mapping:
        _settle_keys(node, shape, None, indent)
    elif isinstance(node, Scalar):
        if shape is not None and not isinstance(shape, type):
            _rewrite(node, shape)
    elif shape is not lengths.sides:  # in a list, any word is the name of a side
        for entry in node.entries:
            _settle_value(entry.value, shape, indent)


def _settle_blocks(node: Node, indent: int) -> None:
    if not isinstance(node, Collection) or node.mapping:
        return
    # A list of blocks stands in lines: in brackets, a comma would part a line in two.
    node.flow = False
    for entry in node.entries:
        if isinstance(entry.value, Scalar):
            room = lines.LONGEST - indent - _INDENT
            _rewrite(entry.value, partial(lines.rewritten, room=room))
        elif isinstance(entry.value, Collection) and entry.value.mapping:
            _settle_block(entry, entry.value, indent + _INDENT)


def _settle_block(entry: Entry, block: Collection, indent: int) -> None:
    kind = _kind(block)
    if kind is None:
        return
    _hoist(entry, block)
    _settle_keys(block, blocks.keys_of(kind), kind, indent)
    _hoist(entry, block)
    besides = [each.beside for each in (entry, *block.entries) if each.beside is not None]
    line = _as_line(block) if len(besides) <= 1 else None
    if line is not None and len(line) <= lines.LONGEST - indent and inline(line) == line:
        entry.beside = next(iter(besides), None)
        entry.value = Scalar(line, "", block.start, block.end)


def _hoist(entry: Entry, block: Collection) -> None:
    """Put the comments at a block's dash and above its first key above the block."""
    first = block.entries[0]
    above = [*first.before]
    block.flow = block.flow and not any(each.beside or each.before for each in block.entries)
    if not block.flow:
        above.insert(0, entry.beside or "")
        entry.beside = None
    entry.before += [comment for comment in above if comment]
    first.before = []


def _as_line(block: Collection) -> str | None:
    """Return a block as a line, or None where something would be lost."""
    if block.kept or block.foot or any(anchors_in(block)):
        return None
    keys = {}
    for each in block.entries:
        if any(each.before) or not isinstance(each.value, Scalar):
            return None
        if "{" in each.value.value or "}" in each.value.value:
            return None
        keys[each.name] = each.value.value
    own_dose = any(key in keys for key in DOSE_KEYS)
    if "exercise" in keys:
        name = lines.taken_apart(keys["exercise"], own_dose)
        if name is None or (name.keys() & keys.keys()) != {"exercise"}:
            return None
        if name["exercise"] in catalogue():
            # A line means no more than its words; the key asks the catalogue.
            return None
        keys |= name
    return lines.written({key: lines.normal(key, value) for key, value in keys.items()})


def _kind(block: Collection) -> str | None:
    """Return the kind of a block; None where a merge or alias brings it in."""
    keys = [entry.name for entry in block.entries]
    kind = next(iter(blocks.kinds_among(keys)), None)
    return None if kind in blocks.WEAK and order.MERGE in keys else kind


def _rewrite(node: Node, write: lengths.Writer) -> None:
    """Write a text anew, unless it is to be kept."""
    if isinstance(node, Scalar) and not node.kept:
        value = lengths.written(write, node.value)
        if value != node.value:
            node.value, node.header = value, ""


def _aliases(node: Node) -> Iterator[str]:
    """Yield the anchors that are referred to other than in a merge."""
    if isinstance(node, Alias):
        yield node.anchor
    for entry in node.entries:
        if isinstance(entry.key, Alias):
            yield entry.key.anchor
        if entry.name != order.MERGE:
            yield from _aliases(entry.value)


def _keep(node: Node, referred: set[str], kept: bool = False) -> None:
    """Mark what aliases stand for, and all that is in it."""
    if not isinstance(node, Alias):
        node.kept = kept or node.anchor in referred
        for entry in node.entries:
            _keep(entry.value, referred, node.kept)


def _reorder(node: Collection, model: type[fields.Keys], kind: str | None) -> None:
    before = {id(below): above for above, below in pairwise(node.entries)}
    node.entries = order.ordered(node.entries, model, kind)
    for index, entry in enumerate(node.entries):
        moved = before.get(id(entry)) is not (node.entries[index - 1] if index else None)
        if moved and isinstance(entry.value, Scalar) and not any(entry.before):
            # A blank line set it off from what it no longer stands below.
            entry.before = []
