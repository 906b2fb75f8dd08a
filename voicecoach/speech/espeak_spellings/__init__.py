"""Spellings of words that espeak-ng gets wrong, and that it gets right: one module a language.

Each has `SPELLINGS`, by the words in lower case. Piper's voices take their phonemes from espeak-ng.
"""

import importlib
import pkgutil
from collections.abc import Mapping


def spellings_for(language: str) -> Mapping[str, str]:
    """Return the spellings for a language, a tag such as `de`; none where it has no module."""
    if language not in {module.name for module in pkgutil.iter_modules(__path__)}:
        return {}
    spellings: Mapping[str, str] = importlib.import_module(f"{__name__}.{language}").SPELLINGS
    return spellings
