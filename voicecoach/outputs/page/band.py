"""The band: the whole programme from left to right, a path for each look of its phases.

However many phases there are, it is drawn with as few elements as there are looks.
"""

from collections import defaultdict
from collections.abc import Iterator
from itertools import zip_longest

from voicecoach.outputs.picture.colours import SHAPES
from voicecoach.outputs.picture.efforts import Look, look
from voicecoach.timeline import Timeline

# In units of the drawing, which is stretched to the width of the screen.
BAND_WIDTH = 10_000
BAND_HEIGHT = 100
# Between two exercises without a rest, where their blocks are wide enough for it.
_GAP = 20
_NARROWEST_WITH_GAP = 3 * _GAP


def band(timeline: Timeline) -> Iterator[tuple[Look, str]]:
    """Yield each look that occurs, with the path of all its phases as SVG."""
    blocks: dict[Look, list[str]] = defaultdict(list)
    scale = BAND_WIDTH / timeline.duration_ms
    for phase, following in zip_longest(timeline.phases, timeline.phases[1:]):
        seen = look(phase, timeline.phrases)
        left, right = round(phase.start_ms * scale), round(phase.end_ms * scale)
        if following is not None and phase.kind == following.kind == "work":
            is_parted = phase.name != following.name and right - left >= _NARROWEST_WITH_GAP
            right -= _GAP if is_parted else 0
        if left < right:
            begins, ends = (round(BAND_HEIGHT * (1 - part)) for part in SHAPES[seen])
            blocks[seen].append(f"M{left} {BAND_HEIGHT}V{begins}L{right} {ends}V{BAND_HEIGHT}z")
    for seen, paths in blocks.items():
        yield seen, "".join(paths)
