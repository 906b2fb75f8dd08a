"""How editors see a routine: YAML 1.1, where `off` is a boolean and `1:30` is 90, and YAML 1.2."""

import json
import re
from typing import Any

import yaml
from jsonschema import Draft7Validator

from voicecoach.language.schema import schema_text

SCHEMA: dict[str, Any] = json.loads(schema_text())


class Yaml12Loader(yaml.SafeLoader):
    """A loader for the core schema of YAML 1.2, and for merges."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012


for _kind, _pattern, _first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("null", "~|null|Null|NULL|", ["~", "n", "N", ""]),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("merge", "<<", "<"),
):
    Yaml12Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_kind}", re.compile(rf"^(?:{_pattern})$"), list(_first)
    )

LOADERS = (yaml.SafeLoader, Yaml12Loader)


def complaints(text: str, loader: Any, definition: str | None = None) -> list[str]:
    """Return what the schema has against the YAML in `text`, as a routine or as a definition."""
    schema = SCHEMA
    if definition is not None:
        schema = {"$ref": f"#/definitions/{definition}", "definitions": SCHEMA["definitions"]}
    data = yaml.load(text, loader)
    return [
        f"{error.json_path}: {error.message}" for error in Draft7Validator(schema).iter_errors(data)
    ]
