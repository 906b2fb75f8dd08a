"""Czech numbers that agree with their noun: `dvě série`, `po třiceti sekundách`.

Voices say the masculine nominative of every number, "dva série", "po třicet sekundách".
"""

import re
from collections.abc import Callable, Mapping

from voicecoach.speech.reading.czech_nouns import BY_FORM, FORM, Noun
from voicecoach.speech.reading.numerals import numerals

# The same in the genitive and the locative.
_FROM_FIVE = (
    "pěti", "šesti", "sedmi", "osmi", "devíti", "deseti", "jedenácti", "dvanácti",
    "třinácti", "čtrnácti", "patnácti", "šestnácti", "sedmnácti", "osmnácti", "devatenácti",
)  # fmt: skip
_TENS = (
    "dvaceti", "třiceti", "čtyřiceti", "padesáti", "šedesáti", "sedmdesáti", "osmdesáti",
    "devadesáti",
)  # fmt: skip
# 21, 31: `jednadvaceti`.
_WITH_ONE = {ten * 10 + 1: f"jedna{word}" for ten, word in enumerate(_TENS, 2)}
_GENITIVES = numerals(
    ["jednoho", "dvou", "tří", "čtyř", *_FROM_FIVE],
    _TENS,
    "sta",
    {**_WITH_ONE, 200: "dvou set", 300: "tří set", 400: "čtyř set", 500: "pěti set"},
)
_LOCATIVES = numerals(["jednom", "dvou", "třech", "čtyřech", *_FROM_FIVE], _TENS, "stu", _WITH_ONE)
# Before these, `z` is `ze`.
_WITH_ZE = re.compile("[sšz]|dvou|tří|čtyř|čtrn")
_ORDINAL_STEMS = (
    "první", "druh", "třetí", "čtvrt", "pát", "šest", "sedm", "osm", "devát", "desát",
    "jedenáct", "dvanáct", "třináct", "čtrnáct", "patnáct", "šestnáct", "sedmnáct",
    "osmnáct", "devatenáct", "dvacát",
)  # fmt: skip
_ORDINAL_TENS = (
    "dvacát", "třicát", "čtyřicát", "padesát", "šedesát", "sedmdesát", "osmdesát", "devadesát",
)  # fmt: skip
# Of a hard and of a soft ordinal: `druhá`, `první`.
_ENDINGS = {
    "série": ("á", ""), "sérii": ("é", ""), "sérií": ("ou", ""),
    "strana": ("á", ""), "stranu": ("ou", ""), "straně": ("é", ""), "strany": ("é", ""),
    "kolo": ("é", ""), "kola": ("ého", "ho"), "kole": ("ém", "m"), "kolu": ("ému", "mu"),
    "cviku": ("ém", "m"),
}  # fmt: skip
_WITH_GENITIVE = "[Dd]o|[Oo]d|[Kk]olem|[Oo]kolo|[Bb]ěhem|[Ss]e zátěží"
_SETS = r"(?:séri[eií]|výdrž[eí])\w{0,2},?"
_BEGIN = r"(?<![\w.,:/+–-])"
_LETTERS = "a-záčďéěíňóřšťúůýž"
_HALVES = re.compile(",5$| a půl$")


def agreeing() -> Mapping[str, str | Callable[[re.Match[str]], str]]:
    """Return expressions of numbers that agree with a noun, and what is said for them."""
    not_masculine = "|".join(form for form, noun in BY_FORM.items() if noun.gender != "masculine")
    return {
        rf"(?:(?<!\w)(po|za|na|výdrž) |{_BEGIN})(\d{{1,3}}(?:,5| a půl)) ({FORM})(?!\w)": (
            _and_a_half
        ),
        rf"(?<!\w)půl ({FORM})(?!\w)": lambda match: f"půl {BY_FORM[match[1]].genitive}",
        rf"(?<!\w)({_WITH_GENITIVE}) (\d{{1,3}}) ({FORM})(?!\w)": _genitive_amount,
        # "3 série po 10", and what is done in each.
        rf"(?<!\w)({_SETS} po) (\d{{1,3}}) ({FORM})(?!\w)": _locative_amount,
        rf"(?<!\w)({_SETS} po) (\d{{1,3}})"
        rf"(?=[.,;:!?)](?!\d)|$|\s(?!min|sek|hod)[{_LETTERS}]{{2}})": _locative,
        rf"{_BEGIN}(\d{{1,3}}) ({FORM})(?!\w)": _amount,
        # The lower end of a range: "dvě až tři série".
        rf"{_BEGIN}1 až (?=\w+ (?:{not_masculine})(?!\w))": "jedna až ",
        rf"{_BEGIN}2 až (?=\w+ (?:{not_masculine})(?!\w))": "dvě až ",
        # Before a unit that is still to be read, a number waits for its noun.
        rf"(?<!\w)({_WITH_GENITIVE}) (\d{{1,3}})"
        rf"(?=[.,;:!?)](?!\d)|$| do |\s(?!min|sek|hod)[{_LETTERS}]{{4}})": _genitive,
        r"(?<=[\d\w.] )ze? (\d{1,3})(?=[.,;:!?)](?!\d)|$)": _out_of,
        r"(?<!\w)([Ss]érie|[Kk]olo) 2(?![\w/]|[.,:–-]\d)": r"\1 dvě",
        rf"{_BEGIN}(\d{{1,2}})\. (séri[eií]|kol[oaeu]|stran[auěy]|cviku?|den|týden|krok)(?!\w)": (
            _ordinal
        ),
    }  # fmt: skip


