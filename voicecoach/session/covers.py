"""Covers: the picture of a programme, read from a file, or drawn and kept until it changes."""

from pathlib import Path

from voicecoach.files.ordinary import read_ordinary
from voicecoach.files.pictures import Mime, is_whole, mime_of
from voicecoach.files.store import Store, digest
from voicecoach.formats import Cover
from voicecoach.outputs.cover import PIXELS, drawing, rendered
from voicecoach.outputs.picture.raster import png_version
from voicecoach.problems import WrongUsageError, reason
from voicecoach.session.outputs import CoverChoice
from voicecoach.timeline import Timeline
from voicecoach.units import megabytes

LARGEST_COVER_BYTES = 500_000
_PNG: Mime = "image/png"


def chosen_cover(choice: CoverChoice, timeline: Timeline, store: Store) -> Cover | None:
    """Return the cover of a programme. Raises WrongUsageError if the file cannot be used."""
    if choice is None:
        return Cover(_PNG, _drawn(timeline, store))
    return None if choice == "off" else read_cover(choice)


def _drawn(timeline: Timeline, store: Store) -> bytes:
    """Return a drawn cover, rendered only if it is another one than before."""
    svg = drawing(timeline)
    version = png_version(svg)
    if version is None:
        return rendered(svg)
    key = digest({"renderer": version, "pixels": PIXELS}, svg.encode())
    kept = store.get("cover", key)
    # The store may be anybody's.
    if kept and len(kept) <= LARGEST_COVER_BYTES and mime_of(kept) == _PNG and is_whole(kept):
        return kept
    picture = rendered(svg)
    store.put("cover", key, picture)
    return picture


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
