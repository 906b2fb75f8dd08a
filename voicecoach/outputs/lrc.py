"""The lyrics as LRC text: what is said, line by line, for players that show it as it is heard.

The format has no standard; this is its common core (https://en.wikipedia.org/wiki/LRC_(file_format)):
tags such as `[ti:Legs]`, then `[mm:ss.xx]` before each line, in hundredths of a second. A line
without words clears the display.
"""

import re
from collections.abc import Iterator

from voicecoach.outputs import Finished
from voicecoach.timeline import Event, Timeline
from voicecoach.units import MINUTE_MS, SECOND_MS

SUFFIX = ".lrc"

# A line stays for so long after its end where nothing follows it.
STAYS_MS = 5000

# What stands in square brackets would be read as a tag, and a time in angle ones as a word's.
_ROUND = str.maketrans("[]", "()")
_WORD_TIME = re.compile(r"<([0-9:.]+)>")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")


def render(finished: Finished) -> bytes:
    """Return the lyrics of a programme as a file."""
    return lrc(finished.timeline).encode()


def lrc(timeline: Timeline) -> str:
    """Return the lyrics of a programme; minutes have two digits, or three from 100 on."""
    return "\n".join(_lines(timeline)) + "\n"


def _lines(timeline: Timeline) -> Iterator[str]:
    minutes, rest_ms = divmod(timeline.duration_ms, MINUTE_MS)
    yield f"[ti:{_harmless(timeline.title)}]"
    yield f"[length:{minutes:02}:{rest_ms // SECOND_MS:02}]"
    yield "[by:voicecoach]"
    said = [event for event in timeline.events if event.kind == "speech"]
    for event, until_ms in zip(said, _nexts_ms(said, timeline.duration_ms), strict=True):
        yield _time(event.start_ms) + _harmless(event.text or "")
        if until_ms - event.end_ms > STAYS_MS:
            yield _time(event.end_ms + STAYS_MS)


def _nexts_ms(said: list[Event], end_ms: int) -> list[int]:
    """Return when each line is followed by the next, or by the programme's end."""
    return [*(event.start_ms for event in said[1:]), end_ms][: len(said)]


def _time(at_ms: int) -> str:
    minutes, rest_ms = divmod(at_ms, MINUTE_MS)
    return f"[{minutes:02}:{rest_ms // SECOND_MS:02}.{rest_ms % SECOND_MS // 10:02}]"


def _harmless(text: str) -> str:
    """Return a text in one line that no player takes for tags."""
    line = _CONTROLS.sub("", " ".join(text.split()))
    return _WORD_TIME.sub(r"(\1)", line.translate(_ROUND))
