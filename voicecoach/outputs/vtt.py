"""The spoken lines as WebVTT captions, for the web's players (https://www.w3.org/TR/webvtt1/).

A head with the language, a note with the title and the length, then a numbered cue for each line.
The standard has players skip the lines of the head; those that read `Language:` choose a voice or
a font by it.
"""

from voicecoach.outputs.captions import spoken_lines, timestamp
from voicecoach.outputs.clean import clean
from voicecoach.timeline import Timeline
from voicecoach.units import whole_clock

# All that opens a tag or an entity; without `>` there is no arrow, which would begin a cue.
_ENTITIES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;"})


def text(timeline: Timeline) -> str:
    """Return the captions of a programme."""
    head = f"WEBVTT\nLanguage: {timeline.language}\n"
    note = f"NOTE {_escaped(timeline.title)}, {whole_clock(timeline.duration_ms)}\n"
    cues = [
        f"{number}\n{timestamp(line.start_ms, '.')} --> {timestamp(line.end_ms, '.')}\n"
        f"{_escaped(line.text or '')}\n"
        for number, line in enumerate(spoken_lines(timeline), start=1)
    ]
    return "\n".join([head, note, *cues])


def _escaped(text: str) -> str:
    return clean(text).translate(_ENTITIES)
