"""Descriptions: what editors show about each key, from `descriptions.yaml`."""

from functools import cache
from pathlib import Path
from typing import Any

import yaml

_FILE = Path(__file__).with_suffix(".yaml")


@cache
def descriptions() -> dict[str, dict[str, dict[str, Any]]]:
    """Return the description and the examples of each key, by the mapping that it stands in."""
    # All scalars as text, as in a routine: `1:30` would be 90 otherwise.
    found = yaml.load(_FILE.read_text(encoding="utf-8"), yaml.BaseLoader)
    return {
        mapping: {
            key: {"description": entry["description"], "examples": _as_read(entry["examples"])}
            for key, entry in keys.items()
        }
        for mapping, keys in found.items()
    }


def _as_read(example: Any) -> Any:
    """Return an example as an editor reads it: numbers and booleans are no texts."""
    if isinstance(example, list):
        return [_as_read(item) for item in example]
    if isinstance(example, dict):
        return {key: _as_read(value) for key, value in example.items()}
    if example in ("true", "false"):
        return example == "true"
    return int(example) if example.removeprefix("-").isdecimal() else example
