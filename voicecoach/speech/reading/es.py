"""How Spanish is read aloud."""

from voicecoach.speech.reading.rule import numbered, separately, together
from voicecoach.speech.reading.spanish_nouns import agreeing
from voicecoach.speech.reading.words import LanguageWords

_SIDES = "lado|pierna|brazo|mano|pie|sentido|dirección"
_ORDINALS = [
    "primer", "segund", "tercer", "cuart", "quint", "sext", "séptim", "octav", "noven",
]  # fmt: skip

_ABBREVIATIONS = {
    r"[Pp]\.\s?ej\.,?": "por ejemplo",
    r"[Aa]prox(?:\.|(?=\s))": "aproximadamente",
    r"[Mm]áx(?:\.|(?=\s))": "máximo",
    r"[Mm]ín(?:\.|(?=\s))": "mínimo",
    r"etc\.": "etcétera.",
    r"1\s?[Rr]ep\.?": "1 repetición",
    r"[Rr]eps?": "repeticiones",
    r"[Dd]esc\.": "descanso",
    r"RPE": "R P E",
    r"KB": "kettlebell",
    r"PMR": "peso muerto rumano",
    r"1\s?RM": "1 repetición máxima",
    r"[Dd]cha\.?": "derecha",
    r"[Dd]cho\.?": "derecho",
    r"[Ii]zda\.?": "izquierda",
    r"[Ii]zdo\.?": "izquierdo",
    r"D/I": "derecha e izquierda",
    r"I/D": "izquierda y derecha",
    r"[Dd](?:cha|er)/[Ii](?:zda|zq)": "derecha e izquierda",
    r"[Ii](?:zda|zq)/[Dd](?:cha|er)": "izquierda y derecha",
    r"y/o": "y o",
    r"c/u\.?": "cada uno",
}
# These keep part of what they match, so each is an expression of its own.
_WITH_OTHERS = {
    r"(en|letra|forma de) Y": r"\1 i griega",
    rf"c/({_SIDES})": r"cada \1",
    # “10 x lado”: by the side, and not ten times.
    rf"x ({_SIDES})": r"por \1",
    rf"(\d{{1,4}}(?:\s?[a-zá-ú]{{1,14}})?)\.?/({_SIDES})": r"\1 por \2",
    r"(una vez|\d{1,4}\s?[a-zá-ú]{1,14})\.?/(día|mes)": r"\1 al \2",
    r"(una vez|\d{1,4}\s?[a-zá-ú]{1,14})\.?/semana": r"\1 a la semana",
    r"(una vez|\d{1,4}\s?[a-zá-ú]{1,14})\.?/sesión": r"\1 por sesión",
    r"(\d{1,4}(?:\s[a-zá-ú]{1,14})?)/min(?:uto)?": r"\1 por minuto",
}

_SECTIONS = (
    "Parte", "Fase", "Sección", "Nivel", "Bloque", "Semana", "Día", "Capítulo", "Serie", "Ronda",
    "Guerrero", "Zona", "Ejercicio", "Opción", "Estación", "Sesión", "Lección", "Paso", "Etapa",
    "Tipo",
)  # fmt: skip
# Behind these, `1` is the number of a part: «Semana 1 día 2».
_NOT_A_PART = "".join(rf"(?<!\b{section} )" for section in _SECTIONS)
# But «Ejercicio 1 min» is as long as that.
_AN_AMOUNT = rf"(?:{_NOT_A_PART}|(?=1 (?:segundo|minuto|hora|metro|kilómetro|caloría)(?!\w)))"

_LENGTH = r"(?:una?|\d{1,3}) (?:horas?|minutos?)"

