"""Text as it can stand in a tag, whatever characters a routine has."""

from voicecoach.formats import Tags


def one_line(text: str) -> str:
    """Return text without line breaks, NUL, which would end it, and halves of characters."""
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return " ".join(whole.replace("\0", " ").split())


def lyric_lines(tags: Tags) -> str:
    """Return what is spoken, a line for each lyric."""
    return "\n".join(one_line(lyric.text) for lyric in tags.lyrics)
