"""PyYAML's parsers, and errors of theirs that say nothing."""

from typing import Any

import yaml

PARSERS = [yaml.SafeLoader] + ([yaml.CSafeLoader] if hasattr(yaml, "CSafeLoader") else [])


def keep_places(
    self: yaml.MarkedYAMLError,
    _context: object = None,
    context_mark: Any = None,
    _problem: object = None,
    problem_mark: Any = None,
    _note: object = None,
) -> None:
    """Stand in for an error's `__init__`: it takes the places, and none of the words."""
    self.context = self.problem = self.note = None
    self.context_mark, self.problem_mark = context_mark, problem_mark
