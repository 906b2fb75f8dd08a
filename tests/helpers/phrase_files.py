"""Phrase files: what the program says in a language, and the words that lines are written with."""

import string
from typing import Any

import yaml

from helpers.pages import ROOT


def phrase_file(language: str) -> dict[str, Any]:
    """Return the phrases of a language as they stand in its file."""
    text = (ROOT / f"voicecoach/phrases/{language}.yaml").read_text("utf-8")
    phrases: dict[str, Any] = yaml.safe_load(text)
    return phrases


def braces(phrases: dict[str, Any]) -> dict[str, set[str]]:
    """Return the words in braces of each phrase, of all its plural forms together.

    The cases of times are no phrase: a language has those that its phrases name.
    """
    found = {}
    for key, phrase in phrases.items():
        if key == "time_cases":
            continue
        forms = list(phrase.values()) if isinstance(phrase, dict) else [phrase]
        fields = {field for form in forms for _, field, _, _ in string.Formatter().parse(str(form))}
        found[key] = {field for field in fields if field}
    return found
