"""German ordinals, which agree with their article or, without one, with their noun.

`2.` may also be the end of a sentence: it is an ordinal where an article or a noun of workouts
tells.
"""

from collections.abc import Iterator

from voicecoach.speech.reading.german_nouns import WITH_DATIVE

_ORDINALS = (
    "erste", "zweite", "dritte", "vierte", "fünfte", "sechste", "siebte", "achte", "neunte",
    "zehnte", "elfte", "zwölfte",
)  # fmt: skip
_BEFORE_A_NOUN = r"(?=[A-ZÄÖÜ])"
# What is counted in a workout, by the ending of an ordinal without an article.
_COUNTED = {
    "": "Übung|Runde|Serie|Woche|Seite|Station|Einheit|Minute|Phase|Stufe|Wiederholung",
    "r": "Satz|Durchgang|Tag|Teil|Block|Abschnitt|Schritt|Kilometer|Lauf",
    "s": "Mal|Intervall|Workout|Training",
}


def ordinals() -> Iterator[tuple[str, str]]:
    """Yield expressions of ordinals, and what is said for them: `im 1. Satz`, "im ersten Satz"."""
    for number, ordinal in enumerate(_ORDINALS, 1):
        written = rf"{number}\. {_BEFORE_A_NOUN}"
        yield rf"(?<!\w)({WITH_DATIVE}|[Aa]n|[Aa]uf) der {written}", rf"\1 der {ordinal}n "
        yield rf"(?<!\w)([Dd]er|[Dd]ie|[Dd]as) {written}", rf"\1 {ordinal} "
        dative = r"(?<!\w)([Dd]e[mns]|[Ii]m|[Aa]m|[Bb]eim|[Zz]u[mr]|[Vv]om)"
        yield rf"{dative} {written}", rf"\1 {ordinal}n "
        for ending, nouns in _COUNTED.items():
            yield rf"^{number}\. (?=(?:{nouns})(?!\w))", f"{ordinal}{ending} "
