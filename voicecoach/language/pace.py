"""Paces in a line: `6:00/km`, `2:00/500m`, `8:30 per mile`; the time that a distance takes."""

from collections.abc import Iterator

from voicecoach.language.distances import UNITS, find_distances
from voicecoach.language.durations import find_durations
from voicecoach.language.lexicon import Lexicon
from voicecoach.language.tokens import TokenLine


def find_paces(line: TokenLine, at: int, lexicon: Lexicon) -> Iterator[int]:
    """Yield where the paces that begin at `at` end."""
    for time in find_durations(line, at, lexicon):
        per = time.end + 1 if line.folded(time.end) == "/" else lexicon.ends("per", line, time.end)
        if per is None:
            continue
        for unit in (*UNITS, "minute_or_metre"):
            end = lexicon.ends(unit, line, per)
            if end is not None:
                yield end
        for distance in find_distances(line, per, lexicon):
            yield distance.end
