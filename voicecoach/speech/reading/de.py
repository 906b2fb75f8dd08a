"""How German is read aloud."""

from voicecoach.speech.reading.german_nouns import agreeing
from voicecoach.speech.reading.german_ordinals import ordinals
from voicecoach.speech.reading.rule import separately, together
from voicecoach.speech.reading.words import LanguageWords

# Nouns are capitals as well, so that a capital alone does not begin a sentence.
_SENTENCE_OPENERS = (
    "Der|Die|Das|Den|Dem|Ein|Eine|Einen|Dein|Deine|Deinen|Beide|Alle|Jede|Jeder|Jedes|Du|Sie|Wir|Es"
    "|Dann|Danach|Jetzt|Nun|Nicht|Noch|Wieder|Und|Oder|Aber|Wenn|Falls|Bis|Dabei|Dazwischen"
    "|Im|In|Am|An|Auf|Bei|Beim|Mit|Ohne|Nach|Vor|Zum|Zur|Für|Zwischen|Rechts|Links"
    "|Halte|Halt|Wechsle|Wechsel|Geh|Gehe|Lauf|Laufe|Atme|Bleib|Bleibe|Senke|Hebe|Strecke|Beuge"
    "|Drücke|Zieh|Ziehe|Komm|Rolle|Stell|Stelle|Leg|Lege|Dreh|Drehe|Mach|Mache|Nimm|Spüre|Lass"
)
_STOP = rf"(?:\.(?!\s(?:{_SENTENCE_OPENERS})(?!\w)))?"

_ABBREVIATIONS = {
    r"(?:[Zz]\.|z)\s?B\.?,?": "zum Beispiel",
    r"[Dd]\.\s?h\.,?": "das heißt",
    r"[Uu]\.\s?a\.": "unter anderem",
    r"[Cc]a(?:\.|(?=\s\d))": "circa",
    r"[Bb]zw\.?": "beziehungsweise",
    r"[Ee]vtl\.?": "eventuell",
    r"max\.|[Mm]ax\.?(?=\s\d)": "maximal",
    r"[Mm]ind\.": "mindestens",
    r"[Ii]nkl\.?": "inklusive",
    r"[Gg]gf\.?": "gegebenenfalls",
    r"[Tt]gl\.?": "täglich",
    r"[Ww]öchentl\.?": "wöchentlich",
    r"o\.\s?[äÄ]\.": "oder Ähnliches",
    # Voices name the accent.
    r"[àá]": "zu",
    rf"usw{_STOP}": "und so weiter",
    r"1\s?Wdhl?g?\.?": "1 Wiederholung",
    rf"Wdhl?g?{_STOP}": "Wiederholungen",
    r"KH": "Kurzhantel",
    r"LH": "Langhantel",
    r"KB": "Kettlebell",
    r"RPE": "R P E",
    r"links/rechts": "links und rechts",
    r"rechts/links": "rechts und links",
    r"L/R": "links und rechts",
    r"R/L": "rechts und links",
    r"li/re": "links und rechts",
    r"re/li": "rechts und links",
    r"und/oder": "und oder",
}
# These keep part of what they match, so each is an expression of its own.
_WITH_OTHERS = {
    r"(\d{1,4}(?:\s?[A-Za-zäöü]{1,14})?)\.?/(Seite|Richtung|Hand|Bein|Arm|Fuß)": r"\1 je \2",
    r"(einmal|\d{1,4}\s?[A-Za-zäöü]{1,14})\.?/(Tag|Woche|Monat|Einheit)": r"\1 pro \2",
    r"(\d{1,4}(?:\s[A-Za-zäöü]{1,14})?)/[Mm]in(?:\.|ute)?": r"\1 pro Minute",
}

_SECTIONS = (
    "Teil", "Phase", "Abschnitt", "Stufe", "Block", "Woche", "Tag", "Kapitel", "Satz", "Runde",
    "Krieger", "Schritt", "Übung", "Workout", "Einheit", "Serie", "Durchgang", "Zone", "Station",
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
        "ml": "volume-milliliter",
        "l": "volume-liter",
        "L": "volume-liter",
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
    signs={
        ">": "mehr als",
        "<": "weniger als",
        "≥": "mindestens",
        "≤": "höchstens",
        "≈": "etwa",
        "±": "plus minus",
    },
    sets=("Satz", "Sätze", "Sätzen", "Runde", "Runden", "Durchgang", "Durchgänge"),
    sets_of="mit je",
    counted=(
        "Wdh", "Wiederholungen", "Sätze", "Runden", "Durchgänge", "Atemzüge", "Mal", "Schritte",
        "Sekunden", "Minuten", "Stunden",
    ),
    fractions={
        "1/2": "ein halb",
        "1/3": "ein Drittel",
        "2/3": "zwei Drittel",
        "1/4": "ein Viertel",
        "3/4": "drei Viertel",
    },
    mixed={
        "1/2": "einhalb",
        "1/3": "eindrittel",
        "2/3": "zweidrittel",
        "1/4": "einviertel",
        "3/4": "dreiviertel",
    },
    sections=_SECTIONS,
    heights=("Box", "Kasten", "Stufe", "Höhe", "Bank"),
    time_of_day=("Uhr",),
    before_time_of_day="um|ab|von|gegen",
    within_sentence=(
        rf"\s[a-zà-ÿ]|(?<=(?i:sek|sec|min|std)\.)\s(?!(?:{_SENTENCE_OPENERS})(?!\w))[A-ZÄÖÜ]"
    ),
    symbols={"#": "Nummer", "@": "bei", "+": "plus", "&": "und"},
    written={
        r"(?<!\w)([Zz]\.\s?B|[Cc]a|[Bb]zw|[Ee]vtl|[Mm]ax|[Mm]ind|[Ii]nkl)\.(?=\w)": r"\1. ",
        **separately(_WITH_OTHERS),
        **together(_ABBREVIATIONS),
        rf"(?<=\d)\s?(?:Wdhl?g?|Wiederh){_STOP}(?!\w)": " Wiederholungen",
        r"(?<=\d)\s?WH(?!\w)": " Wiederholungen",
        # No sentence ends within `1 Std. 30 Min.`.
        r"(?<=\d)(\s?(?:[Ss]td|[Mm]in))\.\s(?=\d{1,2}\s?(?:[Mm]in|[Ss]ek))": r"\1 ",
        **dict(ordinals()),
        **agreeing(_AN_AMOUNT),
        r"(?<=\d)-[Ss](?:[Ee][Kk])?\.?-(?=[A-ZÄÖÜ])": "-Sekunden-",
        r"(?<=\d)-[Mm]in\.?-(?=[A-ZÄÖÜ])": "-Minuten-",
        r"(?<!\w)([Ee]ine[rn]?) 3/4 (?=Stunde(?!\w))": r"\1 dreiviertel ",
        r"(?<=\d[xX×])/(?=(?:Tag|Woche|Monat)(?!\w))": " pro ",
        r"(?<!\w)Nr\.\s?(?=\d)": "Nummer ",
        # Without the other side, an L is a liter.
        r"(?<=\d)\s?L([^\w\d]{1,8}\d{1,3})\s?R(?!\w)": r" links\1 rechts",
        r"(?<=\d)\s?R([^\w\d]{1,8}\d{1,3})\s?L(?!\w)": r" rechts\1 links",
    },
)  # fmt: skip
