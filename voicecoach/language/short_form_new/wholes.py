"""Wholes: lines that are no exercise as a whole: a rest, or the words of a block."""

import json
import re
from collections.abc import Callable

from voicecoach.language.durations import find_durations
from voicecoach.language.lexicon import Lexicon
from voicecoach.language.short_form_new.parts import Value
from voicecoach.language.short_form_new.tails import rest_word
from voicecoach.language.tokens import TokenLine
from voicecoach.text.document import Text

_EDGES = tuple(",;:.-()[]=")
_PARTED = re.compile(r"\s*(?:[,;+&/]|\band\b|\bthen\b)\s*")
_MOST_WORDS = 4


def rest_of(line: TokenLine, lexicon: Lexicon) -> dict[str, Value] | None:
    """Return the keys of a line that is a rest: `Rest 30s`, `60s rest`, `Water break 60s`.

    Words before that for the rest (behind it, where the language puts them so) are said in it.
    """
    for at in range(len(line)):
        for found in find_durations(line, at, lexicon):
            words = _words_around(line, at, found.end, lexicon)
            if words is None or found.fault is not None:
                continue
            keys: dict[str, Value] = {"rest": line.part(at, found.end)}
            said = line.part(*words)
            if rest_word(line, words[0], lexicon) != words[1] or (
                lexicon.ends("recovery", line, words[0]) == words[1]
            ):
                keys["say"] = said
            return keys
    return _none(line, lexicon)


