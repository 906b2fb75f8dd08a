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
    return {
        mapping: {
            key: {"description": words["description"], "examples": _typed(words["examples"])}
            for key, words in keys.items()
        }
        for mapping, keys in mappings.items()
    }


def _typed(example: Any) -> Any:
    """Return an example as an editor reads it, with numbers and booleans."""
    if isinstance(example, list):
        return [_typed(item) for item in example]
    if isinstance(example, dict):
        return {key: _typed(value) for key, value in example.items()}
    if example in ("true", "false"):
        return example == "true"
    return int(example) if example.removeprefix("-").isdecimal() else example
