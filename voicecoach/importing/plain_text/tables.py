"""Tables: each row of a table in Markdown as a line, in the words of the short form."""

import re
from collections.abc import Sequence

from voicecoach.language.grammar.lexicon import Lexicon

Numbered = tuple[int, str]

_DELIMITERS = re.compile(r"\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?")
_COLUMNS = {
    "time": "time duration seconds secs sec work dauer zeit durée tiempo tempo durata",
    "load": "load weight gewicht charge poids peso carga carico",
    "day": "day weekday tag jour día giorno dia",
    "tip": "tip tips note notes comment comments notizen bemerkung hinweis remarque nota note",
}
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?(?:\s*[-–]\s*\d+)?")


def without_tables(numbered: Sequence[Numbered], lexicon: Lexicon) -> list[Numbered]:
    """Return lines with the rows of tables as items of a list."""
    found: list[Numbered] = []
    columns: list[str] | None = None
    for at, (number, text) in enumerate(numbered):
        next_text = numbered[at + 1][1].strip() if at + 1 < len(numbered) else ""
        if "|" not in text:
            columns = None
            found.append((number, text))
        elif "|" in next_text and _DELIMITERS.fullmatch(next_text):
            columns = [_column(cell, place, lexicon) for place, cell in enumerate(_cells(text))]
        elif columns is None:
            found.append((number, text))
        elif not _DELIMITERS.fullmatch(text.strip()):
            found += [(number, line) for line in _lines(_cells(text), columns, lexicon)]
    return found


def _cells(text: str) -> list[str]:
    return [cell.strip() for cell in text.strip().strip("|").split("|")]


def _column(heading: str, place: int, lexicon: Lexicon) -> str:
    """Return what a column holds."""
    words = [word.strip(":.()[]*_") for word in heading.casefold().split()]
    for meaning in ("set", "rep", "rest", "hold"):
        if any(lexicon.is_word(meaning, word) for word in words):
            return meaning
    for column, known in _COLUMNS.items():
        if any(word in known.split() for word in words):
            return f"{column} {_unit(words, lexicon)}".strip()
    return "tip" if place else "name"


def _unit(words: Sequence[str], lexicon: Lexicon) -> str:
    """Return the unit that a heading such as `Time (min)` says."""
    for meaning in ("second", "minute"):
        if any(lexicon.is_word(meaning, word) for word in words):
            return lexicon.usual[meaning]
    return ""


def _lines(cells: Sequence[str], columns: Sequence[str], lexicon: Lexicon) -> list[str]:
    """Return what a row says, in lines."""
    row: dict[str, str] = {}
    for column, cell in zip(columns, cells, strict=False):
        key, _, unit = column.partition(" ")
        if cell.strip("-–— "):
            row.setdefault(key, f"{cell} {unit}" if unit and _NUMBER.fullmatch(cell) else cell)
    lines = [f"## {row['day']}"] if "day" in row else []
    name = row.get("name", "")
    dose = row.get("time", "")
    if "hold" in row:
        dose = f"{row['hold']} {lexicon.usual['hold']}"
    if "rep" in row:
        bare = _NUMBER.fullmatch(row["rep"])
        dose = f"{row['rep']} {lexicon.usual['rep']}" if bare else row["rep"]
    if "set" in row:
        bare = _NUMBER.fullmatch(row["set"])
        sets = f"{row['set']} {lexicon.usual['set']}" if bare else row["set"]
        dose = f"{sets} {lexicon.usual['of']} {dose}" if dose else sets
    if "load" in row:
        dose = f"{dose} @ {row['load']}"
    if "rest" in row:
        dose = f"{dose}, {lexicon.usual['rest']} {row['rest']}"
    if not name:
        return lines
    tip = f". {row['tip']}" if "tip" in row else ""
    return [*lines, f"- {name}: {dose.strip(', ')}{tip}" if dose else f"- {name}{tip}"]
