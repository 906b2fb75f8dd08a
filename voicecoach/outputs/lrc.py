"""The lyrics as LRC text: the spoken lines, for players that show them in time.

The format has no standard; this is its common core (https://en.wikipedia.org/wiki/LRC_(file_format)):
tags such as `[ti:Legs]`, then `[mm:ss.xx]` before each line, in hundredths of a second. A line
without words clears the display.
"""

import re
from collections.abc import Iterator

from voicecoach.outputs import Finished
from voicecoach.outputs.captions import spoken_lines
from voicecoach.outputs.clean import clean
from voicecoach.timeline import Timeline
from voicecoach.units import MINUTE_MS, SECOND_MS

SUFFIX = ".lrc"

# A line stays on display for this long after its end if nothing follows.
STAYS_MS = 5000

# Text in square brackets would be read as a tag, and a time in angle brackets as that of a word.
_ROUND = str.maketrans("[]", "()")
_WORD_TIME = re.compile(r"<([0-9:.]+)>")


def render(finished: Finished) -> bytes:
    """Return the lyrics of a programme as a file's content."""
    return text(finished.timeline).encode()


def text(timeline: Timeline) -> str:
    """Return the lyrics of a programme; minutes have two digits, three from 100 on."""
    return "\n".join(_lines(timeline)) + "\n"


def _lines(timeline: Timeline) -> Iterator[str]:
    minutes, rest_ms = divmod(timeline.duration_ms, MINUTE_MS)
    yield f"[ti:{_harmless(timeline.title)}]"
    yield f"[length:{minutes:02}:{rest_ms // SECOND_MS:02}]"
    yield "[by:voicecoach]"
    lines = spoken_lines(timeline)
    starts_ms = [*(line.start_ms for line in lines), timeline.duration_ms]
    for line, next_ms in zip(lines, starts_ms[1:], strict=True):
        yield _time(line.start_ms) + _harmless(line.text or "")
        if next_ms - line.end_ms > STAYS_MS:
            yield _time(line.end_ms + STAYS_MS)


def _time(at_ms: int) -> str:
    minutes, rest_ms = divmod(at_ms, MINUTE_MS)
    return f"[{minutes:02}:{rest_ms // SECOND_MS:02}.{rest_ms % SECOND_MS // 10:02}]"


def _harmless(text: str) -> str:
    """Return a text as one line that no player takes for tags."""
    return _WORD_TIME.sub(r"(\1)", clean(text).translate(_ROUND))
