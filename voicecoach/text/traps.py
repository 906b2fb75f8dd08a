"""YAML's traps: text that YAML takes without a word, and otherwise than its author meant."""

import itertools
import re

import yaml

from voicecoach.problems import Span
from voicecoach.text.layout import ODD_BLANK, moved, row, with_colon, with_dash, without_inner
from voicecoach.text.quoting import quoted, quoted_hint
from voicecoach.text.vocabulary import Words

_TIGHT_COMMENT = re.compile(r"\s+(#[^\s#]\S*)")
# A key without the space that makes it one.
TIGHT_KEY = re.compile(rf"([a-z_]+):(?=[^\s:/]|[{ODD_BLANK}])")
# Where it stands, what is wrong, and what to write instead.
Trap = tuple[Span, str, str]

_CORE_TAG = "tag:yaml.org,2002:"
_CORE_TYPES = {"str", "int", "float", "bool", "null", "timestamp", "merge", "value", "seq", "map"}


def find(node: yaml.Node, span: Span, lines: list[str], vocabulary: Words) -> Trap | None:
    """Return the trap that `node` fell into, if any; `vocabulary` are the keys of the file."""
    text = lines[span.line - 1] if span.line <= len(lines) else ""
    tag = node.tag or ""
    if not tag.startswith(_CORE_TAG) or tag[len(_CORE_TAG) :] not in _CORE_TYPES:
        return _must_be_quoted("!", span, text)
    if isinstance(node, yaml.MappingNode) and node.flow_style:
        if node.value and all(_is_word(pair, lines) for pair in node.value):
            return _must_be_quoted("{", span, text)
        return _split_text(node, span.file, lines)
    if not isinstance(node, yaml.ScalarNode) or node.style:
        return None
    return (
        _swallowed_comment(node, span, lines)
        or _folded_item(node, span, lines, vocabulary)
        or _tight_colon(node, span, text)
    )


def _must_be_quoted(character: str, span: Span, text: str) -> Trap:
    message = f"a text that begins with `{character}` must be quoted"
    return span, message, quoted_hint(text, span.column - 1)


def _split_text(node: yaml.MappingNode, file: str, lines: list[str]) -> Trap | None:
    """Return the problem of `{say: Hips back, chest open}`, whose comma begins a new key."""
    for (key, value), pair in itertools.pairwise(node.value):
        word, _ = pair
        if not isinstance(value, yaml.ScalarNode) or not isinstance(word, yaml.ScalarNode):
            continue
        if not value.style and _is_word(pair, lines):
            place = Span(file, word.start_mark.line + 1, word.start_mark.column + 1)
            if value.start_mark.line != word.end_mark.line:
                hint = f'write `{key.value}: "{value.value}, {word.value}"`'
                return place, "in braces, a comma ends a text", hint
            line, end = lines[word.end_mark.line], word.end_mark.column
            # An empty value begins right behind its colon for one parser, further on for another.
            lead, text = line[: value.start_mark.column], line[value.start_mark.column : end]
            hint = f"write `{lead.strip()} {quoted(text.strip())}{line[end:].rstrip()}`"
            return place, "in braces, a comma ends a text", hint
    return None


def _swallowed_comment(node: yaml.ScalarNode, span: Span, lines: list[str]) -> Trap | None:
    """Return the problem of `We are #1`, whose end YAML takes for a comment."""
    end = node.end_mark
    text = lines[end.line] if end.line < len(lines) else ""
    comment = _TIGHT_COMMENT.match(text, end.column)
    if comment is None:
        return None
    place = Span(span.file, end.line + 1, comment.start(1) + 1, len(comment[1]))
    message = f"YAML reads `{comment[1]}` as a comment: it would not be spoken"
    hint = quoted_hint(text)
    if not is_empty(node):
        hint += f"; or `# {comment[1][1:]}` for a comment"
    return place, message, hint


def _folded_item(
    node: yaml.ScalarNode, span: Span, lines: list[str], vocabulary: Words
) -> Trap | None:
    """Return the problem of a list item that YAML reads as more of the text above it."""
    first = lines[span.line - 1] if span.line <= len(lines) else ""
    other = with_dash(first)
    for number in range(node.start_mark.line + 1, min(node.end_mark.line + 1, len(lines))):
        text = lines[number]
        stripped = text.strip()
        if not stripped.startswith("- "):
            continue
        above = row(first)
        right = None if above.dashes or above.key else with_colon(above.content)
        if span.line == 1 and not above.indent and not above.key and not above.dashes:
            right = right or f"title: {above.content}"
        if right is not None:
            return span, "this line has no `:`", f"write `{right}`"
        if other is not None:
            indent = len(first) - len(first.lstrip())
            place = Span(span.file, span.line, indent + 1)
            return place, "an item of a list begins with `- `", f"write `{other}`"
        place = Span(span.file, number + 1, len(text) - len(text.lstrip()) + 1)
        if above.key in vocabulary().holders:
            return place, *without_inner(above, vocabulary())
        message = "this item is indented deeper than its list: YAML adds it to the line above"
        return place, message, moved(stripped, above.indent)
    return None


def _tight_colon(node: yaml.ScalarNode, span: Span, text: str) -> Trap | None:
    """Return the problem of `- exercise:Plank`, which is a text without a space after the colon."""
    key = TIGHT_KEY.match(node.value)
    if key is None or text[: span.column - 1].strip() not in ("", "-"):
        return None
    # What YAML takes for the rest of the text has a key, and a hint, of its own.
    first = text[span.column - 1 :].partition(":")[2]
    hint = f"write `{key[1]}: {first.strip()}`"
    return span, "a key needs a space after its `:`", hint


def _is_word(pair: tuple[yaml.Node, yaml.Node], lines: list[str]) -> bool:
    """Return whether a pair in braces is a word without a colon, as in `{side}`."""
    key, value = pair
    end = key.end_mark
    return is_empty(value) and not lines[end.line][end.column :].lstrip().startswith(":")


def is_empty(node: yaml.Node) -> bool:
    """Return whether nothing is written where `node` stands; quotes are something."""
    # The style of a plain scalar is None or empty, as the loader has it.
    return isinstance(node, yaml.ScalarNode) and node.value == "" and not node.style
