"""Blocks in a line: what takes more than a line, `AMRAP 12 min` or `60s run / 90s walk`."""

import json
from collections.abc import Callable, Iterator

from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.intervals import find_intervals
from voicecoach.language.short_form.parts import UNITS, is_times

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
_SAMPLE = ["Squats x10", "Push-ups x10"]
# Marks that may stand between two lines in one.
_BETWEEN = frozenset(",;+&/")
_TWO_LINES = "one line, one dose: this line has two"
# No more places are tried at which a line may be parted in two.
_MOST_PLACES = 12


def block_fault(line: TokenLine, lexicon: Lexicon, is_line: IsLine) -> tuple[str, str] | None:
    """Return the message and hint for a line with the words of a block, or None.

    `is_line` says whether a text is a whole line with a dose.
    """
    for meaning, kind in _KINDS:
        at = lexicon.find(meaning, line, 0, len(line))
        end = None if at is None else lexicon.ends(meaning, line, at)
        if at is None or end is None:
            continue
        times = [time for time in (_time(line, at, lexicon) for at in range(len(line))) if time]
        if meaning == "repeat" and (at > 0 or not any(_numbers(line, end))):
            continue
        if meaning == "amrap" and at > 0 and not times:
            continue
        # “Con 24 kg en cada mano” begins at no time.
        if meaning == "every" and _time(line, end, lexicon) is None:
            continue
        message = f"`{line.part(at, end)}` is no part of an exercise: it takes a block, `{kind}`"
        if kind == "tabata":
            return message, f"write `- {_tabata(line, at, end, lexicon)}`"
        number = _number_beside(line, at, end)
        if meaning == "round" and line.is_kind(at - 1, "number"):
            at -= 1
        if kind in ("emom", "amrap"):
            end = _behind_length(line, end, lexicon)
        do = _lines_around(line, at, end, lexicon, is_line)
        block = _block(kind, number, times, is_timed=meaning == "every")
        return message, f"write `- {{{block}, do: {_list(do or _sample(kind))}}}`"
    return None


def two_lines_fault(line: TokenLine, lexicon: Lexicon, is_line: IsLine) -> tuple[str, str] | None:
    """Return the message and hint for two lines in one, or None.

    What is done so many times is a `repeat`: `8 x 60s run / 90s walk`, `Run 6x60s, walk 90s`.
    """
    for first_end, second_start in _places_between(line, lexicon):
        for lines, times in _ways(line, first_end, second_start):
            if not all(map(is_line, lines)):
                continue
            if times is not None:
                return _TWO_LINES, f"write `- {{repeat: {times}, do: {_list(lines)}}}`"
            each = f"`- {lines[0]}` and `- {lines[1]}`"
            return _TWO_LINES, f"write {each}, each on a line of its own"
    return None


