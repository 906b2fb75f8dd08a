"""Normalizing: the tree of a file brought into normal form, before it is written out.

What an alias stands for keeps its values as they are written, since they may mean something else
where the alias stands; so do `vars`, whose values go wherever their names stand. What is only
merged with `<<` has the same keys there, and so is no exception.
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from msgspec import Struct

from voicecoach.language import blocks
from voicecoach.language.definitions import DefinitionKeys, catalogue
from voicecoach.language.fields import Keys, by_key, kind_of, models_in
from voicecoach.language.fmt import lines, order
from voicecoach.language.fmt.texts import inline
from voicecoach.language.fmt.tree import Alias, Branch, Collection, Node, Scalar, anchors_in
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.keys.header import RoutineKeys
from voicecoach.language.short_form.reading import DOSE_KEYS
from voicecoach.language.values.kind import Kind
from voicecoach.problems import Span
from voicecoach.text.document import Text

_INDENT = 2


def normalize(root: Collection, lexicon: Lexicon) -> None:
    """Bring a routine's tree into normal form; the lexicon is that of its language."""
    _keep(root, set(_aliases(root)))
    _Normalizing(lexicon).keys(root, RoutineKeys, None, 0)


class _Normalizing(Struct, frozen=True):
    """Normalizes the parts of a tree, each of which stands in the column `indent`."""

    lexicon: Lexicon

    def keys(self, node: Collection, model: type[Keys], kind: str | None, indent: int) -> None:
        """Put the keys of a mapping in order, and their values into normal form."""
        fields = by_key(model)
        for branch in node.branches:
            if branch.name in ("workout", "do") and branch.name in fields:
                self._blocks(branch.value, indent + _INDENT)
            elif branch.name == "exercises":
                for definition in branch.value.branches:
                    self._mapping(definition.value, DefinitionKeys, indent + 2 * _INDENT)
            elif branch.name == kind == "exercise":
                # With a dose of its own, the name is no short form.
                if not any(each.name in (*DOSE_KEYS, order.MERGE) for each in node.branches):
                    self._line(branch.value, lines.LONGEST)
            elif branch.name == kind == "tabata":
                self._mapping(branch.value, ExerciseKeys, indent + _INDENT)
            elif branch.name in fields:
                info = fields[branch.name]
                models = models_in(info.type)
                for inner in models:
                    self._mapping(branch.value, inner, indent + _INDENT)
                # A mapping is either one of keys or a value itself, such as a part of a tempo.
                if not models or isinstance(branch.value, Scalar):
                    self._value(branch.value, kind_of(info))
        _reorder(node, model, kind)

    def _mapping(self, node: Node, model: type[Keys], indent: int) -> None:
        """Normalize a mapping of a model's keys, or a list of them."""
        if isinstance(node, Collection) and node.mapping:
            self.keys(node, model, None, indent)
        else:
            for branch in node.branches:
                self._mapping(branch.value, model, indent)

    def _value(self, node: Node, kind: Kind[Any] | None) -> None:
        """Normalize a text, and what stands in a list or mapping that is a value."""
        if kind is None:
            return
        if isinstance(node, Scalar):
            text = Text(node.value, Span("", 1), quoted=bool(node.style))
            _rewrite(node, kind.normal(text, self.lexicon))
        for branch in node.branches:
            self._value(branch.value, kind.inner)

    def _line(self, node: Node, room: int) -> None:
        if isinstance(node, Scalar):
            _rewrite(node, lines.rewritten(node.value, self.lexicon, room))

    def _blocks(self, node: Node, indent: int) -> None:
        if not isinstance(node, Collection) or node.mapping:
            return
        # A list of blocks stands in lines: in brackets, a comma would part a line in two.
        node.flow = False
        for branch in node.branches:
            self._line(branch.value, lines.LONGEST - indent - _INDENT)
            if isinstance(branch.value, Collection) and branch.value.mapping:
                self._block(branch, branch.value, indent + _INDENT)

    def _block(self, branch: Branch, block: Collection, indent: int) -> None:
        kind = _kind(block)
        if kind is None:
            return
        _hoist(branch, block)
        self.keys(block, blocks.keys_of(kind), kind, indent)
        _hoist(branch, block)
        besides = [each.beside for each in (branch, *block.branches) if each.beside is not None]
        line = self._as_line(block) if len(besides) <= 1 else None
        if line is not None and len(line) <= lines.LONGEST - indent and inline(line) == line:
            branch.beside = next(iter(besides), None)
            branch.value = Scalar(line, "", block.start, block.end)

    def _as_line(self, block: Collection) -> str | None:
        """Return a block as a line, or None where something would be lost."""
        if block.kept or block.foot or any(anchors_in(block)):
            return None
        keys: dict[str, lines.Normal] = {}
        for each in block.branches:
            if any(each.before) or not isinstance(each.value, Scalar):
                return None
            if "{" in each.value.value or "}" in each.value.value:
                return None
            keys[each.name] = each.value.value
        own_dose = any(key in keys for key in DOSE_KEYS)
        if "exercise" in keys:
            name = lines.taken_apart(str(keys["exercise"]), self.lexicon, own_dose)
            if name is None or (name.keys() & keys.keys()) != {"exercise"}:
                return None
            if str(name["exercise"]) in catalogue():
                # A line means no more than its words; the key asks the catalogue.
                return None
            keys |= name
        normal = {key: lines.normal(key, value, self.lexicon) for key, value in keys.items()}
        return lines.written(normal, self.lexicon)


def _hoist(branch: Branch, block: Collection) -> None:
    """Put the comments at a block's dash and above its first key above the block."""
    first = block.branches[0]
    above = [*first.before]
    block.flow = block.flow and not any(each.beside or each.before for each in block.branches)
    if not block.flow:
        above.insert(0, branch.beside or "")
        branch.beside = None
    branch.before += [comment for comment in above if comment]
    first.before = []


def _kind(block: Collection) -> str | None:
    """Return the kind of a block; None where a merge or alias brings it in."""
    keys = [branch.name for branch in block.branches]
    kind = next(iter(blocks.kinds_among(keys)), None)
    return None if kind in blocks.WEAK and order.MERGE in keys else kind


def _rewrite(node: Scalar, value: str) -> None:
    """Write a text anew, unless it is to be kept."""
    if not node.kept and value != node.value:
        node.value, node.style, node.header = value, "", ""


def _aliases(node: Node) -> Iterator[str]:
    """Yield the anchors that are referred to other than in a merge."""
    if isinstance(node, Alias):
        yield node.anchor
    for branch in node.branches:
        if isinstance(branch.key, Alias):
            yield branch.key.anchor
        if branch.name != order.MERGE:
            yield from _aliases(branch.value)


def _keep(node: Node, referred: set[str], kept: bool = False) -> None:
    """Mark what aliases stand for, and all that is in it."""
    if not isinstance(node, Alias):
        node.kept = kept or node.anchor in referred
        for branch in node.branches:
            _keep(branch.value, referred, node.kept)


def _reorder(node: Collection, model: type[Keys], kind: str | None) -> None:
    before = {id(below): above for above, below in pairwise(node.branches)}
    node.branches = order.ordered(node.branches, model, kind)
    for index, branch in enumerate(node.branches):
        moved = before.get(id(branch)) is not (node.branches[index - 1] if index else None)
        if moved and isinstance(branch.value, Scalar) and not any(branch.before):
            # A blank line set it off from what it no longer stands below.
            branch.before = []
