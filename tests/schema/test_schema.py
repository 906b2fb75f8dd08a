"""The schema itself: a JSON Schema, up to date, with words for every key."""

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator

from helpers.editors import SCHEMA
from voicecoach.language import blocks, schema
from voicecoach.language.fields import Keys, by_key
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.key_forms import read_keys
from voicecoach.language.key_reading import KeyReading
from voicecoach.language.schema.descriptions import descriptions
from voicecoach.language.schema.routine import Schema
from voicecoach.text.parsing import parse_document


def described() -> list[Any]:
    """Return the schema of each property that has examples."""
    found = [("routine", SCHEMA), *SCHEMA["definitions"].items()]
    return [
        pytest.param(fragment, id=f"{name}.{key}")
        for name, definition in found
        for key, fragment in definition.get("properties", {}).items()
        if "examples" in fragment
    ]


def test_the_schema_is_a_json_schema() -> None:
    Draft7Validator.check_schema(SCHEMA)


def test_the_file_in_the_package_is_up_to_date() -> None:
    shipped = schema.SHIPPED.read_text(encoding="utf-8")
    stale = "write it anew: voicecoach schema -o voicecoach/language/schema/routine.schema.json"
    assert shipped == schema.schema_text(), stale


def test_each_reference_leads_somewhere() -> None:
    def check(fragment: Any) -> None:
        if isinstance(fragment, dict):
            target: Any = SCHEMA
            for step in fragment.get("$ref", "#").split("/")[1:]:
                target = target[step]
            for value in fragment.values():
                check(value)
        elif isinstance(fragment, list):
            for value in fragment:
                check(value)

    check({key: value for key, value in SCHEMA.items() if key != "$schema"})


def test_each_key_is_described_and_each_description_has_a_key() -> None:
    made = Schema()
    made.root()
    written = {(mapping, key) for mapping, keys in descriptions().items() for key in keys}
    assert made.keys - written == set(), (
        "describe them in voicecoach/language/schema/descriptions.yaml"
    )
    assert written - made.keys == set(), "no such keys"


def test_each_description_is_a_sentence_and_has_an_example() -> None:
    for keys in descriptions().values():
        for entry in keys.values():
            assert entry["description"].endswith(".")
            assert entry["examples"]


@pytest.mark.parametrize("fragment", described())
def test_the_examples_fit_the_schema(fragment: dict[str, Any]) -> None:
    validator = Draft7Validator({**fragment, "definitions": SCHEMA["definitions"]})
    for example in fragment["examples"]:
        validator.validate(example)


@pytest.mark.parametrize("model", Keys.__subclasses__(), ids=lambda model: model.__name__)
def test_the_program_reads_the_examples(model: type[Keys]) -> None:
    models = [model]
    for each in models:
        models += each.__subclasses__()
    for each in models:
        keys = set(by_key(each))
        for mapping, entries in descriptions().items():
            if set(entries) <= keys:
                for key, entry in entries.items():
                    for example in entry["examples"]:
                        assert refusals(each, key, example) == [], (mapping, key, example)


def refusals(model: type[Keys], key: str, example: Any) -> list[Any]:
    """Return what a model has against an example, other than the keys it lacks."""
    data = parse_document(json.dumps({key: example}, ensure_ascii=False), "example").data
    assert isinstance(data, dict)
    reading = KeyReading(lexicon("en"), [])
    read_keys(model, data, reading)
    return [fault for fault in reading.faults if fault.kind != "missing"]


def test_there_is_a_definition_of_each_kind_of_block() -> None:
    references = [
        each["$ref"] for each in SCHEMA["definitions"]["block"]["anyOf"] if "$ref" in each
    ]
    assert references == [f"#/definitions/{kind}-block" for kind in blocks.kinds()]
