"""Tagging: what a player shows of a programme, from the routine and its timeline."""

import contextlib
import datetime

from msgspec.structs import replace

from voicecoach import __version__
from voicecoach.files.inputs import today, variable
from voicecoach.formats import Cover, Lyric, Tags
from voicecoach.routine.routine import Routine
from voicecoach.timeline import Timeline
from voicecoach.timeline.model import Chapter


def tags_of(
    routine: Routine,
    timeline: Timeline,
    cover: Cover | None,
    comment: str | None,
    year: int | None = None,
) -> Tags:
    """Return the tags of a programme; a `comment` of None names the program.

    A `year` of None is this one.
    """
    return Tags(
        title=timeline.title,
        artist=routine.author or "voicecoach",
        album="voicecoach",
        genre="Workout",
        year=this_year() if year is None else year,
        comment=f"voicecoach {__version__}" if comment is None else comment,
        language=timeline.language,
        chapters=timeline.chapters,
        lyrics=[
            Lyric(event.start_ms, event.end_ms, event.text)
            for event in timeline.events
            if event.text is not None
        ],
        cover=cover,
    )


def tags_of_part(tags: Tags, chapter: Chapter, number: int, count: int) -> Tags:
    """Return the tags of a chapter as file `number` of `count`, made of those of the programme.

    Its times count from its beginning.
    """
    start_ms, end_ms = chapter.start_ms, chapter.end_ms
    return replace(
        tags,
        title=f"{tags.title} – {chapter.title}",
        album=tags.title,
        track=(number, count),
        chapters=[Chapter(chapter.title, 0, end_ms - start_ms)],
        lyrics=[
            replace(lyric, start_ms=lyric.start_ms - start_ms, end_ms=lyric.end_ms - start_ms)
            for lyric in tags.lyrics
            if start_ms <= lyric.start_ms < end_ms
        ],
    )


def this_year() -> int:
    """Return this year, or that of `SOURCE_DATE_EPOCH`, which makes builds reproducible.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = variable("SOURCE_DATE_EPOCH") or ""
    if epoch.isdecimal():
        # An impossible time is ignored.
        with contextlib.suppress(ValueError, OverflowError, OSError):
            return datetime.datetime.fromtimestamp(int(epoch), datetime.timezone.utc).year
    return today("year").year