WORDS = LanguageWords(
    locale="es",
    thousands=".\u00a0\u202f",
    decimal=",",
    units={
        "s": "duration-second",
        "seg": "duration-second",
        "segs": "duration-second",
        "min": "duration-minute",
        "mins": "duration-minute",
        "h": "duration-hour",
        "g": "mass-gram",
        "gr": "mass-gram",
        "lb": "mass-pound",
        "lbs": "mass-pound",
        "mm": "length-millimeter",
        "cm": "length-centimeter",
        "m": "length-meter",
        "mts": "length-meter",
        "km": "length-kilometer",
        "kms": "length-kilometer",
        "mi": "length-mile",
        "mile": "length-mile",
        "ml": "volume-milliliter",
        "l": "volume-liter",
        "L": "volume-liter",
        "inch": "length-inch",
        "cal": "energy-calorie",
        "°": "angle-degree",
        # The sign of ordinals is easier to type.
        "º": "angle-degree",
        "°C": "temperature-celsius",
        "%": "concentr-percent",
    },
    own_units={
        # What everybody says for “kilogramos”.
        "kg": ("kilo", "kilos"),
        "kgs": ("kilo", "kilos"),
        "kcal": ("kilocaloría", "kilocalorías"),
        "km/h": ("kilómetro por hora", "kilómetros por hora"),
        "m/s": ("metro por segundo", "metros por segundo"),
        "ppm": ("pulsación por minuto", "pulsaciones por minuto"),
        "lpm": ("latido por minuto", "latidos por minuto"),
        "bpm": ("pulsación por minuto", "pulsaciones por minuto"),
        "rpm": ("vuelta por minuto", "vueltas por minuto"),
    },
    to="a",
    of="de",
    times="veces",
    once="una vez",
    per="por",
    signs={
        ">": "más de",
        "<": "menos de",
        "≥": "al menos",
        "≤": "como máximo",
        "≈": "alrededor de",
        "±": "más menos",
    },
    sets=("serie", "series", "ronda", "rondas", "vueltas", "tanda", "tandas"),
    sets_of="de",
    counted=(
        "repeticiones", "series", "rondas", "vueltas", "respiraciones", "veces", "pasos",
        "segundos", "minutos", "horas",
    ),
    fractions={
        "1/2": "medio",
        "1/3": "un tercio",
        "2/3": "dos tercios",
        "1/4": "un cuarto",
        "3/4": "tres cuartos",
    },
    mixed={
        "1/2": "y medio",
        "1/3": "y un tercio",
        "2/3": "y dos tercios",
        "1/4": "y cuarto",
        "3/4": "y tres cuartos",
    },
    sections=_SECTIONS,
    heights=("cajón", "caja", "escalón", "altura", "banco", "step"),
    time_of_day=("de la mañana", "de la tarde", "de la noche", "a. m", "p. m", "am", "pm"),
    before_time_of_day="a las?|las|desde las|hasta las|sobre las",
    symbols={"#": "número", "@": "a", "+": "más", "&": "y"},
    written={
        r"(?<!\w)([Aa]prox|[Mm]áx|[Mm]ín|[Dd]esc)\.(?=\w)": r"\1. ",
        **separately(_WITH_OTHERS),
        **together(_ABBREVIATIONS),
        r"(?<=\d)\s?reps?\.?(?!\w)": " repeticiones",
        **numbered([f"{ordinal}a" for ordinal in _ORDINALS], r"\.?ª"),
        # From 10 on, people write the sign for degrees.
        **numbered([f"{ordinal}o" for ordinal in _ORDINALS], r"\.?º"),
        r"(?<![\w.,])1\.?er(?!\w)": "primer",
        r"(?<![\w.,])3\.?er(?!\w)": "tercer",
        **agreeing(_AN_AMOUNT),
        # The CLDR puts lengths of time side by side, where people say “and”.
        rf"(?<!\w)({_LENGTH}) (?=(?:un|\d{{1,2}}) (?:minuto|segundo)s?(?!\w))": r"\1 y ",
        r"(?<=\d[xX×])/(?=(?:día|mes)(?!\w))": " al ",
        r"(?<=\d[xX×])/(?=semana(?!\w))": " a la ",
        r"(?<!\w)(?:[Nn]\.?º|[Nn]úm\.|No\.)\s?(?=\d)": "número ",
        r"(?<=\d)\s?D([^\w\d]{1,8}\d{1,3})\s?I(?!\w)": r" derecha\1 izquierda",
        r"(?<=\d)\s?I([^\w\d]{1,8}\d{1,3})\s?D(?!\w)": r" izquierda\1 derecha",
    },
)  # fmt: skip
