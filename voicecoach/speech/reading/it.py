"""How Italian is read aloud."""

from voicecoach.speech.reading.italian_nouns import agreeing
from voicecoach.speech.reading.rule import numbered, separately, together
from voicecoach.speech.reading.words import LanguageWords

# The full stop of an abbreviation, but not that of a sentence.
_STOP = r"(?:\.(?=[,;:)/]|\s[a-zà-ù]))?"
_SIDES = "lato|gamba|braccio|mano|piede|parte|senso|direzione|arto"
_ORDINALS = [
    "prim", "second", "terz", "quart", "quint", "sest", "settim", "ottav", "non", "decim",
]  # fmt: skip
_FEMININE_PARTS = "gamba|mano|spalla|anca|caviglia|coscia|parte|natica"
_MASCULINE_PARTS = (
    "lato|braccio|piede|ginocchio|gomito|polso|fianco|gluteo|polpaccio|tallone|quadricipite|arto"
)

_ABBREVIATIONS = {
    r"[Aa]d es\.,?": "ad esempio",
    r"[Pp](?:er )?es\.,?": "per esempio",
    r"[Cc]c?a(?:\.|(?= \d))": "circa",
    r"[Mm]ax(?:\.|(?=\s\d))": "massimo",
    r"[Mm]in\.(?=\s\d)": "minimo",
    r"ecc\.?": "eccetera",
    rf"1\s?[Rr]ip{_STOP}": "1 ripetizione",
    rf"[Rr](?:ip|ep)s?{_STOP}": "ripetizioni",
    r"[Rr]ec\.": "recupero",
    r"1\s?RM": "una ripetizione massimale",
    r"RPE": "R P E",
    r"KB": "kettlebell",
    r"[Ss]x/[Dd]x": "sinistra e destra",
    r"[Dd]x/[Ss]x": "destra e sinistra",
    r"e/o": "e o",
    r"cad\.?": "ciascuno",
}
# These keep part of what they match, so each is an expression of its own.
_WITH_OTHERS = {
    r"(\d{1,3})\s?% (?:1\s?)?RM": r"\1% del massimale",
    # “10 x lato” is by the side, and not ten times.
    rf"x ({_SIDES})": r"per \1",
    rf"(\d{{1,4}}(?:\s?[a-zà-ù]{{1,14}})?)\.?/({_SIDES})": r"\1 per \2",
    r"(una volta|\d{1,4}\s?[a-zà-ù]{1,14})\.?/(giorno|mese)": r"\1 al \2",
    r"(una volta|\d{1,4}\s?[a-zà-ù]{1,14})\.?/sett(?:imana|\.)": r"\1 a settimana",
    r"(\d{1,4}(?:\s[a-zà-ù]{1,14})?)/min(?:uto)?": r"\1 al minuto",
}

_SECTIONS = (
    "Parte", "Fase", "Sezione", "Livello", "Blocco", "Settimana", "Giorno", "Capitolo", "Serie",
    "Giro", "Guerriero", "Zona", "Esercizio", "Opzione", "Stazione", "Sessione", "Lezione", "Passo",
    "Round", "Set", "Tipo", "Seduta", "Variante",
)  # fmt: skip
# Behind these, `1` is the number of a part: «Settimana 1 giorno 2».
_NOT_A_PART = "".join(rf"(?<!\b{section} )" for section in _SECTIONS)
# But «Esercizio 1 min» is as long as that.
_AN_AMOUNT = rf"(?:{_NOT_A_PART}|(?=1 (?:secondo|minuto|ora|metro|chilometro|caloria)(?!\w)))"
_COUNTED_BY_ORDINALS = (
    "giro|round|set|esercizio|livello|blocco|giorno|minuto|passo|lato|mese|chilometro|tempo"
)
_COUNTED = (
    "ripetizioni|serie|giri|round|respiri|volte|passi|secondi|minuti|ore|gradi|chili|metri"
    "|chilometri|centimetri|tenute|calorie|per cento"
)
_MEASURED = "s|sec|min|h|kg|m|mt|cm|km|kcal|cal|%|°|serie|giri|round|set"
# Behind the seconds or minutes that end a time without their unit.
_END = r"$|[.,;:)!?]|\s(?:per|di|al|a|in|e)\s"

