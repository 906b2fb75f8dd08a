"""Screen texts: texts of a block at times of their own, so that each can be read for a while."""

from collections.abc import Sequence

from voicecoach.importing.steps import Cue

# How long a text stays on the screen.
_READING_MS = 10_000


def placed(
    texts: Sequence[str], cues: Sequence[Cue], length_ms: int
) -> tuple[tuple[Cue, ...], tuple[str, ...]]:
    """Return texts at the first free times of a block, with its cues, and those without room.

    A cue keeps its time, whatever else is there.
    """
    taken_ms = [cue.at_ms for cue in cues]
    found = list(cues)
    crammed: list[str] = []
    at_ms = 0
    for text in texts:
        while any(abs(at_ms - other_ms) < _READING_MS for other_ms in taken_ms):
            at_ms += _READING_MS
        if at_ms >= length_ms:
            crammed.append(text)
            continue
        found.append(Cue(at_ms, text))
        taken_ms.append(at_ms)
    return tuple(sorted(found, key=lambda cue: cue.at_ms)), tuple(crammed)
