"""Data: a routine as plain data, with comments, written as a file in its normal form.

This is how a program writes a routine: no text that stands in the data can become YAML syntax.
"""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from voicecoach.language.fmt.normalizing import normalize
from voicecoach.language.fmt.tree import Branch, Collection, Node, Scalar
from voicecoach.language.fmt.writing import write
from voicecoach.language.grammar.lexicon import lexicon

_NOWHERE = (0, 0)


class Commented(Struct, frozen=True):
    """A value with comments above it, each one line without its `#`; None is nothing but them."""

    value: "Value | None"
    above: tuple[str, ...] = ()


Value = str | Mapping[str, "Data"] | Sequence["Data"]
Data = Value | Commented


def routine_text(keys: Mapping[str, Data], head: Sequence[str] = ()) -> str:
    """Return the text of a routine with these keys, below the comments of `head`.

    What the keys hold is not checked: load the text to find out.
    """
    root = _node(keys)
    assert isinstance(root, Collection)
    language = keys.get("language", "en")
    assert isinstance(language, str)
    normalize(root, lexicon(language))
    return write(root, [_comment(line) for line in head])


def _scalar(text: str) -> Scalar:
    # As if in quotes: `off` is a word here, and no switch.
    return Scalar(text, '"', _NOWHERE, _NOWHERE)


def _node(data: Value) -> Node:
    if isinstance(data, str):
        return _scalar(data)
    mapping = isinstance(data, Mapping)
    made = Collection(mapping, False, _NOWHERE, _NOWHERE)
    keys = data if isinstance(data, Mapping) else [None] * len(data)
    items = data.values() if isinstance(data, Mapping) else data
    waiting: list[str] = []
    for key, item in zip(keys, items, strict=True):
        commented = item if isinstance(item, Commented) else Commented(item)
        waiting += [_comment(line) for line in commented.above]
        if commented.value is not None:
            made.branches.append(_branch(made, key, commented.value, waiting))
            waiting = []
    made.foot = waiting
    return made


def _branch(parent: Collection, key: str | None, value: Value, before: list[str]) -> Branch:
    if key is None:
        return Branch(parent, _NOWHERE, _node(value), before=before)
    return Branch(parent, _NOWHERE, _node(value), _scalar(key), key, before)


def _comment(line: str) -> str:
    return f"# {line}"
