"""Cues: texts with times that count from the start of a plan, put into the steps they fall into."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from voicecoach.importing.steps import Cue, Distance, Part, Remark, Repeat, Rest, Step, Time
from voicecoach.units import clock


class TimedText(Struct, frozen=True):
    """A text to say at a time from the start of the plan, and where it stands in the file."""

    at_ms: int
    text: str
    line: int


def length_ms(part: Part) -> int:
    """Return how long a part of one set lasts; nothing, as far as the file does not say it."""
    if isinstance(part, Repeat):
        return part.count * sum(map(length_ms, part.parts))
    if isinstance(part, Step | Rest) and isinstance(part.dose, Time | Distance):
        return part.dose.length_ms or 0
    return 0


def with_cues(parts: Sequence[Part], texts: Sequence[TimedText]) -> tuple[Part, ...]:
    """Return parts with each text in the step in which its time lies.

    The pass of a repeat in which something is said is written out. What lies beyond the end, or in
    a rest, becomes a remark.
    """
    found, end_ms = _placed(parts, 0, sorted(texts, key=lambda text: text.at_ms))
    beyond = [text for text in texts if not 0 <= text.at_ms < end_ms]
    return (*found, *(_remark(text, "lies beyond the end") for text in beyond))


def _placed(
    parts: Sequence[Part], start_ms: int, texts: Sequence[TimedText]
) -> tuple[list[Part], int]:
    """Return parts that begin at `start_ms` with their texts, and when they end."""
    found: list[Part] = []
    for part in parts:
        end_ms = start_ms + length_ms(part)
        mine = [text for text in texts if start_ms <= text.at_ms < end_ms]
        if not mine:
            found.append(part)
        elif isinstance(part, Repeat):
            found += _passes(part, start_ms, mine)
        elif isinstance(part, Step):
            cues = (Cue(text.at_ms - start_ms, text.text) for text in mine)
            found.append(replace(part, cues=(*part.cues, *cues)))
        else:
            found += [part, *(_remark(text, "falls into a rest") for text in mine)]
        start_ms = end_ms
    return found, start_ms


def _passes(repeat: Repeat, start_ms: int, texts: Sequence[TimedText]) -> list[Part]:
    """Return the passes of a repeat with their texts; those without any stay repeats."""
    pass_ms = length_ms(repeat) // repeat.count
    numbers = sorted({(text.at_ms - start_ms) // pass_ms for text in texts})
    found: list[Part] = []
    done = 0
    for number in numbers:
        if number > done:
            found.append(replace(repeat, count=number - done))
        found += _placed(repeat.parts, start_ms + number * pass_ms, texts)[0]
        done = number + 1
    if done < repeat.count:
        found.append(replace(repeat, count=repeat.count - done))
    return found


def _remark(text: TimedText, why: str) -> Remark:
    return Remark(f"“{text.text}” at {clock(text.at_ms)} {why}", text.line)
