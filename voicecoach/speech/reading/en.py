"""How English is read aloud."""

from voicecoach.speech.reading.rule import numbered, separately, together
from voicecoach.speech.reading.words import LanguageWords

_ORDINALS = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
]

_SIDES = "side|leg|arm|foot|hand|way"
_PERIODS = "day|week|month|session"
_DECADES = {
    "20": "twenties",
    "30": "thirties",
    "40": "forties",
    "50": "fifties",
    "60": "sixties",
    "70": "seventies",
    "80": "eighties",
    "90": "nineties",
}
# Behind these, `50s` is no length: "in your 50s", but not "in your 50s plank".
_BEFORE_DECADE = "(?i:in) (?:the|your|my|their|his|her)(?: early| mid| late)?"
_BEHIND_DECADE = r"(?=\s*(?:[.,;:!?)]|$)|\s(?:you|we|and|or|to)(?!\w))"

_ABBREVIATIONS = {
    r"[Ee]\.\s?g\.,?": "for example",
    r"[Ii]\.\s?e\.,?": "that is",
    r"[Aa]pprox\.?": "approximately",
    r"[Vv]s\.?": "versus",
    r"[Ii]ncl\.": "including",
    r"[Aa]lt\.": "alternating",
    r"[Ww]/o": "without ",
    r"[Ww]/": "with ",
    r"[Rr]eps": "repetitions",
    r"[Rr]ep": "repetition",
    r"RPE": "R P E",
    r"KBs": "kettlebells",
    r"KB": "kettlebell",
    r"DBs": "dumbbells",
    r"DB": "dumbbell",
    r"BB": "barbell",
    r"BW": "bodyweight",
    r"RDLs": "Romanian deadlifts",
    r"RDL": "Romanian deadlift",
    r"OHP": "overhead press",
    r"SL": "single-leg",
    # Voices take these for words.
    r"ACL": "A C L",
    r"ITB": "I T B",
    r"ITYW": "I T Y W",
    r"1\s?RM": "1 repetition maximum",
    r"L/R": "left and right",
    r"R/L": "right and left",
    r"and/or": "and or",
    r"e/s": "each side",
}
# These keep part of what they match, so each is an expression of its own.
_WITH_OTHERS = {
    rf"(\d{{1,4}})[xX]?/({_SIDES})": r"\1 each \2",
    # But not “2 arm/leg raises”.
    rf"(\d{{1,4}}\s?(?!(?:{_SIDES})s?/)[a-z]{{1,11}})/({_SIDES})": r"\1 each \2",
    rf"(once|\d{{1,4}}\s?[a-z]{{1,11}})/({_PERIODS})": r"\1 a \2",
    r"(\d{1,4}(?:\s[a-z]{1,11})?)/min(?:ute)?": r"\1 a minute",
}

