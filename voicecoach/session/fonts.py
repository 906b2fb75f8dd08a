"""Fonts: whether pictures and covers have letters for what is written in them."""

import unicodedata
from collections.abc import Iterator

from voicecoach.outputs.picture.raster import can_draw
from voicecoach.problems import Problem, Span
from voicecoach.routine.routine import Routine
from voicecoach.timeline import Timeline

_HINT = "install a font that has them, such as one of Google's Noto fonts"


def font_notes(routine: Routine, timeline: Timeline) -> Iterator[Problem]:
    """Note, once for each, the scripts that no font here has: their letters leave gaps."""
    told = set()
    for span, text in _drawn(routine, timeline):
        for letter in filter(str.isalpha, text):
            script = _script(letter)
            if script not in told and not can_draw(letter):
                told.add(script)
                message = f"no font here has `{letter}`: pictures and covers leave such letters out"
                yield Problem(span, message, _HINT, "no-font", routine.source_line(span))


def _drawn(routine: Routine, timeline: Timeline) -> Iterator[tuple[Span, str]]:
    """Yield what stands in pictures and covers, each text once, with its place."""
    texts = {timeline.title: routine.span}
    for phase in timeline.phases:
        for text in (phase.section, phase.name, phase.side, phase.effort):
            if text is not None:
                texts.setdefault(text, Span(phase.file, phase.line))
    for text, span in texts.items():
        yield span, text


def _script(letter: str) -> str:
    """Return the script of a letter, the first word of its name: a font has all of one or none."""
    return unicodedata.name(letter, "").partition(" ")[0]