def _amount(match: re.Match[str]) -> str:
    number, noun, form = int(match[1]), BY_FORM[match[2]], match[2]
    if number == 1:
        return f"{_one(noun, form)} {form}"
    if form == noun.locatives and number in _LOCATIVES:
        return f"{_LOCATIVES[number]} {form}"
    if number == 2 and form == noun.few:
        return f"{'dva' if noun.gender == 'masculine' else 'dvě'} {form}"
    if number in (2, 3, 4) and form == noun.many != noun.few:
        return f"{_GENITIVES[number]} {form}"
    return match[0]


def _one(noun: Noun, form: str) -> str:
    if noun.gender == "feminine":
        if form == noun.one:
            return "jedna"
        return "jednu" if form == noun.accusative else "jedné"
    if form == noun.one:
        return "jedno" if noun.gender == "neuter" else "jeden"
    return "jednoho" if form == noun.genitive else "jednom"


def _genitive_amount(match: re.Match[str]) -> str:
    number, noun = int(match[2]), BY_FORM[match[3]]
    if number not in _GENITIVES:
        return match[0]
    if number == 1:
        one = "jedné" if noun.gender == "feminine" else "jednoho"
        return f"{match[1]} {one} {noun.genitive}"
    return f"{match[1]} {_GENITIVES[number]} {noun.many}"


def _locative_amount(match: re.Match[str]) -> str:
    number, noun = int(match[2]), BY_FORM[match[3]]
    if number not in _LOCATIVES:
        return match[0]
    if number == 1:
        one = "jedné" if noun.gender == "feminine" else "jednom"
        return f"{match[1]} {one} {noun.locative}"
    return f"{match[1]} {_LOCATIVES[number]} {noun.locatives}"


def _genitive(match: re.Match[str]) -> str:
    number = int(match[2])
    return f"{match[1]} {_GENITIVES[number]}" if number in _GENITIVES else match[0]


def _locative(match: re.Match[str]) -> str:
    number = int(match[2])
    return f"{match[1]} {_LOCATIVES[number]}" if number in _LOCATIVES else match[0]


def _out_of(match: re.Match[str]) -> str:
    number = int(match[1])
    if number not in _GENITIVES:
        return match[0]
    spoken = _GENITIVES[number]
    return f"{'ze' if _WITH_ZE.match(spoken) else 'z'} {spoken}"


def _and_a_half(match: re.Match[str]) -> str:
    """Return `1,5 minuty` as "jedna a půl minuty", `2,5 minuty` as "dvě a půl minuty"."""
    before, number, noun = match[1], int(_HALVES.sub("", match[2])), BY_FORM[match[3]]
    lead = f"{before} " if before else ""
    if number == 0:
        return f"{lead}půl {noun.genitive}"
    if number == 1:
        form = {None: noun.one, "po": noun.locative}.get(before, noun.accusative or noun.one)
        return f"{lead}{_one(noun, form)} a půl {noun.genitive}"
    two = "dva" if noun.gender == "masculine" else "dvě"
    return f"{lead}{two if number == 2 else number} a půl {noun.genitive}"


def _ordinal(match: re.Match[str]) -> str:
    """Return `2. série` as "druhá série", `ve 3. kole` as "ve třetím kole"."""
    number, noun = int(match[1]), match[2]
    tens, ones = divmod(number, 10)
    if 0 < number <= len(_ORDINAL_STEMS):
        stems = [_ORDINAL_STEMS[number - 1]]
    elif number:
        stems = [_ORDINAL_TENS[tens - 2], *_ORDINAL_STEMS[ones - 1 : ones]]
    else:
        return match[0]
    hard, soft = _ENDINGS.get(noun, ("ý", ""))
    return " ".join([*(f"{stem}{soft if stem.endswith('í') else hard}" for stem in stems), noun])
