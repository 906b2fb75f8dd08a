"""The player page with the sound in it: one file that plays wherever it is sent."""

from pathlib import PurePath

from voicecoach.outputs import Finished
from voicecoach.outputs.page import SUFFIX, data_url, page

__all__ = ["SUFFIX", "render"]

# As browsers know the types (https://developer.mozilla.org/docs/Web/Media/Guides/Formats/Containers).
MIMES = {
    ".flac": "audio/flac",
    ".m4a": "audio/mp4",
    ".m4b": "audio/mp4",
    ".mp3": "audio/mpeg",
    ".ogg": "audio/ogg",
    ".opus": "audio/ogg",
    ".wav": "audio/wav",
}


def render(finished: Finished) -> bytes:
    """Return the page of a programme, with its sound as a data URL."""
    mime = MIMES[PurePath(finished.sound_name).suffix.lower()]
    return page(finished, data_url(finished.read_sound(), mime), "data:")
