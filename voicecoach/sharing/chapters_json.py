"""Chapters as JSON, which apps fetch: Podcasting 2.0's "JSON Chapters Format", version 1.2.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
"""

import json
from collections.abc import Sequence

from voicecoach.formats.tags.text import one_line
from voicecoach.outputs.clean import clean
from voicecoach.timeline.model import Chapter
from voicecoach.units import SECOND_MS

MEDIA_TYPE = "application/json+chapters"
_VERSION = "1.2.0"


def chapters_json(chapters: Sequence[Chapter]) -> bytes:
    """Return chapters as JSON in UTF-8, in order of time; times in it are in seconds."""
    rows = [
        {
            "startTime": chapter.start_ms / SECOND_MS,
            "endTime": chapter.end_ms / SECOND_MS,
            "title": clean(one_line(chapter.title)),
        }
        for chapter in chapters
    ]
    data = {"version": _VERSION, "chapters": rows}
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
