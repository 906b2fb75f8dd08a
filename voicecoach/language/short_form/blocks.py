"""Blocks in a line: what takes more than a line, `AMRAP 12 min` or `60s run / 90s walk`."""

import json
import re
from collections.abc import Callable

from voicecoach.language.durations import find_durations
from voicecoach.language.lexicon import Lexicon
from voicecoach.language.tokens import TokenLine

IsLine = Callable[[str], bool]

# The meaning of a word, and the kind of block that it stands for; the first one counts.
_KINDS = (
    ("emom", "emom"),
    ("amrap", "amrap"),
    ("tabata", "tabata"),
    ("round", "circuit"),
    ("circuit", "circuit"),
    ("repeat", "repeat"),
    ("every", "emom"),
)
_TWO_LINES = "one line, one dose: this line has two"
_SAMPLE = ["Squats x10", "Push-ups x10"]
# What may stand between two lines in one.
_BETWEEN = re.compile(r"\s*(?:[,;+&/]|\band\b|\bthen\b)\s*")
_TIMES_BEFORE = re.compile(r"\s*([0-9]+)\s*[x×*]\s*(?=\(?[0-9])")
_TIMES_BEHIND = re.compile(r"\s*[x×*]\s*([0-9]+)\s*$")
_NUMBERS = re.compile(r"\b[0-9][0-9./:]*(?:\s*(?:s|sec|min|rounds?|x)\b)*")
_LEAD = re.compile(r"\W*(?:(?:of|for)\b|[0-9]+(?:\s*min\w*)?\s*:|[0-9]+\s*min\w*\s*$)")
_BARE_COUNT = re.compile(r"(?<= )([0-9]+)$")


def block_fault(line: TokenLine, lexicon: Lexicon, is_line: IsLine) -> tuple[str, str] | None:
    """Return the message and hint for a line with the words of a block, or None.

    `is_line` says whether a text is a whole line with a dose.
    """
    for meaning, kind in _KINDS:
        at = lexicon.find(meaning, line, 0, len(line))
        end = None if at is None else lexicon.ends(meaning, line, at)
        if at is None or end is None:
            continue
        if meaning == "repeat" and (at > 0 or not _numbers(line)):
            continue
        times = [time for time in (_time(line, at, lexicon) for at in range(len(line))) if time]
        if meaning == "every" and not times:
            continue
        if meaning == "amrap" and at > 0 and not times:
            continue
        message = f"`{line.part(at, end)}` is no part of an exercise: it takes a block, `{kind}`"
        numbers = _numbers(line)
        if kind == "circuit" and line.is_kind(at - 1, "number"):
            at -= 1
            numbers = [line.folded(at)]
        block = _block(kind, meaning == "every", numbers, times)
        if kind in ("emom", "amrap"):
            end = _behind_length(line, end, lexicon)
        inner = _lines_in(line, at, end, is_line, kind)
        if kind == "tabata":
            return message, f"write `- tabata: {_name(line, at, end)}`"
        do = inner or _SAMPLE[: 1 if kind == "emom" else None]
        return message, f"write `- {{{block}, do: {_list(do)}}}`"
    return None


def two_lines_fault(line: TokenLine, is_line: IsLine) -> tuple[str, str] | None:
    """Return the message and hint for two lines in one, or None."""
    for between in _BETWEEN.finditer(line.text):
        first, second = line.text[: between.start()], line.text[between.end() :]
        before, behind = _TIMES_BEFORE.match(first), _TIMES_BEHIND.search(second)
        tries: list[tuple[str, str, str | None]] = [(first, second, None)]
        if behind is not None:
            tries.insert(0, (first, second[: behind.start()], behind[1]))
        if before is not None:
            tries.insert(0, (first[before.end() :], second, before[1]))
        for one, other, times in tries:
            lines = [one.strip(" ()"), other.strip(" ()")]
            if all(map(is_line, lines)):
                return _TWO_LINES, _apart(lines, times)
    for at in range(2, len(line) - 1):
        lines = [str(line.part(0, at)), str(line.part(at, len(line)))]
        if line.is_spaced(at) and line.is_kind(at, "word") and all(map(is_line, lines)):
            return _TWO_LINES, _apart(lines, None)
    return None


def _apart(lines: list[str], times: str | None) -> str:
    if times is not None:
        return f"write `- {{repeat: {times}, do: {_list(lines)}}}`"
    return f"write `- {lines[0]}` and `- {lines[1]}`, each on a line of its own"


def _block(kind: str, is_timed: bool, numbers: list[str], times: list[str]) -> str:
    """Return the keys of a block but for what is in it; what is not said has its usual value."""
    number = numbers[0] if numbers else "3"
    if kind == "amrap":
        return f"amrap: {times[0] if times else f'{numbers[0]} min' if numbers else '12 min'}"
    if kind == "emom" and is_timed:
        starts = [number for number in numbers if not times[0].startswith(number)]
        return f"emom: {starts[-1] if starts and len(times) == 1 else 10}, every: {times[0]}"
    if kind == "emom":
        minutes = [re.sub(r"\D.*", "", time) for time in times] or numbers or ["10"]
        return f"emom: {minutes[0]}"
    return f"circuit: Circuit, rounds: {number}" if kind == "circuit" else f"repeat: {number}"


def _numbers(line: TokenLine) -> list[str]:
    return [token.folded for token in line.tokens if token.kind == "number"]


def _time(line: TokenLine, at: int, lexicon: Lexicon) -> str | None:
    found = next(find_durations(line, at, lexicon), None)
    return None if found is None else line.part(at, found.end)


def _behind_length(line: TokenLine, at: int, lexicon: Lexicon) -> int:
    """Return where what is done begins behind the length of a block: `AMRAP in 10 min: …`."""
    start = lexicon.ends("in", line, at) or lexicon.ends("for", line, at) or at
    end = next((time.end for time in find_durations(line, start, lexicon)), None)
    if end is None and line.is_kind(start, "number") and line.folded(start + 1) == ":":
        end = start + 1
    return at if end is None else end + (line.folded(end) in (",", ":"))


def _name(line: TokenLine, start: int, end: int) -> str:
    around = (line.part(end, len(line)), line.part(0, start))
    names = (_NUMBERS.sub("", text).strip(" ,:-/x") for text in around)
    return next((name for name in names if any(map(str.isalpha, name))), "Burpees")


def _lines_in(line: TokenLine, start: int, end: int, is_line: IsLine, kind: str) -> list[str]:
    """Return the lines in what stands around the word of a block."""
    around = f"{line.part(0, start)} {line.part(end, len(line))}".strip(" :,-")
    if kind == "circuit" and start > 0 and is_line(around):
        return [around]
    found: list[str] = []
    for text in (line.part(0, start), line.part(end, len(line))):
        for piece in _BETWEEN.split(_LEAD.sub("", text)):
            bare = piece.strip(" :()-")
            ways = (bare, _BARE_COUNT.sub(r"x\1", bare))
            found += [way for way in ways if way and is_line(way)][:1]
    return found


def _list(lines: list[str]) -> str:
    quoted = (json.dumps(line, ensure_ascii=False) if "," in line else line for line in lines)
    return f"[{', '.join(quoted)}]"