WORDS = LanguageWords(
    locale="en",
    thousands=",",
    decimal=".",
    units={
        "s": "duration-second",
        "sec": "duration-second",
        "secs": "duration-second",
        "min": "duration-minute",
        "mins": "duration-minute",
        "h": "duration-hour",
        "hr": "duration-hour",
        "hrs": "duration-hour",
        "kg": "mass-kilogram",
        "kgs": "mass-kilogram",
        "g": "mass-gram",
        "lb": "mass-pound",
        "lbs": "mass-pound",
        "mm": "length-millimeter",
        "cm": "length-centimeter",
        "m": "length-meter",
        "km": "length-kilometer",
        "kms": "length-kilometer",
        "mi": "length-mile",
        "mile": "length-mile",
        "yd": "length-yard",
        "yds": "length-yard",
        "ft": "length-foot",
        "inch": "length-inch",
        "ml": "volume-milliliter",
        "l": "volume-liter",
        "L": "volume-liter",
        "cal": "energy-calorie",
        "cals": "energy-calorie",
        "°": "angle-degree",
        "deg": "angle-degree",
        "°C": "temperature-celsius",
        "%": "concentr-percent",
    },
    own_units={
        "kcal": ("calorie", "calories"),
        "km/h": ("kilometer an hour", "kilometers an hour"),
        "kmh": ("kilometer an hour", "kilometers an hour"),
        "kph": ("kilometer an hour", "kilometers an hour"),
        "mph": ("mile an hour", "miles an hour"),
        "m/s": ("meter a second", "meters a second"),
        "bpm": ("beat a minute", "beats a minute"),
        "rpm": ("revolution a minute", "revolutions a minute"),
        "spm": ("stroke a minute", "strokes a minute"),
    },
    to="to",
    of="of",
    times="times",
    once="once",
    per="per",
    signs={
        ">": "more than",
        "<": "less than",
        "≥": "at least",
        "≤": "at most",
        "≈": "about",
        "±": "plus or minus",
    },
    sets=("set", "sets", "round", "rounds"),
    sets_of="of",
    counted=(
        "reps", "repetitions", "sets", "rounds", "breaths", "times", "steps", "seconds", "minutes",
        "hours",
    ),
    fractions={
        "1/2": "half",
        "1/3": "a third",
        "2/3": "two thirds",
        "1/4": "a quarter",
        "3/4": "three quarters",
    },
    mixed={
        "1/2": "and a half",
        "1/3": "and a third",
        "2/3": "and two thirds",
        "1/4": "and a quarter",
        "3/4": "and three quarters",
    },
    sections=(
        "Part", "Phase", "Section", "Level", "Stage", "Block", "Week", "Day", "Chapter", "Volume",
        "Set", "Round", "Warrior", "Type", "Zone", "Exercise", "Option", "Station", "Workout",
        "Session", "Lesson",
    ),
    heights=("box", "height", "step", "platform", "plyo box", "hurdle", "bench"),
    time_of_day=("am", "pm", "a.m", "p.m", "o'clock"),
    before_time_of_day="at|from|until|till",
    symbols={"#": "number", "@": "at", "+": "plus", "&": "and"},
    written={
        r"(?<!\w)(e\.\s?g|i\.\s?e|approx|incl)\.(?=\w)": r"\1. ",
        **separately(_WITH_OTHERS),
        **together(_ABBREVIATIONS),
        **numbered(_ORDINALS, "(?:st|nd|rd|th)"),
        r"(?<=\d)\s?ea\.?(?!\w)": " each",
        # Without the other side, an L is a liter.
        r"(?<=\d)\s?L([^\w\d]{1,8}\d{1,3})\s?R(?!\w)": r" left\1 right",
        r"(?<=\d)\s?R([^\w\d]{1,8}\d{1,3})\s?L(?!\w)": r" right\1 left",
        r"(?<=\d)['’′]\s?(\d{1,2})[\"″”](?= tall(?!\w))": r" feet \1",
        r"(?<=\d)['’′](?= tall(?!\w))": " feet",
        **{
            rf"(?<!\w)({_BEFORE_DECADE}) {decade}s{_BEHIND_DECADE}": rf"\1 {spoken}"
            for decade, spoken in _DECADES.items()
        },
        **together(_DECADES, r"(?<![\w'’])['’]", r"s(?!\w)"),
        r"(?<=\d)\s?(kgs?|lbs?|s|secs?|min|m)/(?=(?:side|leg|arm|foot|hand)(?!\w))": r" \1 each ",
        # The seconds of a repetition's four parts; X is as fast as you can.
        r"(?<!\w)([Tt]empo) (\d)([\dX])([\dX])([\dX])(?!\w)": r"\1 \2, \3, \4, \5",
        r"(?<=\d)reps?(?!\w)": " repetitions",
        # Behind a question, “No.” is an answer.
        r"(?<!\w)(?<!\? )[Nn]o\.\s?(?=\d)": "number ",
        r"(?<=\d)[ -]?in(?=[ -](?:box|step|platform|plyo))": "-inch",
    },
)  # fmt: skip