WORDS = LanguageWords(
    locale="it",
    thousands=".\u00a0\u202f",
    decimal=",",
    units={
        "s": "duration-second",
        "sec": "duration-second",
        "min": "duration-minute",
        "h": "duration-hour",
        "g": "mass-gram",
        "gr": "mass-gram",
        "lb": "mass-pound",
        "lbs": "mass-pound",
        "mm": "length-millimeter",
        "cm": "length-centimeter",
        "m": "length-meter",
        "mt": "length-meter",
        "km": "length-kilometer",
        "mi": "length-mile",
        "mile": "length-mile",
        "ml": "volume-milliliter",
        "l": "volume-liter",
        "L": "volume-liter",
        "inch": "length-inch",
        "cal": "energy-calorie",
        "°": "angle-degree",
    },
    own_units={
        # What everybody says for “chilogrammi”.
        "kg": ("chilo", "chili"),
        "kcal": ("chilocaloria", "chilocalorie"),
        "km/h": ("chilometro all'ora", "chilometri all'ora"),
        "m/s": ("metro al secondo", "metri al secondo"),
        "bpm": ("battito al minuto", "battiti al minuto"),
        "rpm": ("giro al minuto", "giri al minuto"),
        "°c": ("grado", "gradi"),
        "%": ("per cento", "per cento"),
    },
    to="a",
    of="su",
    times="per",
    once="una volta",
    per="al",
    signs={
        ">": "più di",
        "<": "meno di",
        "≥": "almeno",
        "≤": "al massimo",
        "≈": "circa",
        "±": "più o meno",
    },
    sets=("serie", "giro", "giri", "round", "set"),
    sets_of="da",
    counted=(
        "ripetizioni", "serie", "giri", "round", "respiri", "volte", "passi", "secondi", "minuti",
        "ore",
    ),
    fractions={
        "1/2": "mezzo",
        "1/3": "un terzo",
        "2/3": "due terzi",
        "1/4": "un quarto",
        "3/4": "tre quarti",
    },
    mixed={
        "1/2": "e mezzo",
        "1/3": "e un terzo",
        "2/3": "e due terzi",
        "1/4": "e un quarto",
        "3/4": "e tre quarti",
    },
    sections=_SECTIONS,
    heights=("box", "scatola", "gradino", "altezza", "panca", "step", "cassone"),
    time_of_day=("del mattino", "di mattina", "del pomeriggio", "di sera", "di notte"),
    before_time_of_day="alle(?: ore)?|dalle(?: ore)?|ore|verso le|entro le|fino alle",
    symbols={"#": "numero", "@": "a", "+": "più", "&": "e"},
    written={
        r"(?<!\w)([Cc]c?a|[Mm]ax|[Rr]ec|es)\.(?=\w)": r"\1. ",
        **separately(_WITH_OTHERS),
        **together(_ABBREVIATIONS),
        rf"(?<=\d)\s?[Rr](?:ip|ep)s?{_STOP}(?!\w)": " ripetizioni",
        r"(?<!\w)([Uu]n) 1/(?=[34](?!\d))": "1/",
        # «3 per 10», but «10 volte».
        r"(?<![\w.,:/])(?!1\s?[x×])(\d{1,3})\s?[x×](?=$|[.,;:)]|\s(?:al?|per)\s)": r"\1 volte",
        r"(?<![\w.,:/])(?<!\d )(?<!serie )(?<!giri )(?<!round )(?<!set )[x×]\s?(?!1(?!\d))"
        rf"(\d{{1,3}})(?![\w:/–°%-]|[.,]\d|\s?(?:{_MEASURED})(?!\w))":
            r"\1 volte",
        **numbered(
            [f"{ordinal}a" for ordinal in _ORDINALS],
            r"(?:ª|a(?= (?:serie|volta|settimana|fase|parte)(?!\w)))",
        ),
        **numbered(
            [f"{ordinal}o" for ordinal in _ORDINALS],
            rf"(?:º|°(?= (?:{_COUNTED_BY_ORDINALS})(?!\w)))",
        ),
        **agreeing(_AN_AMOUNT),
        # «Un minuto e 30», as everybody says it.
        rf"(\d minuti|un minuto|[Oo]gni minuto|\d ore|un'ora) (?=[1-5]\d(?:{_END})|[1-9] secondi)":
            r"\1 e ",
        # “Un minuto e 12 secondi”: only the last of the parts of a time has an “and” before it.
        r"(\d minuti|un minuto|\d ore|un'ora) (?=(?:un|\d{1,2}) (?:minut|second)[oi](?!\w| e ))":
            r"\1 e ",
        # «Da 6 a 8 ripetizioni»; between other numbers, it may be a ratio.
        rf"(?<!da )(?<!per )(?<![\w.,:/-])(\d{{1,4}}) a (?=\d{{1,4}} (?:{_COUNTED})(?!\w))":
            r"da \1 a ",
        # A pace: «al chilometro», but «ogni 500 metri».
        r"(?<=[oi\d]) al (?=\d{1,4} metri(?!\w))": " ogni ",
        r"(?<!\w)(?:[Nn]\.\s?|[Nn]r\.\s?|[Nn]°\s?|[Nn]º\s?)(?=\d)": "numero ",
        **{
            rf"(?<!\w)((?i:{parts})) {short}{_STOP}(?!\w)": rf"\1 {spoken}{ending}"
            for short, spoken in (("[Dd]x", "destr"), ("[Ss]x", "sinistr"))
            for parts, ending in ((_FEMININE_PARTS, "a"), (_MASCULINE_PARTS, "o"))
        },
        rf"(?<=\d)\s?[Dd]x{_STOP}(?!\w)": " a destra",
        rf"(?<=\d)\s?[Ss]x{_STOP}(?!\w)": " a sinistra",
        rf"(?<=[a-zà-ù] )dx{_STOP}(?!\w)": "a destra",
        rf"(?<=[a-zà-ù] )sx{_STOP}(?!\w)": "a sinistra",
        rf"(?<!\w)[Dd]x{_STOP}(?!\w)": "destra",
        rf"(?<!\w)[Ss]x{_STOP}(?!\w)": "sinistra",
    },
)  # fmt: skip
