"""How Portuguese is read aloud, that of Brazil before that of Portugal."""

from voicecoach.speech.reading.portuguese_nouns import agreeing
from voicecoach.speech.reading.rule import numbered, separately, together
from voicecoach.speech.reading.words import LanguageWords

# The full stop of an abbreviation, but not that of a sentence.
_STOP = r"(?:\.(?=[,;:)/]|\s[a-zà-ú]))?"
_SIDES = "lado|perna|braço|mão|pé|sentido|direção"
_ORDINALS = [
    "primeir", "segund", "terceir", "quart", "quint", "sext", "sétim", "oitav", "non", "décim",
]  # fmt: skip
_FEMININE_PARTS = "perna|mão|coxa|panturrilha|nádega|anca"
_MASCULINE_PARTS = (
    "lado|braço|pé|joelho|cotovelo|punho|ombro|quadril|glúteo|calcanhar|tornozelo|membro"
)

_ABBREVIATIONS = {
    r"[Pp]\.\s?ex\.,?": "por exemplo",
    r"[Ee]x\.:?(?= )": "por exemplo",
    r"[Aa]prox(?:\.|(?=\s))": "aproximadamente",
    r"[Mm]áx(?:\.|(?=\s))": "máximo",
    r"[Mm]ín(?:\.|(?=\s))": "mínimo",
    r"etc\.?": "et cétera",
    rf"1\s?[Rr]ep{_STOP}": "1 repetição",
    rf"[Rr]eps?{_STOP}": "repetições",
    r"[Dd]esc\.": "descanso",
    r"1\s?RM": "1 repetição máxima",
    r"RPE": "R P E",
    r"PSE": "P S E",
    r"KB": "kettlebell",
    r"D/E": "direita e esquerda",
    r"E/D": "esquerda e direita",
    r"[Dd]ir/[Ee]sq": "direita e esquerda",
    r"[Ee]sq/[Dd]ir": "esquerda e direita",
    r"e/ou": "e ou",
    r"c/": "com",
    r"s/": "sem",
}
# These keep part of what they match, so each is an expression of its own.
_WITH_OTHERS = {
    r"(\d{1,3})\s?% (?:de )?(?:1\s?)?RM": r"\1% da repetição máxima",
    rf"(?:cd|c/) ?({_SIDES})": r"cada \1",
    # “10 x lado” is by the side, and not ten times.
    rf"x ({_SIDES})": r"por \1",
    rf"(\d{{1,4}}(?:\s?[a-zà-ú]{{1,14}})?)\.?/({_SIDES})": r"\1 por \2",
    r"(uma vez|\d{1,4}\s?[a-zà-ú]{1,14})\.?/(dia|semana|mês|sessão)": r"\1 por \2",
    r"(\d{1,4}(?:\s[a-zà-ú]{1,14})?)/min(?:uto)?": r"\1 por minuto",
}

_SECTIONS = (
    "Parte", "Fase", "Seção", "Secção", "Nível", "Bloco", "Semana", "Dia", "Capítulo", "Série",
    "Volta", "Rodada", "Guerreiro", "Zona", "Exercício", "Opção", "Estação", "Sessão", "Aula",
    "Passo", "Etapa", "Tipo", "Round",
)  # fmt: skip
# Behind these, `1` is the number of a part: «Semana 1 dia 2».
_NOT_A_PART = "".join(rf"(?<!\b{section} )" for section in _SECTIONS)
# But «Exercício 1 hora» is as long as that.
_AN_AMOUNT = rf"(?:{_NOT_A_PART}|(?=[12] (?:horas?|calorias?)(?!\w)))"
_COUNTED_BY_ORDINALS = (
    "round|exercício|nível|bloco|dia|minuto|passo|lado|mês|quilômetro|tempo|ciclo|set"
)
# Behind the seconds or minutes that end a time without their unit.
_END = r"$|[.,;:)!?]|\s(?:por|de|para|a|em|e)\s"

