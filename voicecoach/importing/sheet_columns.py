"""Columns of a sheet: what their headings mean, in English, German or French."""

from collections.abc import Sequence

from voicecoach.importing.numbers import duration_ms
from voicecoach.language.grammar.lexicon import lexicon

_HEADINGS = {
    "name": "name exercise step title activity move interval übung name uebung exercice nom",
    "time": "seconds second secs sec s time duration work length dauer sekunden zeit arbeit durée"
    " duree temps secondes",
    "hold": "hold halten",
    "rest": "rest pause break recovery rest_seconds restseconds erholung repos récupération",
    "reps": "reps rep repetitions repeats wiederholungen wdh répétitions",
    "rep": "rep_seconds seconds_per_rep",
    "release": "release_seconds",
    "sets": "sets set rounds sätze serien séries",
    "load": "load weight gewicht charge poids",
    "tip": "tip tips note notes comment cue hinweis notiz bemerkung remarque",
    "section": "section group block gruppe abschnitt groupe",
    "side": "side sides seite côté cote",
    "effort": "effort intensity intensität intensité",
    "setup": "setup instructions anleitung consigne",
    "day": "day weekday tag wochentag jour",
}
_COLUMNS = {word: column for column, words in _HEADINGS.items() for word in words.split()}
_ENGLISH = lexicon("en")


def columns_named_by(cells: Sequence[str]) -> list[str] | None:
    """Return the columns that a first row names, "" for an unknown one; None if it names none."""
    words = [cell.strip().lower().split("(")[0].split("[")[0].strip() for cell in cells]
    columns = [_COLUMNS.get(word, _COLUMNS.get(word.split(" ")[0], "")) for word in words]
    known = [column for column in columns if column]
    if "name" not in known or len(known) < 2 or any(length_ms(cell) is not None for cell in cells):
        return None
    # The first of two columns with the same meaning is taken.
    return [column if columns.index(column) == at else "" for at, column in enumerate(columns)]


def length_ms(cell: str) -> int | None:
    """Return the length in a cell in ms, None where it is none."""
    return duration_ms(cell, _ENGLISH) if cell.strip() else None
