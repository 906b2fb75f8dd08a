"""Quoting: a line with its value in quotes, as a hint shows it."""

import re
from typing import Any

from voicecoach.problems import ticked

# What leads in to a value in a line, and the value.
VALUE = re.compile(r"^(?P<lead>\s*(?:- +)*(?:[\w-]+:\s+)?)(?P<value>\S.*?)\s*$")
# Two quotes around a whole text, straight or curly.
_AROUND = re.compile(r"""(?:"(.*)"|'(.*)'|[“„”](.*)[”“]|[‘‚](.*)[’‘])$""")
_CURLY = re.compile("[“„”]([^“„”]+)[”“]|[‘‚]([^‘‚’]+)[’‘]")
_FIRST_WORDS = re.compile(r"""(["'])(?P<words>[^"']*)\1(?P<rest> [^"':#]*)$""")
# Boxes to tick, and bold or slanted words, which a line does not need.
_MARKS = re.compile(r"^\[[ xX]?\]\s*|\*+")
_PLAIN = re.compile(r"[^\W_][^:#\[\]{}]*")
_UNQUOTED = re.compile(r"[^\s\"'\[\]{}#&*!|>%@`,:-][^\"'\[\]{}#,:]*")
# A comma behind a text in quotes, as JSON has it.
_JSON_COMMA = re.compile(r"""(["']),$""")
_COMMENT = re.compile(r"\s+#(?:\s.*)?$")


def in_curly_quotes(text: str) -> str | None:
    """Return the text between curly quotes that stand around the whole of it, None without."""
    found = _CURLY.fullmatch(text)
    return found and next(group for group in found.groups() if group is not None)


def quoted_hint(text: str, column: int | None = None) -> str:
    """Return a hint that shows `text` with its value in quotes, if that begins in `column`."""
    match = VALUE.match(text)
    if match is None or column not in (None, match.start("value")):
        return "put the text in quotes"
    value = _COMMENT.sub("", match["value"])
    name = _FIRST_WORDS.match(value)
    plain = _MARKS.sub("", value)
    if plain != value and ":" not in match["lead"] and _PLAIN.fullmatch(plain):
        return f"write `{match['lead'].lstrip()}{plain}`"
    is_line = ":" not in match["lead"] or match["lead"].strip(" -") == "exercise:"
    if name is not None and is_line:
        # A line whose name is in quotes needs none.
        return f"write `{match['lead'].lstrip()}{name['words']}{name['rest']}`"
    value = _JSON_COMMA.sub(r"\1", value)
    around = _AROUND.match(value)
    if around is not None:
        value = next(group for group in around.groups() if group is not None)
    return f"write {ticked(match['lead'].lstrip() + quoted(value))}"


def quoted(text: str) -> str:
    """Return a text in the quotes in which it needs the fewest marks."""
    if ('"' in text or "\\" in text) and "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def in_flow(data: Any) -> str:
    """Return what YAML made of a value as one line, with brackets and braces."""
    if isinstance(data, dict):
        return f"{{{', '.join(f'{key}: {in_flow(value)}' for key, value in data.items())}}}"
    if isinstance(data, list):
        return f"[{', '.join(map(in_flow, data))}]"
    text = str(data or "")
    return text if _UNQUOTED.fullmatch(text) else quoted(text)
