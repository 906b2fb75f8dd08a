"""The transcript: a page with everything that is said, by chapter and phase, with its times."""

from voicecoach.outputs.clean import clean
from voicecoach.outputs.html import render_template
from voicecoach.outputs.transcript_lines import transcript_parts
from voicecoach.timeline import Timeline
from voicecoach.units import whole_clock


def text(timeline: Timeline) -> str:
    """Return the transcript of a programme as HTML without scripts, complete in itself."""
    return render_template(
        "transcript.html",
        timeline.language,
        title=clean(timeline.title),
        length=whole_clock(timeline.duration_ms),
        parts=transcript_parts(timeline),
    )
