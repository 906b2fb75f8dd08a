"""How German is read aloud."""

from voicecoach.speech.reading.words import LanguageWords

_ORDINALS = [
    "erste",
    "zweite",
    "dritte",
    "vierte",
    "fünfte",
    "sechste",
    "siebte",
    "achte",
    "neunte",
    "zehnte",
    "elfte",
    "zwölfte",
]

_ABBREVIATIONS = {
    r"z\.\s?B\.,?": "zum Beispiel",
    r"d\.\s?h\.,?": "das heißt",
    r"u\.\s?a\.": "unter anderem",
    r"[Cc]a\.": "circa",
    r"bzw\.": "beziehungsweise",
    r"evtl\.": "eventuell",
    r"max\.": "maximal",
    r"inkl\.": "inklusive",
    r"Wdhl?g?\.?": "Wiederholungen",
    r"KH": "Kurzhantel",
    r"LH": "Langhantel",
    r"KB": "Kettlebell",
    r"RPE": "R P E",
    r"L/R": "links und rechts",
    r"R/L": "rechts und links",
    r"li/re": "links und rechts",
    r"re/li": "rechts und links",
    r"und/oder": "und oder",
    r"(\d{1,4})/(Seite|Richtung|Hand)": r"\1 je \2",
    r"(\d{1,4})/(Bein|Arm|Fuß)": r"\1 je \2",
}

# Before these, `1` is an article: voices say "eins Minute".
_FEMININE = (
    "Minute|Kniebeuge|Sekunde|Stunde|Woche|Wiederholung|Runde|Übung|Serie|Pause|Bahn|Länge|Meile"
    "|Kalorie|Kilokalorie|Hand|Seite"
)
_MASCULINE = (
    "Atemzug|Satz|Durchgang|Schritt|Schlag|Tag|Meter|Kilometer|Zentimeter|Grad|Burpee|Klimmzug"
    "|Ausfallschritt|Sprung|Arm|Fuß"
)
_OTHER_GENDERS = f"{_MASCULINE}|Kilogramm|Kilo|Gramm|Pfund|Prozent|Bein|Knie"
# Where they lead, the noun is in the accusative or dative.
_WITH_ACCUSATIVE = "[Ff]ür|[Uu]m|[Oo]hne|[Dd]urch"
_WITH_DATIVE = "[Ii]n|[Mm]it|[Vv]on|[Nn]ach|[Aa]us|[Bb]ei|[Zz]u|[Aa]b|[Ss]eit|[Vv]or"
_SECTIONS = (
    "Teil", "Phase", "Abschnitt", "Stufe", "Block", "Woche", "Tag", "Kapitel", "Satz", "Runde",
    "Krieger", "Schritt", "Übung", "Workout", "Einheit", "Serie", "Durchgang",
)  # fmt: skip
# Behind these, `1` is the number of a part: “Woche 1 Tag 2”.
_NOT_A_PART = "".join(rf"(?<!\b{section} )" for section in _SECTIONS)
# But “Übung 1 min” is as long as that.
_MEASURES = "Sekunde|Minute|Stunde|Meter|Kilometer|Meile|Kilogramm|Kalorie|Kilokalorie"
_AN_AMOUNT = rf"(?:{_NOT_A_PART}|(?=1 (?:{_MEASURES})(?!\w)))"

