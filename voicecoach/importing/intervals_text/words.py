"""Words: a line of which one thing after another is taken, so that what is left is its text."""

import re
from collections.abc import Iterable

_TAKEN = "\0"
_JOINTS = " \t,;:.|/+&@()[]*_-–—"
_JOINING = re.compile(
    r"^(?:(?:at|with|in|of|on|for|from|and|by|as)\b\W*)+|(?:\W*\b(?:at|with|in|of|on|for|from|and|by|as))+$",
    re.IGNORECASE,
)


class Words:
    """A line in which what is taken leaves a gap; no text of a file has the mark of one."""

    def __init__(self, text: str) -> None:
        self._text = text

    def copy(self) -> "Words":
        """Return the line as it is now, to try something on."""
        return Words(self._text)

    def find(self, patterns: Iterable[re.Pattern[str]]) -> re.Match[str] | None:
        """Return the first thing in the line that is as one of these patterns says."""
        found = filter(None, (pattern.search(self._text) for pattern in patterns))
        return min(found, key=lambda match: match.start(), default=None)

    def take(self, *patterns: re.Pattern[str]) -> re.Match[str] | None:
        """Take the first thing that is as one of these patterns says, and return it."""
        match = self.find(patterns)
        if match is not None:
            gap = _TAKEN * (match.end() - match.start())
            self._text = self._text[: match.start()] + gap + self._text[match.end() :]
        return match

    def before(self) -> str:
        """Return the text before all that was taken."""
        return self._text.partition(_TAKEN)[0].strip(_JOINTS)

    def after(self) -> str:
        """Return the text after the first thing that was taken, without words that joined it."""
        return _joined(self._text.partition(_TAKEN)[2])

    def left(self) -> str:
        """Return all text that was not taken, without words that joined it."""
        return _joined(self._text)


def _joined(text: str) -> str:
    pieces = (_JOINING.sub("", piece.strip(_JOINTS)) for piece in text.split(_TAKEN))
    return ", ".join(filter(None, (piece.strip(_JOINTS) for piece in pieces)))
