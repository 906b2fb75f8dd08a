"""Finished files that are made in a moment: two seconds of silence with tags of every kind."""

import os
from collections.abc import Sequence
from pathlib import Path

from helpers.containers import noisy_png
from voicecoach.audio.pcm import silence
from voicecoach.formats import Cover, Form, Tags, for_path
from voicecoach.timeline.model import Chapter

LENGTH_MS = 2000
COVER = Cover("image/png", noisy_png(64))
CHAPTERS = (Chapter("Squats", 0, 1200), Chapter("Lunges", 1200, LENGTH_MS))


def finish(
    path: Path,
    title: str = "Legs",
    *,
    modified_s: int = 1_700_000_000,
    chapters: Sequence[Chapter] = CHAPTERS,
    cover: Cover | None = COVER,
    language: str = "en",
    length_ms: int = LENGTH_MS,
) -> Path:
    """Write a finished file that was changed at `modified_s`, and return its path."""
    tags = Tags(title, chapters=chapters, cover=cover, language=language)
    with path.open("wb+") as file:
        for_path(path).write(file, [silence(length_ms)], Form(length_ms), tags)
    os.utime(path, (modified_s, modified_s))
    return path
