"""Text made safe for tags, whatever characters a routine contains."""

from voicecoach import __version__
from voicecoach.formats import Tags

ENCODED_BY = "voicecoach"
# What has made a file, in its tags.
ENCODER = f"{ENCODED_BY} {__version__}"


def one_line(text: str) -> str:
    """Return text without line breaks, NUL, which would end it, and lone surrogates."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(whole.replace("\0", " ").split())


def lyric_lines(tags: Tags) -> str:
    """Return the lyrics as text, one per line."""
    return "\n".join(one_line(lyric.text) for lyric in tags.lyrics)
