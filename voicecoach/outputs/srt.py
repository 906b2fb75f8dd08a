r"""The spoken lines as SubRip subtitles: a number, from when to when, the text, and an empty line.

The format has no standard, and nothing in it can be escaped. Most players know tags such as `<i>`,
and codes such as `{\an8}` (https://en.wikipedia.org/wiki/SubRip).
"""

import re

from voicecoach.outputs.captions import spoken_lines, timestamp
from voicecoach.outputs.clean import clean
from voicecoach.timeline import Timeline

_TAG = re.compile(r"<(/?[A-Za-z][^<>]*)>")
# Some players take what follows for a tag, even where it is never closed.
_OPEN_TAG = re.compile(r"<(?=/?[A-Za-z])")
_CODE = re.compile(r"\{(\\[^{}]*)\}")


def text(timeline: Timeline) -> str:
    """Return the subtitles of a programme."""
    blocks = [
        f"{number}\n{timestamp(line.start_ms, ',')} --> {timestamp(line.end_ms, ',')}\n"
        f"{_harmless(line.text or '')}\n"
        for number, line in enumerate(spoken_lines(timeline), start=1)
    ]
    return "\n".join(blocks)


def _harmless(text: str) -> str:
    """Return a text as one line in which no player finds a tag, a code or a time."""
    line = _CODE.sub(r"(\1)", _TAG.sub(r"(\1)", clean(text)))
    return _OPEN_TAG.sub("(", line).replace("-->", "→")
