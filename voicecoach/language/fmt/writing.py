"""Writing: a tree as text, two spaces deeper for each level, a list below its key."""

import re

from voicecoach.language.fmt import texts
from voicecoach.language.fmt.tree import Alias, Branch, Collection, Node, Scalar

_INDENT = 2
_TIGHT = re.compile(r"#(?=[^\s#])")


def write(root: Collection, head: list[str]) -> str:
    """Return the text of a file: the comments above it, its branches, and those below."""
    lines = [*head, *_collection(root, 0)]
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _collection(node: Collection, indent: int) -> list[str]:
    """Return the lines of a mapping's or list's branches, and of the comments after them."""
    found: list[str] = []
    for index, branch in enumerate(node.branches):
        above, lines = _branch(branch, indent)
        if index == 0:
            above = above[next((i for i, line in enumerate(above) if line), len(above)) :]
        found += [*_indented(above, indent), *lines]
    return [*found, *_indented(node.foot, indent)]


def _branch(branch: Branch, indent: int) -> tuple[list[str], list[str]]:
    """Return the comments above a branch, not indented, and its lines."""
    value = branch.value
    start = " " * indent + ("-" if branch.key is None else f"{_key(branch.key)}:")
    start += f" &{value.anchor}" if not isinstance(value, Alias) and value.anchor else ""
    written = _inline(value, len(start) + 1, indent + _INDENT)
    if written is not None:
        return branch.before, [f"{start} {written}".rstrip() + _beside(branch)]
    if isinstance(value, Scalar):
        header, lines = _block_scalar(value, indent + _INDENT)
        first = f"{start} {header}" + _beside(branch)
        return branch.before, [first, *_indented(lines, indent + _INDENT)]
    assert isinstance(value, Collection)
    if branch.key is not None or value.anchor:
        inner = _collection(value, indent + _INDENT)
        return branch.before, [start + _beside(branch), *inner]
    return _item(branch, value, indent)


def _item(branch: Branch, value: Collection, indent: int) -> tuple[list[str], list[str]]:
    """Return an item whose first key or item stands behind its dash."""
    above = list(branch.before)
    if branch.beside is not None:
        above.append(branch.beside)
    inner = _collection(value, indent + _INDENT)
    while not inner[0].strip() or inner[0].lstrip().startswith("#"):
        above.append(inner.pop(0).strip())
    inner[0] = " " * indent + "- " + inner[0][indent + _INDENT :]
    return above, inner


def _inline(node: Node, column: int, indent: int) -> str | None:
    """Return a value as it is written behind its key or dash, or None where it needs lines.

    It would begin in `column`, its lines in `indent`.
    """
    if isinstance(node, Alias):
        return f"*{node.anchor}"
    if isinstance(node, Collection):
        written = _flow(node)
        fits = written is not None and column + len(written) <= texts.WIDTH
        return written if fits or not node.branches else None
    if node.header:
        return None
    if not node.value and not node.style:
        return ""
    written = texts.inline(node.value, quoted=bool(node.style))
    if column + len(written) <= texts.WIDTH and "\n" not in node.value:
        return written
    return written if texts.block_lines(node.value, texts.WIDTH - indent) is None else None


def _block_scalar(node: Scalar, indent: int) -> tuple[str, list[str]]:
    if node.header:
        return re.sub("[0-9]", str(_INDENT), node.header), node.lines
    found = texts.block_lines(node.value, texts.WIDTH - indent)
    assert found is not None
    return found


def _flow(node: Node) -> str | None:
    """Return a value as it is written in brackets, or None where it cannot be."""
    if isinstance(node, Alias):
        return f"*{node.anchor}"
    anchor = f"&{node.anchor} " if node.anchor else ""
    if isinstance(node, Scalar):
        empty = not node.value and not node.style
        return anchor + ("" if empty else texts.inline(node.value, True, bool(node.style)))
    if node.foot or (not node.flow and node.branches):
        return None
    parts = []
    for branch in node.branches:
        value = _flow(branch.value)
        if value is None or any(branch.before) or branch.beside is not None:
            return None
        # Without its blank, the colon before no value would belong to the key.
        parts.append(value if branch.key is None else f"{_key(branch.key, True)}: {value}")
    inside = ", ".join(parts)
    return f"{{{inside}}}" if node.mapping else f"[{inside}]"


def _key(node: Scalar | Alias, flow: bool = False) -> str:
    if isinstance(node, Alias):
        return f"*{node.anchor} "
    anchor = f"&{node.anchor} " if node.anchor else ""
    if node.value == "<<" and not node.style:
        return f"{anchor}<<"
    return anchor + texts.key(node.value, flow)


def _beside(branch: Branch) -> str:
    if branch.beside is None:
        return ""
    # A comment without a space could be taken for a part of the text before it.
    return "  " + _TIGHT.sub("# ", branch.beside, count=1)


def _indented(lines: list[str], indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in lines]
