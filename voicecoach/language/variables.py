"""Variables: the names under `vars`, put in wherever a text or value uses them as `{name}`.

This happens before anything is given a meaning: a value that is just `{name}` becomes what the
variable holds, be it a text, a list or a mapping.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from voicecoach.language.reader import Reader
from voicecoach.problems import nearest_hint
from voicecoach.routine import placeholders
from voicecoach.text.document import Text
from voicecoach.text.limits import MAX_NODES

MAX_LENGTH = 10_000

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
# Keys whose texts are for readers of the file: braces mean nothing in them.
_UNSPOKEN = ("note", "description", "author")


@dataclass(frozen=True, slots=True)
class Variables:
    """Variables and their values, as data from a file or from the command line.

    `put` counts the values put in so far, so that they cannot multiply without end.
    """

    reader: Reader
    values: Mapping[str, Any]
    put: list[int] = field(default_factory=lambda: [0])

    def put_in(self, data: Any) -> Any:
        """Return `data` with all variables put in; unknown placeholders are noted."""
        if isinstance(data, Text):
            return self._in_text(data)
        if isinstance(data, list):
            return [self.put_in(item) for item in data]
        if isinstance(data, dict):
            return {
                key: value if key in _UNSPOKEN else self.put_in(value)
                for key, value in data.items()
            }
        return data

    def _in_text(self, text: Text) -> Any:
        found = list(placeholders.found(text))
        for name, start, end in found:
            if name not in placeholders.NAMES and name not in self.values:
                known = (*placeholders.NAMES, *self.values)
                hint = nearest_hint(name, known, "{{{}}}") or "`{{` is a brace"
                part = text.part(start, end)
                self.reader.fail(part.span, f"unknown placeholder `{part}`", hint)
                self.reader.settled_faults.append(text.span)
        used = [each for each in found if each[0] in self.values]
        if not used:
            return text
        name, start, end = used[0]
        if (start, end) == (0, len(text)):
            return self._moved(self.values[name], text)
        result = str(text)
        for name, start, end in reversed(used):
            value = self.values[name]
            if not isinstance(value, str):
                message = f"`{{{name}}}` is a list or mapping, which has no place inside a text"
                self.reader.fail(text.part(start, end).span, message)
                self.reader.settled_faults.append(text.span)
                return text
            result = result[:start] + value + result[end:]
            if len(result) > MAX_LENGTH:
                message = f"with its variables put in, this text has over {MAX_LENGTH} characters"
                self.reader.fail(text.span, message)
                self.reader.settled_faults.append(text.span)
                return text
        return Text(result, text.span, inline=False)

    def _moved(self, value: Any, place: Text) -> Any:
        """Return a variable's value as if it stood at `place`."""
        self.put[0] += 1
        if self.put[0] > MAX_NODES:
            if self.put[0] == MAX_NODES + 1:
                message = f"more than {MAX_NODES} values once the variables are put in"
                self.reader.fail(place.span, message)
            return None
        if isinstance(value, str):
            return Text(str(value), place.span, inline=False)
        if isinstance(value, list):
            return [self._moved(item, place) for item in value]
        if isinstance(value, dict):
            return {key: self._moved(item, place) for key, item in value.items()}
        return value


def read_variables(reader: Reader, data: Any, overrides: Mapping[str, Any]) -> Variables:
    """Return the variables of a file, given its `vars`; `overrides` win. Faults are noted."""
    values: dict[str, Any] = {}
    if data is not None and not isinstance(data, dict):
        reader.fail(reader.document.locate(("vars",)), "`vars` takes names and values")
        data = None
    for name, value in (data or {}).items():
        span = reader.document.locate_key(("vars", name))
        if name in placeholders.NAMES:
            reader.fail(span, f"`{name}` is a placeholder already", "choose another name")
        elif not _NAME.fullmatch(name):
            hint = "write letters, digits and underscores"
            reader.fail(span, f"`{name}` is no name for a variable", hint)
        elif value is None:
            reader.fail(span, f"`{name}` has no value")
        else:
            # A value is text as others are, but without variables of its own.
            values[name] = Variables(reader, {}).put_in(value)
    return Variables(reader, {**values, **overrides})


def unknown_variable(name: str, known: Any) -> tuple[str, str] | None:
    """Return message and hint where `name` is none of a file's `vars`, else None."""
    names = known if isinstance(known, dict) else {}
    if name in names:
        return None
    hint = nearest_hint(name, names) or "list it under `vars`, with its usual value"
    return f"`{name}` is none of the file's `vars`", hint
