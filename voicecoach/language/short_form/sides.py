"""Sides in a line: `each side`, `per leg`, `e/s`, `left and right`; `left`, `on the right`."""

from collections.abc import Iterator

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import TokenLine
from voicecoach.language.short_form.parts import Objection, Part, closes
from voicecoach.text.document import Text


def find_sides(line: TokenLine, at: int, lexicon: Lexicon, has_dose: bool) -> Iterator[Part]:
    """Yield the sides that begin at `at`.

    Before the dose, only `each side` and its like are surely sides: what names a limb or a single
    side may as well belong to the name, which is a question.
    """
    for meaning in ("each_side", "each_limb", "each"):
        end = lexicon.ends(meaning, line, at)
        if end is None or not closes(line, end):
            continue
        if meaning == "each" and not (_is_last(line, end) or line.is_kind(at - 1, "number")):
            continue
        written = line.part(at, end)
        question = None if has_dose or meaning == "each_side" else _question(written)
        yield Part("sides", at, end, {"sides": written}, question=question)
    for side in ("right", "left"):
        end = lexicon.ends(side, line, at)
        if end is None or not closes(line, end):
            continue
        written = line.part(at, end)
        if len(written) == 1 and line.is_kind(end, "number"):
            continue  # `r 60` is no side
        question = None if has_dose else _question(written)
        one = Text(side, written.span, inline=False)
        yield Part("sides", at, end, {"sides": [one]}, question=question)


def _question(written: Text) -> Objection:
    message = f"`{written}` can be read two ways: which side, or a part of the name?"
    return Objection(written, message)


def _is_last(line: TokenLine, at: int) -> bool:
    """Return whether a line or what a mark parts from its rest ends at `at`."""
    return at == len(line) or line.folded(at) in tuple(",;)@.")
