"""The kinds of values, by the mapping and the key that they are the type of."""

from typing import Any

from voicecoach.language.fields import Keys, by_key, kind_of
from voicecoach.language.values.kind import Kind
from voicecoach.problems import Span
from voicecoach.text.document import Text
from voicecoach.text.parsing import parse_document


def kind_of_key(model: type[Keys], key: str) -> Kind[Any]:
    """Return the kind of the values of a key."""
    kind = kind_of(by_key(model)[key])
    assert kind is not None
    return kind


def data_of(yaml_text: str) -> Any:
    """Return a value as it is in a file."""
    data = parse_document(f"value: {yaml_text}", "value").data
    assert isinstance(data, dict)
    return data["value"]


def plain(text: str) -> Text:
    """Return a text as it is written without quotes."""
    return Text(text, Span("", 1), inline=False)
