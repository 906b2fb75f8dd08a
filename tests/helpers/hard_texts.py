"""What is said in a programme, and texts that formats for reading stumble over."""

from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.speaking import line
from voicecoach.outputs.clean import clean
from voicecoach.timeline import Event, TimedPhase, Timeline

_HARD = (
    "-->", "|", "<script>", "</li>", "&amp;", "&", "\n", "\r\n", "\x00", "\x1b[31m", "\x85", "\u2028",
    "\u202e", "\u2066", "\u200e", "👩‍👩‍👧", "=1+1", "+", "-", "@", "\ufffe", "\ufdd0", "`", "*", "_", "# ",
    "1. ", "- ", "[a](b)", "![", "\\", "~~~", "{\\an8}", "<i>", '"', ",", ";", "'", "ü", "日本", "\t",
    "$x$", "==", "00:00:01.000 --> 00:00:02.000", "1", "NOTE", "STYLE", "http://a.b", "a@b.c", "<!--",
)  # fmt: skip
# Texts with something to be seen, as all that is spoken has.
hard_texts = st.lists(st.sampled_from(_HARD) | st.text(max_size=4)).map("".join).filter(clean)


def saying(*texts: str, title: str = "T") -> Timeline:
    """Return a programme that says these texts in work of these names, a second each."""
    phases = tuple(
        TimedPhase("work", number * 1000, 1000, "f", 1, name=said, dose="for")
        for number, said in enumerate(texts)
    )
    events = tuple(
        Event("speech", "say", number * 1000, 900, number, line(said), 1)
        for number, said in enumerate(texts)
    )
    return Timeline(title, "en", len(texts) * 1000, phases, events, (), ())


def later(timeline: Timeline, by_ms: int) -> Timeline:
    """Return a programme whose events come so much later."""
    events = (replace(each, start_ms=each.start_ms + by_ms) for each in timeline.events)
    return replace(timeline, events=tuple(events))


def said_in_order(timeline: Timeline) -> list[tuple[int, int, str]]:
    """Return start, end and text of all that is said, each as one clean line."""
    return [
        (event.start_ms, event.end_ms, clean(event.text or ""))
        for event in timeline.events
        if event.kind == "speech"
    ]
