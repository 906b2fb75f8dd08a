"""YAML's limits: what is nested too deep or grows too large, found before anything is built."""

from typing import Any

import yaml

MAX_DEPTH = 100
MAX_NODES = 100_000


def overrun(text: str, loader: Any) -> tuple[int, int, str] | None:
    """Return line and column (from 1) where `text` goes beyond a limit, and which; or None.

    Aliases count as what they stand for, written out. Raises yaml.YAMLError as parsing does.
    """
    total = depth = 0
    sizes: dict[str, int] = {}
    open_anchors: list[tuple[str | None, int]] = []
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.AliasEvent):
            if any(event.anchor == anchor for anchor, _ in open_anchors):
                return *_place(event), "this alias stands inside what it stands for"
            total += sizes.get(str(event.anchor), 1)
        elif isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            open_anchors.append((event.anchor, total))
            total += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
            anchor, before = open_anchors.pop()
            if anchor is not None:
                sizes[anchor] = total - before
        elif isinstance(event, yaml.ScalarEvent):
            total += 1
        if depth > MAX_DEPTH:
            return *_place(event), f"nested more than {MAX_DEPTH} deep"
        if total > MAX_NODES:
            return *_place(event), f"more than {MAX_NODES} values once the aliases are written out"
    return None


def _place(event: yaml.Event) -> tuple[int, int]:
    assert event.start_mark is not None
    return event.start_mark.line + 1, event.start_mark.column + 1
