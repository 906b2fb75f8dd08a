"""The programme as Markdown (https://spec.commonmark.org), for paper or a wiki.

First what is done and how, as on the sheet, then everything that is said, with its time.
"""

import re
from collections.abc import Iterator

from voicecoach.outputs.paper import Paper, PaperExercise, paper
from voicecoach.outputs.transcript_lines import TranscriptPart, transcript_parts
from voicecoach.timeline import Timeline

# What is markup anywhere in a line; `$` and `~` are in some dialects.
_MARKUP = re.compile(r"[\\`*_\[\]<>&|~#$]")
# What makes a line a list, a heading or a rule.
_BLOCK_START = re.compile(r"^(\d*)([-+=.)])")


def text(timeline: Timeline) -> str:
    """Return the programme and its transcript, paragraphs parted by an empty line."""
    words = timeline.phrases
    paragraphs = [*_programme(paper(timeline)), f"## {_escaped(words.sheet('said'))}"]
    for part in transcript_parts(timeline):
        paragraphs += _transcript(part)
    return "\n\n".join(paragraphs) + "\n"


def _programme(content: Paper) -> Iterator[str]:
    yield f"# {_escaped(content.title)}"
    yield _escaped(content.about)
    if content.caution:
        yield f"> {_escaped(content.caution)}"
    for group in content.groups:
        if group.heading:
            yield f"## {_escaped(group.heading)}"
        for exercise in group.exercises:
            yield from _exercise(exercise, "###" if group.heading else "##")


def _exercise(exercise: PaperExercise, level: str) -> Iterator[str]:
    yield f"{level} {_escaped(exercise.name)}"
    if exercise.dose:
        yield f"**{_escaped(exercise.dose)}**"
    if exercise.setup:
        yield _escaped(exercise.setup)
    if exercise.tips:
        yield "\n".join(f"- {_escaped(tip)}" for tip in exercise.tips)
    for part in exercise.parts:
        yield from _exercise(part, f"{level}#")


def _transcript(part: TranscriptPart) -> Iterator[str]:
    yield f"### {_escaped(part.title)}"
    lines = [line for phase in part.phases for line in phase.lines]
    if lines:
        yield "\n".join(f"- {line.time} {_escaped(line.text)}" for line in lines)


def _escaped(line: str) -> str:
    """Return a clean line in which nothing is markup."""
    return _BLOCK_START.sub(r"\1\\\2", _MARKUP.sub(r"\\\g<0>", line))
