"""Descriptions: what editors show about each key, from `descriptions.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_suffix(".yaml")


@cache
def descriptions() -> dict[str, dict[str, dict[str, Any]]]:
    """Return the description and the examples of each key, by the mapping that it belongs to."""
    # All scalars are text, as in a routine: `1:30` would be 90 otherwise.
    mappings = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.BaseLoader)
    typed: dict[str, dict[str, dict[str, Any]]] = _typed(mappings)
    return typed


def _typed(value: Any) -> Any:
    """Return a value as an editor reads it, with numbers and booleans."""
    if isinstance(value, list):
        return [_typed(item) for item in value]
    if isinstance(value, dict):
        return {key: _typed(item) for key, item in value.items()}
    if value in ("true", "false"):
        return value == "true"
    return int(value) if value.removeprefix("-").isdecimal() else value