WORDS = LanguageWords(
    locale="pt",
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
        "lb": "mass-pound",
        "lbs": "mass-pound",
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
        "cal": "energy-calorie",
        "°": "angle-degree",
        "°C": "temperature-celsius",
    },
    own_units={
        # What everybody says for “quilogramas”.
        "kg": ("quilo", "quilos"),
        "kgs": ("quilo", "quilos"),
        "kcal": ("quilocaloria", "quilocalorias"),
        "km/h": ("quilômetro por hora", "quilômetros por hora"),
        "m/s": ("metro por segundo", "metros por segundo"),
        "bpm": ("batimento por minuto", "batimentos por minuto"),
        "rpm": ("rotação por minuto", "rotações por minuto"),
        "%": ("por cento", "por cento"),
    },
    to="a",
    of="de",
    times="vezes",
    once="uma vez",
    per="por",
    signs={
        ">": "mais de",
        "<": "menos de",
        "≥": "pelo menos",
        "≤": "no máximo",
        "≈": "cerca de",
        "±": "mais ou menos",
    },
    sets=("série", "séries", "volta", "voltas", "rodada", "rodadas", "round", "rounds"),
    sets_of="de",
    counted=(
        "repetições", "séries", "voltas", "rodadas", "respirações", "vezes", "passos", "segundos",
        "minutos", "horas",
    ),
    fractions={
        "1/2": "meio",
        "1/3": "um terço",
        "2/3": "dois terços",
        "1/4": "um quarto",
        "3/4": "três quartos",
    },
    mixed={
        "1/2": "e meio",
        "1/3": "e um terço",
        "2/3": "e dois terços",
        "1/4": "e um quarto",
        "3/4": "e três quartos",
    },
    sections=_SECTIONS,
    heights=("caixa", "caixote", "degrau", "altura", "banco", "step", "box"),
    time_of_day=("da manhã", "da tarde", "da noite"),
    before_time_of_day="às?|das|desde as|até as|até às|por volta das",
    symbols={"@": "com", "+": "mais", "&": "e"},
    written={
        r"(?<!\w)([Aa]prox|[Mm]áx|[Mm]ín|[Dd]esc)\.(?=\w)": r"\1. ",
        **separately(_WITH_OTHERS),
        **together(_ABBREVIATIONS),
        rf"(?<=\d)\s?[Rr]eps?{_STOP}(?!\w)": " repetições",
        r"(?<!\w)([Uu]m) 1/(?=[34](?!\d))": "1/",
        r"(?<![\w.,:/])1 vezes (?=\d)": "uma vez ",
        **numbered([f"{ordinal}a" for ordinal in _ORDINALS], r"\.?ª"),
        **numbered(
            [f"{ordinal}o" for ordinal in _ORDINALS],
            rf"(?:\.?º|°(?= (?:{_COUNTED_BY_ORDINALS})(?!\w)))",
        ),
        **agreeing(_AN_AMOUNT),
        # «Um minuto e 30», as everybody says it.
        rf"(\d minutos|1 minuto|\d horas|(?:uma|duas) horas?) (?=[1-5]\d(?:{_END})|[1-9] segundos)":
            r"\1 e ",
        # “1 minuto e 12 segundos”: only the last of the parts of a time has an “and” before it.
        r"(\d minutos|1 minuto|\d horas|(?:uma|duas) horas?)"
        r" (?=\d{1,2} (?:minuto|segundo)s?(?!\w| e ))":
            r"\1 e ",
        r"(?<!\w)(?:[Nn]\.?[º°]|[Nn]úm\.|#)\s?(?=\d)": "número ",
        **{
            rf"(?<!\w)((?i:{parts})) {short}{_STOP}(?!\w)": rf"\1 {spoken}{ending}"
            for short, spoken in (("[Dd]ir", "direit"), ("[Ee]sq", "esquerd"))
            for parts, ending in ((_FEMININE_PARTS, "a"), (_MASCULINE_PARTS, "o"))
        },
        rf"(?<=\d)\s?[Dd]ir{_STOP}(?!\w)": " à direita",
        rf"(?<=\d)\s?[Ee]sq{_STOP}(?!\w)": " à esquerda",
        rf"(?<=[a-zà-ú] )dir{_STOP}(?!\w)": "à direita",
        rf"(?<=[a-zà-ú] )esq{_STOP}(?!\w)": "à esquerda",
    },
)  # fmt: skip
