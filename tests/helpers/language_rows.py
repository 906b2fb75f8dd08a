"""The rows that each language is tested by: a module for each of them, found by its tag."""

import importlib
import pkgutil
from types import ModuleType


def languages_of(package: ModuleType) -> tuple[str, ...]:
    """Return the languages that a package has rows of."""
    return tuple(sorted(module.name for module in pkgutil.iter_modules(package.__path__)))


def rows_of(package: ModuleType, language: str) -> dict[str, str]:
    """Return the rows of a language: what is written, and what it comes to."""
    rows: dict[str, str] = importlib.import_module(f"{package.__name__}.{language}").ROWS
    return rows


def all_rows(package: ModuleType) -> dict[str, tuple[str, str, str]]:
    """Return the rows of all languages by an id: the language, the text and what it comes to."""
    return {
        f"{language} {written}": (language, written, meant)
        for language in languages_of(package)
        for written, meant in rows_of(package, language).items()
    }
