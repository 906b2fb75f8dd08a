"""Variables: the names under `vars`, substituted wherever a text or value contains `{name}`.

This happens before anything is interpreted: a value that is just `{name}` becomes the variable's
value, be it a text, a list or a mapping.
"""

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from voicecoach.language.key_hints import as_mapping, no_value
from voicecoach.language.reader import Reader
from voicecoach.problems import Span, nearest_hint
from voicecoach.routine import placeholders
from voicecoach.speech.reading import LONGEST_LINE
from voicecoach.text.document import Text
from voicecoach.text.layout import with_colon
from voicecoach.text.limits import MAX_NODES

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_-]*")
_TOO_LONG = f"with its variables put in, this text has over {LONGEST_LINE} characters"
# Keys whose texts are for readers of the file: braces have no meaning in them.
_UNSPOKEN = ("note", "description", "author")


def _has_own_braces(key: str, value: Any) -> bool:
    """Return whether the braces in a value are none of ours, as in a program's command line."""
    return key in _UNSPOKEN or (key == "run" and isinstance(value, list))


class Variables(Struct, frozen=True):
    """Variables and their values, as data from a file or from the command line.

    `count` counts the values substituted so far, so that they cannot multiply endlessly.
    """

    reader: Reader
    values: Mapping[str, Any]
    count: list[int] = field(default_factory=lambda: [0])

    def substitute(self, data: Any) -> Any:
        """Return `data` with all variables substituted; unknown placeholders are noted."""
        if isinstance(data, Text):
            return self._in_text(data)
        if isinstance(data, list):
            return [self.substitute(item) for item in data]
        if isinstance(data, dict):
            return {
                key: value if _has_own_braces(key, value) else self.substitute(value)
                for key, value in data.items()
            }
        return data

    def _in_text(self, text: Text) -> Any:
        matches = list(placeholders.find_all(text))
        for name, start, end in matches:
            if name not in placeholders.NAMES and name not in self.values:
                names = (*placeholders.NAMES, *self.values)
                part = text.part(start, end)
                brace = f"write `{{{part}`, where `{{{{` is a brace"
                hint = nearest_hint(name, names, "{{{}}}") or brace
                self._fail(text, part.span, f"unknown placeholder `{part}`", hint)
        used = [match for match in matches if match[0] in self.values]
        if not used:
            return text
        name, start, end = used[0]
        if (start, end) == (0, len(text)):
            return self._at(text, self.values[name])
        result = str(text)
        for name, start, end in reversed(used):
            value = self.values[name]
            if not isinstance(value, str):
                message = f"`{{{name}}}` is a list or mapping, which has no place inside a text"
                self._fail(text, text.part(start, end).span, message)
                return text
            result = result[:start] + value + result[end:]
            if len(result) > LONGEST_LINE:
                self._fail(text, text.span, _TOO_LONG)
                return text
        return Text(result, text.span, inline=False)

    def _fail(self, text: Text, span: Span, message: str, hint: str | None = None) -> None:
        """Note a problem with a text, and no others with it."""
        self.reader.fail(span, message, hint)
        self.reader.muted.add(text.span)

    def _at(self, text: Text, value: Any) -> Any:
        """Return a variable's value as if it were written in the place of `text`."""
        self.count[0] += 1
        if self.count[0] > MAX_NODES:
            if self.count[0] == MAX_NODES + 1:
                message = f"more than {MAX_NODES} values once the variables are put in"
                self.reader.fail(text.span, message)
            return None
        if isinstance(value, str):
            if len(value) > LONGEST_LINE:
                self._fail(text, text.span, _TOO_LONG)
                return None
            quoted = isinstance(value, Text) and value.quoted
            return Text(str(value), text.span, inline=False, quoted=quoted)
        if isinstance(value, list):
            return [self._at(text, item) for item in value]
        if isinstance(value, dict):
            return {key: self._at(text, item) for key, item in value.items()}
        return value


def read_variables(reader: Reader, data: Any, overrides: Mapping[str, Any]) -> Variables:
    """Return the variables of a file, given its `vars`; `overrides` win. Problems are noted."""
    values: dict[str, Any] = {}
    if data is not None and not isinstance(data, dict):
        hint = as_mapping(reader.document, ("vars",), data) or _assigned(data)
        reader.fail(reader.document.locate(("vars",)), "`vars` takes names and values", hint)
        data = None
    for name, value in (data or {}).items():
        span = reader.document.locate_key(("vars", name))
        fault = name_fault(name)
        if fault is not None:
            reader.fail(span, *fault)
        elif value is None:
            reader.fail(span, f"`{name}` has no value", no_value(reader.document, span, name))
        else:
            # Texts in a value are checked like others, but cannot use variables themselves.
            values[name] = Variables(reader, {}).substitute(value)
    return Variables(reader, {**values, **overrides})


def _assigned(data: Any) -> str:
    """Return the hint for `vars: n = 8`, or for what is nothing of the kind."""
    pairs = [with_colon(str(item)) for item in (data if isinstance(data, list) else [data])]
    if not all(pairs):
        return "write for instance `vars: {run: 60s}`"
    return f"write `{{{', '.join(filter(None, pairs))}}}`"


def name_fault(name: str) -> tuple[str, str] | None:
    """Return the message and hint if a variable cannot be called so, else None."""
    if name in placeholders.NAMES:
        hint = f"write `my_{name}`, and `{{my_{name}}}` for `{{{name}}}`"
        return f"`{name}` is a placeholder already", hint
    if not _NAME.fullmatch(name):
        return f"`{name}` is no name for a variable", _name_hint(name)
    return None


def _name_hint(name: str) -> str:
    """Return the hint for a name with characters that none may have."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode()
    right = re.sub(r"[^A-Za-z0-9_-]+", "_", plain).strip("_-")
    right = right if _NAME.fullmatch(right) else f"v{right}"
    return f"write `{right}`, and `{{{right}}}` for `{{{name}}}`"


def unknown_variable(
    name: str, variables: Any, included: str | None = None
) -> tuple[str, str] | None:
    """Return the message and hint if `name` is not among a file's `vars`, else None.

    `included` is the name of that file where another one includes it.
    """
    names = variables if isinstance(variables, dict) else {}
    if name in names:
        return None
    hint = nearest_hint(name, names) or (
        f"list it under `vars`{f' in {included}' * bool(included)}, with its usual value"
    )
    whose = f"the `vars` of {included}" if included else "the file's `vars`"
    return f"`{name}` is none of {whose}", hint
