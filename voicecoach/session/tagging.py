"""Tagging: what a player shows of a programme, from the routine and its timeline."""

import contextlib
import datetime
from pathlib import Path

from msgspec.structs import replace

from voicecoach import __version__
from voicecoach.files.inputs import today, variable
from voicecoach.files.ordinary import read_ordinary
from voicecoach.files.pictures import is_whole, mime_of
from voicecoach.formats import Cover, Lyric, Tags
from voicecoach.problems import WrongUsageError, reason
from voicecoach.routine.routine import Routine
from voicecoach.timeline import Timeline
from voicecoach.timeline.model import Chapter
from voicecoach.units import megabytes

LARGEST_COVER_BYTES = 500_000


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


def read_cover(path: Path) -> Cover:
    """Return a PNG or JPEG file as a cover.

    Raises WrongUsageError if it cannot be read, is no such picture, is cut off or is larger than
    500 kB.
    """
    try:
        data = read_ordinary(path, LARGEST_COVER_BYTES)
        size = path.stat().st_size
    except OSError as error:
        raise WrongUsageError(f"cannot read {path}: {reason(error)}") from error
    mime = mime_of(data)
    if mime is None:
        raise WrongUsageError(f"{path} is no picture", "use a PNG or JPEG file")
    if len(data) > LARGEST_COVER_BYTES:
        raise WrongUsageError(
            f"the cover {path} has {megabytes(size)}, more than players take",
            "use one of at most 500 kB",
        )
    if not is_whole(data):
        raise WrongUsageError(f"the cover {path} is cut off", "copy or save it again")
    return Cover(mime, data)


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