WORDS = LanguageWords(
    locale="de",
    thousands=".",
    decimal=",",
    units={
        "s": "duration-second",
        "sek": "duration-second",
        "sec": "duration-second",
        "min": "duration-minute",
        "h": "duration-hour",
        "std": "duration-hour",
        "kg": "mass-kilogram",
        "g": "mass-gram",
        "mm": "length-millimeter",
        "cm": "length-centimeter",
        "m": "length-meter",
        "km": "length-kilometer",
        "mi": "length-mile",
        "mile": "length-mile",
        "inch": "length-inch",
        "°": "angle-degree",
        "°C": "temperature-celsius",
        "%": "concentr-percent",
    },
    own_units={
        "kcal": ("Kilokalorie", "Kilokalorien"),
        "lb": ("Pfund", "Pfund"),
        "lbs": ("Pfund", "Pfund"),
        "km/h": ("Kilometer pro Stunde", "Kilometer pro Stunde"),
        "m/s": ("Meter pro Sekunde", "Meter pro Sekunde"),
        "bpm": ("Schlag pro Minute", "Schläge pro Minute"),
    },
    to="bis",
    of="von",
    times="mal",
    once="einmal",
    per="pro",
    fractions={
        "1/2": "ein halb",
        "1/3": "ein Drittel",
        "2/3": "zwei Drittel",
        "1/4": "ein Viertel",
        "3/4": "drei Viertel",
    },
    mixed={
        "1/2": "einhalb",
        "1/3": "ein Drittel",
        "2/3": "zwei Drittel",
        "1/4": "ein Viertel",
        "3/4": "drei Viertel",
    },
    sections=_SECTIONS,
    heights=("Box", "Kasten", "Stufe", "Höhe", "Bank"),
    time_of_day=("Uhr",),
    before_time_of_day="um|ab|von|gegen",
    written={
        **{rf"(?<![\w/.]){written}(?!\w)": spoken for written, spoken in _ABBREVIATIONS.items()},
        r"(?<=\d)\s?Wdhl?\.?(?!\w)": " Wiederholungen",
        **{
            rf"(?<!\w)({_WITH_DATIVE}|[Aa]n|[Aa]uf) der {number}\. (?=[A-ZÄÖÜ])":
                rf"\1 der {ordinal}n "
            for number, ordinal in enumerate(_ORDINALS, 1)
        },
        # Elsewhere `2.` may be the end of a sentence.
        **{
            rf"(?<!\w)([Dd]er|[Dd]ie|[Dd]as) {number}\. (?=[A-ZÄÖÜ])": rf"\1 {ordinal} "
            for number, ordinal in enumerate(_ORDINALS, 1)
        },
        **{
            rf"(?<!\w)([Dd]e[mns]|[Ii]m|[Aa]m|[Bb]eim|[Zz]u[mr]|[Vv]om) {number}\. (?=[A-ZÄÖÜ])":
                rf"\1 {ordinal}n "
            for number, ordinal in enumerate(_ORDINALS, 1)
        },
        rf"(?<!\w)({_WITH_DATIVE}) 1 (?=(?:{_FEMININE})(?!\w))": r"\1 einer ",
        rf"(?<!\w)({_WITH_DATIVE}|[Aa]uf|[Aa]n) 1 (?=(?:{_OTHER_GENDERS})(?!\w))": r"\1 einem ",
        rf"(?<!\w)({_WITH_ACCUSATIVE}) 1 (?=(?:{_MASCULINE})(?!\w))": r"\1 einen ",
        rf"{_AN_AMOUNT}(?<![\w.,:/+-])1 (?=(?:{_FEMININE})(?!\w))": "eine ",
        rf"{_AN_AMOUNT}(?<![\w.,:/+-])1 (?=(?:{_OTHER_GENDERS})(?!\w))": "ein ",
        r"(?<=\d)-[Ss](?:[Ee][Kk])?\.?-(?=[A-ZÄÖÜ])": "-Sekunden-",
        r"(?<=\d)-[Mm]in\.?-(?=[A-ZÄÖÜ])": "-Minuten-",
        r"(?<!\w)([Ee]ine[rn]?) 3/4 (?=Stunde(?!\w))": r"\1 dreiviertel ",
        r"(?<=\d[xX×])/(?=(?:Tag|Woche|Monat)(?!\w))": " pro ",
        r"(?<!\w)Nr\.\s?(?=\d)": "Nummer ",
        r"(?<!\w)#\s?(?=\d)": "Nummer ",
        r"(?<=\s)@\s?|^@\s?": "bei ",
        r"(?<!\S)\+\s?(?=\d)": "plus ",
        r"(?<=[\w\s)])\s?&\s?(?!#?\w{1,8};)(?=[\w(])": " und ",
    },
)  # fmt: skip
