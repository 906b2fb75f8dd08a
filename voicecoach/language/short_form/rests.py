"""Rests: lines that are one as a whole: `Rest 30s`, `60s rest`, `Water break 60s`, `No rest`."""

from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.parts import ABOUT_MARKS, Value, is_times
from voicecoach.language.short_form.tails import rest_word
from voicecoach.text.document import Text

_EDGES = (*",;:.-()[]=", *ABOUT_MARKS)
_LINKS = ("of", "for", "about")
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
            is_plain = lexicon.ends("rest", line, words[0]) == words[1]
            if not is_plain or lexicon.is_compound("rest", line, words[0]):
                keys["say"] = said
            return keys
    return _none(line, lexicon)


def rest_fault(line: TokenLine, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the message and hint of a rest that does not say how long, or in what."""
    end = rest_word(line, 0, lexicon)
    if end is None:
        return _nameless_length(line, lexicon)
    rest = lexicon.usual["rest"]
    end = lexicon.ends("between", line, end) or end
    end = lexicon.ends("as_needed", line, end) or end
    end += line.folded(end) in _EDGES
    if end >= len(line):
        return f"`{line.text}` does not say how long", f"write `{rest} 60s`"
    for found in find_durations(line, end, lexicon):
        if found.fault is not None:
            return found.fault.message, found.fault.hint(line.text) or f"write `{rest} 60s`"
        left = line.part(found.end, len(line)).strip(" ,.;:-()")
        hint = f"write `rest: {line.part(end, found.end)}` with `say: {left}` below it"
        return f"`{left}` cannot be read behind a rest", hint
    if end == len(line) - 1 and line.is_kind(end, "number"):
        number = line.part(end, end + 1)
        ways = f"`{rest} {number}s` or `{rest} {number} min`"
        return f"`{line.text}` does not say in what: seconds or minutes?", f"write {ways}"
    if not line.is_kind(end, "word") or is_times(line, end) or lexicon.ends("max", line, end):
        hint = f"write `{rest} {_first_time(line, end, lexicon) or '60s'}`"
        return f"`{line.text}` is a rest, which has only a length", hint
    return None


def _first_time(line: TokenLine, start: int, lexicon: Lexicon) -> Text | None:
    """Return the first time from `start` on."""
    places = range(start, len(line))
    times = (line.part(at, time.end) for at in places for time in find_durations(line, at, lexicon))
    return next(times, None)


def _nameless_length(line: TokenLine, lexicon: Lexicon) -> tuple[str, str] | None:
    """Return the message and hint of `short rest`."""
    last = len(line) - 1
    words = all(line.is_kind(at, "word") for at in range(len(line)))
    if words and last > 0 and rest_word(line, last, lexicon) == last + 1:
        return f"`{line.text}` does not say how long", f"write `{line.text} 60s`"
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
    return words if any(rest_word(line, at, lexicon) == words[1] for at in places) else None


def _trimmed(line: TokenLine, start: int, end: int, lexicon: Lexicon) -> tuple[int, int]:
    """Return a stretch without marks and little words at its edges."""
    while start < end:
        leading = (lexicon.ends(link, line, start) for link in _LINKS)
        behind = next((link_end for link_end in leading if link_end is not None), None)
        if line.folded(start) in _EDGES:
            start += 1
        elif behind is not None and behind < end:
            start = behind
        elif line.folded(end - 1) in _EDGES:
            end -= 1
        elif (link_at := _trailing_link(line, start, end, lexicon)) is not None:
            end = link_at
        else:
            break
    return start, end


def _trailing_link(line: TokenLine, start: int, end: int, lexicon: Lexicon) -> int | None:
    """Return where a little word begins that ends at `end`; French `d'` is two tokens."""
    places = range(start, end)
    return next(
        (at for at in places for link in _LINKS if lexicon.ends(link, line, at) == end), None
    )
