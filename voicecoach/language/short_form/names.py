"""Names: what is left of a line once its parts are taken out, and what a name must not hold."""

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine, tokens_of
from voicecoach.language.short_form.parts import UNITS, Objection, chain_end, is_times
from voicecoach.text.document import Text

# Words of what is no part of a name: sides, rates, and blocks of their own.
_ALWAYS_FOREIGN = (
    "each_side", "each", "per", "emom", "amrap", "tabata", "circuit", "failure", "as_needed",
)  # fmt: skip
# Words that are foreign to a name beside a number only: `3 rounds`, `every 30s`, `15 left`.
_BESIDE_NUMBERS = ("every", "round", "right", "left", "each_limb")
_SIDES = ("right", "left", "each_side", "each_limb", "each")
_COUNTED = (*UNITS, "rep", "set", "breath")
_LONGEST_TEMPO = 4
_JOINING = frozenset("+/&,;")
_BEFORE_NUMBERS = frozenset("(,@-/.")


def objection_to(name: Text, lexicon: Lexicon) -> Objection | None:
    """Return why a text is no name, or None where it is one."""
    line = tokens_of(name)
    words = [at for at in range(len(line)) if line.is_kind(at, "word") and not is_times(line, at)]
    if lexicon.meaning(("on", "off"), line, 0) is not None and len(line) == 1:
        words = []
    if not words or all(_is_little(line, at, lexicon) for at in range(len(line))):
        return Objection(
            name, f"`{name}` is no name that can be spoken", "write it in words", certain=False
        )
    if is_rest_word(line, lexicon):
        hint = f"write `{lexicon.usual['rest']} 30s` on a line of its own"
        return Objection(name, f"`{name}` is a rest and no exercise", hint, certain=False)
    if any(lexicon.ends(side, line, 0) == len(line) for side in _SIDES):
        return Objection(name, f"`{name}` is a side and no exercise", certain=False)
    if (end := lexicon.ends("then", line, 0)) is not None and name[:1].islower():
        part = line.part(0, end)
        return Objection(part, f"`{part}` joins what is before a name", certain=False)
    if name.count("(") != name.count(")"):
        return Objection(name, f"a bracket of `{name}` stands alone", certain=False)
    for at in range(len(line)):
        end = _foreign_end(line, at, lexicon)
        if end is not None:
            part = line.part(at, end)
            return Objection(part, f"`{part}` is left over in the name", certain=False)
    if slashed := _chain_at_end(line, "/", 2):
        part = line.part(slashed, len(line))
        return Objection(part, f"`{part}` is left over in the name", certain=False)
    if chained := _chain_at_end(line, "-", 3):
        part = line.part(chained, len(line))
        hint = f"write `tempo: {part}` below the exercise, or `breath: {part}`"
        if len(part.split("-")) > _LONGEST_TEMPO:
            listed = f"{line.part(0, chained)} {', '.join(part.split('-'))}"
            hint = f"write `{listed}` for a list"
        return Objection(part, f"`{part}` is no dose: is it a tempo?", hint, certain=False)
    if line.is_kind(0, "number") and line.is_kind(1, "word") and line.is_spaced(1):
        number = line.part(0, 1)
        message = f"`{number}` can be read two ways: a dose, or a part of the name?"
        return Objection(number, message)
    last = len(line) - 1
    if last > 0 and lexicon.ends("until", line, last) is not None:
        part = line.part(last, last + 1)
        hint = f"write how long it lasts: `{line.part(0, last)} 10 min`"
        return Objection(part, f"`{part}` is no part of a name", hint, certain=False)
    return None


def _chain_at_end(line: TokenLine, mark: str, least: int) -> int | None:
    """Return where numbers begin that a mark joins at the end of a name, behind its words."""
    start = len(line) - 1
    while line.is_kind(start, "number") and line.folded(start - 1) == mark:
        start -= 2
    length = (len(line) - start + 1) // 2
    return start if start > 0 and length >= least and line.is_kind(start, "number") else None


def _is_little(line: TokenLine, at: int, lexicon: Lexicon) -> bool:
    """Return whether a token is one of the words that only join the parts of a line."""
    if not line.is_kind(at, "word"):
        return True
    return lexicon.meaning(("of", "for", "in", "with", "to", "then", "about"), line, at) is not None


def is_rest_word(line: TokenLine, lexicon: Lexicon) -> bool:
    """Return whether a line is only a word for a rest, perhaps with `between sets` behind it."""
    if not len(line):
        return False
    end = lexicon.ends("rest", line, 0) or lexicon.ends("recovery", line, 0)
    if end is None:
        return False
    return (lexicon.ends("between", line, end) or end) == len(line)


def _foreign_end(line: TokenLine, at: int, lexicon: Lexicon) -> int | None:
    """Return where what does not belong in a name ends that begins at `at`."""
    if line.is_kind(at, "clock") or line.folded(at) == "@":
        return at + 1
    if line.is_kind(at, "number"):
        return _foreign_number_end(line, at, lexicon)
    if is_times(line, at) and line.is_kind(at + 1, "number") and line.is_spaced(at):
        return at + 2
    if line.is_kind(at, "word"):
        return _foreign_word_end(line, at, lexicon)
    return None


def _foreign_number_end(line: TokenLine, at: int, lexicon: Lexicon) -> int | None:
    """Return where a number with a unit, an `x` or a mark that joins two lines ends."""
    after, before = line.folded(at + 1), line.folded(at - 1)
    if before == "(" and (end := chain_end(line, at)) > at + 4:
        return end
    if after in ("'", '"') and not line.is_spaced(at + 1):
        return at + 2
    if line.is_spaced(at) and at > 0 and before in _JOINING:
        return at + 1
    if line.is_spaced(at) and is_times(line, at + 1):
        return at + 2 + line.is_kind(at + 2, "number")
    if line.is_spaced(at) or before in _BEFORE_NUMBERS:
        return _end_of_any(_COUNTED, line, at + 1, lexicon)
    return None


def _foreign_word_end(line: TokenLine, at: int, lexicon: Lexicon) -> int | None:
    """Return where a word ends that belongs to a dose, a side or a block."""
    if at == 0 and lexicon.ends("repeat", line, at) == len(line):
        return len(line)
    if at > 0 and lexicon.ends("max", line, at) == len(line):
        return len(line)
    meanings: tuple[str, ...] = _ALWAYS_FOREIGN
    if line.is_kind(at - 1, "number") or line.is_kind(at + 1, "number"):
        meanings += _BESIDE_NUMBERS
    return _end_of_any(meanings, line, at, lexicon)


def _end_of_any(
    meanings: tuple[str, ...], line: TokenLine, at: int, lexicon: Lexicon
) -> int | None:
    ends = (lexicon.ends(meaning, line, at) for meaning in meanings)
    return next((end for end in ends if end is not None), None)
