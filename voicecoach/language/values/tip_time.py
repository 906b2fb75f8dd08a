"""Tip times: `10s` from the start of the work, `-10s` from its end, or `50%` of it."""

import re
from typing import Any

from voicecoach.language.grammar.durations import written
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.refusal import RefusalError
from voicecoach.language.values import duration
from voicecoach.language.values.bare import bare
from voicecoach.language.values.fragments import Fragment, scalar, whole
from voicecoach.language.values.kind import Kind
from voicecoach.text.document import Text

_PERCENT = re.compile(r"([0-9]{1,3})\s*%")
_MINUS = "-–—‑−"


class TipTime(Kind[tuple[int | None, int | None]], frozen=True):
    """A time within the work as (ms, percent), one of them None; negative ms are from the end."""

    def read(self, value: Any, lexicon: Lexicon) -> tuple[int | None, int | None]:
        """Return the time."""
        text = bare(value, "a time such as `10s`, `-10s` or `50%`")
        percent = _PERCENT.fullmatch(text)
        if percent is not None:
            if int(percent[1]) > 100:
                raise RefusalError(f"`{text}` is more than 100%")
            return None, int(percent[1])
        if text[:1] not in _MINUS or not text:
            return duration.parse(text, lexicon), None
        length_ms = duration.parse(text[1:].strip(), lexicon)
        if length_ms == 0:
            raise RefusalError(f"`{text}`: must be longer than 0")
        return -length_ms, None

    def write(self, text: Text, lexicon: Lexicon) -> str:
        """Return the time as it is written."""
        length_ms, percent = self.read(text, lexicon)
        if length_ms is None:
            return f"{percent}%"
        return "-" * (length_ms < 0) + written(abs(length_ms))

    def describe(self) -> Fragment:
        """Return the schema of a time within the work."""
        after = rf"[{_MINUS}]\s*(?=[^1-9]*[1-9]){duration.PATTERN}"
        pattern = rf"(?:100|0?[0-9]{{1,2}})\s*%|{after}|(?![^%]*%){duration.PATTERN}"
        return scalar(whole(pattern), "a time such as `10s`, `-5s` or `50%`")