def _places_between(line: TokenLine, lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """Yield where the first of two lines ends and the second begins: at marks, then at words."""
    marks = [(at, at + 1) for at in range(1, len(line)) if line.folded(at) in _BETWEEN]
    joints = [(at, lexicon.ends("then", line, at)) for at in range(1, len(line))]
    words = [(at, at) for at in range(2, len(line) - 1) if line.is_kind(at, "word")]
    joined = [(at, end) for at, end in joints if end is not None]
    parted = [(at, end) for at, end in words if line.is_spaced(at)]
    yield from [*marks, *joined, *parted][:_MOST_PLACES]


def _ways(
    line: TokenLine, first_end: int, second_start: int
) -> Iterator[tuple[list[str], str | None]]:
    """Yield two lines in each way to take a number of times out of them, and that number."""
    start, end = 0, len(line)
    if line.is_kind(0, "number") and is_times(line, 1) and first_end > 2:
        yield _stripped(line, (2, first_end), (second_start, end)), line.folded(0)
    if line.is_kind(end - 1, "number") and is_times(line, end - 2) and end - 2 > second_start:
        yield _stripped(line, (start, first_end), (second_start, end - 2)), line.folded(end - 1)
    for at in range(1, first_end - 2):
        if line.is_kind(at, "number") and is_times(line, at + 1) and line.is_spaced(at):
            once = f"{line.part(0, at)} {line.part(at + 2, first_end)}"
            yield [once, str(line.part(second_start, end))], line.folded(at)
    yield _stripped(line, (start, first_end), (second_start, end)), None


def _stripped(line: TokenLine, *stretches: tuple[int, int]) -> list[str]:
    return [line.part(*stretch).strip(" ()") for stretch in stretches]


def _block(kind: str, number: str | None, times: list[str], is_timed: bool) -> str:
    """Return the keys of a block but for what is in it; what is not said has its usual value."""
    if kind == "amrap":
        return f"amrap: {times[0] if times else f'{number or 12} min'}"
    if kind == "emom" and is_timed:
        return f"emom: 10, every: {times[0]}"
    if kind == "emom":
        minutes = [time for time in times if time[0].isdigit()]
        return f"emom: {number or (minutes and _digits(minutes[0])) or 10}"
    return f"circuit: Circuit, rounds: {number or 3}" if kind == "circuit" else f"repeat: {number}"


def _digits(text: str) -> str:
    return "".join(character for character in text.split(" ")[0] if character.isdigit())


def _sample(kind: str) -> list[str]:
    return _SAMPLE[:1] if kind == "emom" else _SAMPLE


def _tabata(line: TokenLine, start: int, end: int, lexicon: Lexicon) -> str:
    """Return the keys of a tabata, with the times of its intervals where the line says them."""
    name = f"tabata: {_name(line, start, end, lexicon)}"
    for at in range(len(line)):
        for part in find_intervals(line, at, lexicon):
            times = {"work": part.keys["for"], "rest": part.keys["rest"]}
            if is_times(line, part.end - 2) or is_times(line, part.start + 1):
                times["rounds"] = part.keys["sets"]
            return f"{{{name}, {', '.join(f'{key}: {time}' for key, time in times.items())}}}"
    return name


def _name(line: TokenLine, start: int, end: int, lexicon: Lexicon) -> str:
    """Return the words beside that of a tabata which are no units and no rounds."""
    words = [
        str(line.part(at, at + 1))
        for at in range(len(line))
        if not start <= at < end and line.is_kind(at, "word") and not is_times(line, at)
        if lexicon.meaning((*UNITS, "round", "set", "of", "for", "on", "off"), line, at) is None
    ]
    return " ".join(words) or "Burpees"


def _number_beside(line: TokenLine, at: int, end: int) -> str | None:
    """Return the number right before or behind the word of a block, perhaps behind an `x`."""
    behind = end + (is_times(line, end) or line.folded(end) == ":")
    places = [place for place in (at - 1, behind) if line.is_kind(place, "number")]
    return line.folded(places[0]) if places else None


def _numbers(line: TokenLine, at: int) -> Iterator[str]:
    return (token.folded for token in line.tokens[at:] if token.kind == "number")


def _time(line: TokenLine, at: int, lexicon: Lexicon) -> str | None:
    found = next(find_durations(line, at, lexicon), None)
    return None if found is None else line.part(at, found.end)


def _behind_length(line: TokenLine, at: int, lexicon: Lexicon) -> int:
    """Return where what is done begins behind the length of a block: `AMRAP in 10 min: …`."""
    start = lexicon.ends("in", line, at) or lexicon.ends("for", line, at) or at
    end = next((time.end for time in find_durations(line, start, lexicon)), None)
    is_led = line.folded(start + 1) == ":" or line.is_kind(start + 1, "number")
    if end is None and line.is_kind(start, "number") and is_led:
        end = start + 1
    return at if end is None else end + (line.folded(end) in (",", ":"))


def _lines_around(
    line: TokenLine, start: int, end: int, lexicon: Lexicon, is_line: IsLine
) -> list[str]:
    """Return the lines in what stands around the words of a block."""
    around = f"{line.part(0, start)} {line.part(end, len(line))}".strip(" :,-")
    if is_line(around):
        return [around]
    lines = []
    for first, last in ((0, start), (end, len(line))):
        for piece in _pieces(line, first, last, lexicon):
            name, _, number = piece.rpartition(" ")
            ways = (piece, f"{name} x{number}" if number.isdecimal() else f"{piece} x10")
            lines += [way for way in ways if is_line(way)][:1]
    return lines


def _pieces(line: TokenLine, start: int, end: int, lexicon: Lexicon) -> Iterator[str]:
    """Yield what stands between the marks and words that part two lines."""
    begun = start
    for at in range(start, end + 1):
        joint = lexicon.ends("then", line, at)
        if at == end or line.folded(at) in _BETWEEN or joint is not None:
            for link in ("of", "for", "with"):
                begun = lexicon.ends(link, line, begun) or begun
            piece = line.part(begun, at).strip(" :()-")
            if piece and begun < at:
                yield piece
            begun = joint or at + 1


def _list(lines: list[str]) -> str:
    quoted = (json.dumps(line, ensure_ascii=False) if "," in line else line for line in lines)
    return f"[{', '.join(quoted)}]"