def vague_rest(line: TokenLine, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the message and hint of a rest that does not say how long, or in what."""
    end = rest_word(line, 0, lexicon)
    if end is None:
        return None
    rest = lexicon.usual["rest"]
    end = lexicon.ends("between", line, end) or end
    end = lexicon.ends("as_needed", line, end) or end
    end += line.folded(end) in _EDGES
    if end >= len(line):
        return f"`{line.text}` does not say how long", f"write `{rest} 60s`"
    if end == len(line) - 1 and line.is_kind(end, "number"):
        number = line.part(end, end + 1)
        ways = f"`{rest} {number}s` or `{rest} {number} min`"
        return f"`{line.text}` does not say in what: seconds or minutes?", f"write {ways}"
    return None


def _none(line: TokenLine, lexicon: Lexicon) -> dict[str, Value] | None:
    """Return the rest of 0 of `No rest` and `Rest 0`."""
    zero: dict[str, Value] = {"rest": Text("0", line.text.span, inline=False)}
    none = lexicon.ends("without", line, 0)
    if none is not None and rest_word(line, none, lexicon) == len(line):
        return zero
    end = rest_word(line, 0, lexicon) if len(line) else None
    if end is not None:
        at = end + (line.folded(end) in _EDGES)
        if at == len(line) - 1 and line.folded(at).strip("0") == "" and line.folded(at):
            return zero
    return None


def _words_around(
    line: TokenLine, start: int, end: int, lexicon: Lexicon
) -> tuple[int, int] | None:
    """Return the words beside a time if they are those of a rest and nothing else is there."""
    before = _trimmed(line, 0, start, lexicon)
    after = _trimmed(line, end, len(line), lexicon)
    if before[0] < before[1] and after[0] < after[1]:
        if lexicon.ends("between", line, after[0]) != after[1]:
            return None
        after = (after[1], after[1])
    words = before if before[0] < before[1] else after
    if words[0] == words[1] or words[1] - words[0] > _MOST_WORDS:
        return None
    if lexicon.ends("recovery", line, words[0]) == words[1]:
        return words
    between = next(
        (at for at in range(words[0] + 1, words[1])
         if lexicon.ends("between", line, at) == words[1]),
        words[1],
    )  # fmt: skip
    words = (words[0], between)
    if any(not line.is_kind(at, "word") for at in range(*words)):
        return None
    places = range(words[0], words[1])
    if lexicon.rest_first and rest_word(line, words[0], lexicon) is not None:
        return words
    return words if any(lexicon.ends("rest", line, at) == words[1] for at in places) else None


def _trimmed(line: TokenLine, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return a stretch without marks and little words at its edges."""
    while start < end and line.folded(start) in _EDGES:
        start += 1
    while end > start and line.folded(end - 1) in _EDGES:
        end -= 1
    for link in ("of", "for"):
        linked = lexicon.ends(link, line, start)
        if linked is not None and linked < end:
            start = linked
        if end > start and lexicon.ends(link, line, end - 1) == end:
            end -= 1
    return start, end


def block_hint(
    line: TokenLine, lexicon: Lexicon, is_line: Callable[[str], bool]
) -> tuple[str, str] | None:
    """Return the message and hint of a line with the words of a block, or None.

    `is_line` says whether a text is a whole line with a dose.
    """
    rules = (_emom, _amrap, _tabata, _circuit, _repeat)
    for rule in rules:
        found = rule(line, lexicon, is_line)
        if found is not None:
            return found
    return None


def _emom(
    line: TokenLine, lexicon: Lexicon, is_line: Callable[[str], bool]
) -> tuple[str, str] | None:
    minutely = _stretch("emom", line, lexicon)
    every = _stretch("every", line, lexicon)
    if minutely is None and every is None:
        return None
    start, end = minutely or every or (0, 0)
    apart = ""
    if minutely is None:
        times = list(find_durations(line, end, lexicon))
        if not times:
            return None
        apart, end = f", every: {line.part(end, times[0].end)}", times[0].end
    minutes = _number_in(line, end, lexicon) or _number_in(line, 0, lexicon, start)
    inner = _inner(line, start, end, is_line)
    written = f"{{emom: {minutes or 10}{apart}, do: {_list(inner[:1] or ['Burpees x5'])}}}"
    return f"`{line.text}` is an `emom`: a start every so often", f"write `- {written}`"


def _amrap(
    line: TokenLine, lexicon: Lexicon, is_line: Callable[[str], bool]
) -> tuple[str, str] | None:
    place = _stretch("amrap", line, lexicon)
    times = [found for at in range(len(line)) for found in find_durations(line, at, lexicon)]
    if place is None or (place[0] > 0 and not times):
        return None
    length = "12 min"
    for at in range(len(line)):
        found = next(find_durations(line, at, lexicon), None)
        if found is not None and not found.bare_m:
            length = line.part(at, found.end)
            break
    else:
        minutes = _number_in(line, place[1], lexicon)
        length = f"{minutes} min" if minutes and not times else length
    inner = _inner(line, *place, is_line) or ["10 squats", "5 push-ups"]
    return (
        f"`{line.text}` is an `amrap`: as many rounds as possible",
        f"write `- {{amrap: {length}, do: {_list(inner)}}}`",
    )


def _tabata(
    line: TokenLine, lexicon: Lexicon, is_line: Callable[[str], bool]
) -> tuple[str, str] | None:
    place = _stretch("tabata", line, lexicon)
    if place is None:
        return None
    words = [
        line.part(*stretch).strip(" ,:-") for stretch in ((0, place[0]), (place[1], len(line)))
    ]
    name = next((word for word in words if any(map(str.isalpha, word))), "Burpees")
    name = re.split(r"[0-9]", name)[0].strip(" ,:-x") or "Burpees"
    return f"`{line.text}` is a block of its own", f"write `- tabata: {name}`"


def _circuit(
    line: TokenLine, lexicon: Lexicon, is_line: Callable[[str], bool]
) -> tuple[str, str] | None:
    rounds = _stretch("round", line, lexicon)
    superset = _stretch("circuit", line, lexicon)
    place = rounds or superset
    if place is None:
        return None
    number = line.folded(place[0] - 1) if line.is_kind(place[0] - 1, "number") else "3"
    inner = _inner(line, *place, is_line) or ["Squats x10", "Push-ups x10"]
    return (
        f"`{line.part(*place)}` is a block of several exercises: a `circuit`",
        f"write `- {{circuit: Round and round, rounds: {number}, do: {_list(inner)}}}`",
    )


def _repeat(
    line: TokenLine, lexicon: Lexicon, is_line: Callable[[str], bool]
) -> tuple[str, str] | None:
    end = lexicon.ends("repeat", line, 0) if len(line) else None
    if end is None:
        return None
    number = next(
        (line.folded(at) for at in range(end, len(line)) if line.is_kind(at, "number")), None
    )
    if number is None:
        return None
    inner = _inner(line, 0, end, is_line) or ["Squats x10", "Push-ups x10"]
    return (
        f"`{line.text}` is a block of its own: a `repeat`",
        f"write `- {{repeat: {number}, do: {_list(inner)}}}`",
    )


def parted_hint(line: TokenLine, is_line: Callable[[str], bool]) -> tuple[str, str] | None:
    """Return the message and hint of two lines in one: `60s run / 90s walk`."""
    for found in _PARTED.finditer(line.text):
        first, second = line.text[: found.start()], line.text[found.end() :]
        times = None
        ahead = re.match(r"\s*([0-9]+)\s*[x×*]\s*(?=[0-9])", first)
        behind = re.search(r"\s*[x×*]\s*([0-9]+)\s*$", second)
        tries = [(first, second, None)]
        if behind is not None:
            tries.insert(0, (first, second[: behind.start()], behind[1]))
        if ahead is not None:
            tries.insert(0, (first[ahead.end() :], second, ahead[1]))
        for one, other, times in tries:
            one, other = one.strip(" ()"), other.strip(" ()")
            if is_line(one) and is_line(other):
                return _two_lines(one, other, times)
    return None


def _two_lines(one: str, other: str, times: str | None) -> tuple[str, str]:
    message = "one line, one dose: this line has two"
    if times is not None:
        return message, f"write `- {{repeat: {times}, do: {_list([one, other])}}}`"
    return message, f"write `- {one}` and `- {other}`, each on a line of its own"


def _stretch(meaning: str, line: TokenLine, lexicon: Lexicon) -> tuple[int, int] | None:
    at = lexicon.find(meaning, line, 0, len(line))
    end = None if at is None else lexicon.ends(meaning, line, at)
    return None if at is None or end is None else (at, end)


def _number_in(line: TokenLine, start: int, lexicon: Lexicon, end: int | None = None) -> str | None:
    """Return the first number of minutes, or the first mere number right behind the word."""
    stop = len(line) if end is None else end
    for at in range(start, stop):
        if line.is_kind(at, "number") and line.folded(at).isdigit():
            minutes = lexicon.ends("minute", line, at + 1)
            if minutes is not None or at <= start + 1:
                return line.folded(at) if end is None or minutes is not None else None
    return None


def _inner(line: TokenLine, start: int, end: int, is_line: Callable[[str], bool]) -> list[str]:
    """Return the lines in what stands around the words of a block."""
    around = (line.part(end, len(line)), line.part(0, start))
    found: list[str] = []
    for text in around:
        text = re.sub(r"^(?:of|for)\b", "", text.strip(" :,-()"))
        pieces = [piece.strip(" :()-") for piece in _PARTED.split(text)]
        for piece in pieces:
            counted = re.sub(r"(?<= )([0-9]+)$", r"x\1", piece)
            found += [each for each in dict.fromkeys((piece, counted)) if each and is_line(each)]
    return found


def _list(lines: list[str]) -> str:
    quoted = (json.dumps(line, ensure_ascii=False) if "," in line else line for line in lines)
    return f"[{', '.join(quoted)}]"
