"""Words: which key a mistyped one, or one from another format, was meant to be."""

import re
from collections.abc import Sequence

from voicecoach.problems import nearest

# Words from other formats, everyday language, German and French, with the keys they may mean, the
# likeliest first.
_MEANT = (
    (
        "duration length seconds work dauer zeit länge sekunden durée duree temps secondes",
        "for",
    ),
    ("time", "for at"),
    ("hold_time haltezeit halten tenir maintien", "hold"),
    ("name", "title programme exercise section circuit"),
    ("title", "programme exercise"),
    ("titel überschrift titre nom", "title section circuit exercise"),
    ("exercises steps blocks intervals items days plan", "workout do"),
    ("übungen uebungen training trainingsplan ablauf exercices entraînement séance", "workout do"),
    ("workout", "do"),
    ("do", "workout"),
    ("repetitions rep_count rep wiederholungen wdh répétitions", "reps"),
    ("series sätze saetze satz séries série", "sets circuit rounds"),
    ("side each_side each_leg each_arm per_side both_sides seite seiten côté côtés", "sides"),
    ("laps runden runde durchgänge tours tour", "rounds repeat circuit"),
    ("times wiederhole répéter", "repeat rounds"),
    ("pause_between rest_between", "rest between"),
    ("rest_between_sets set_rest satzpause pause_entre_séries", "rest"),
    ("rest_between_rounds rest_after_round rundenpause", "round_rest"),
    ("between_exercises rest_between_exercises pause_between_exercises übergang", "between"),
    ("recovery break pause repos récupération erholung", "rest round_rest"),
    ("rest", "round_rest"),
    ("weight gewicht last poids charge", "load"),
    ("intensity rpe intensität intensité anstrengung", "effort load"),
    ("instructions position ausgangsstellung anleitung", "setup"),
    ("description beschreibung", "description setup"),
    ("cue", "tips cues"),
    ("hints hinweise tipps hinweis conseils conseil astuces", "tips"),
    ("notes comment notiz notizen anmerkung remarque remarques commentaire", "note"),
    ("speak text sage ansage dire", "say"),
    ("lang sprache langue locale", "language"),
    ("autor auteur", "author"),
    ("warning warnung vorsicht attention", "caution"),
    ("difficulty schwierigkeit niveau stufe", "level"),
    ("prepare get_ready vorbereitung", "ready"),
    ("wait silence stille", "pause"),
    ("day week phase part chapter abschnitt teil partie", "section"),
    ("warmup warm-up warm_up cooldown cool-down cool_down stretch", "section"),
    ("aufwärmen échauffement dehnen étirements", "section"),
    ("superset giant_set round block set zirkel", "circuit"),
    ("move movement activity drill what übung uebung exercice mouvement", "exercise"),
    ("rounds", "repeat"),
    ("sets", "rounds repeat"),
    ("group", "section circuit"),
    ("loop", "repeat"),
    ("stimme voix", "voice"),
    ("soundtrack background musik musique", "music"),
    ("song track", "file music"),
    ("path datei fichier", "file"),
    ("volume gain lautstärke", "gain_db"),
    ("duck ducking", "duck_db"),
    ("crossfade", "fade"),
)
_KEYS_OF = {word: keys.split() for words, keys in _MEANT for word in words.split()}
# Units that are written as keys elsewhere, with the key and the unit of their values.
_UNIT_KEYS = {
    "kg": ("load", "kg"),
    "lb": ("load", "lb"),
    "lbs": ("load", "lb"),
    "min": ("for", "min"),
    "minutes": ("for", "min"),
    "minuten": ("for", "min"),
    "metres": ("distance", "m"),
    "meters": ("distance", "m"),
    "meter": ("distance", "m"),
    "km": ("distance", "km"),
}
# Words for values of a few words, with those that they may mean.
_VALUES = (
    ("beginner beginners low light einfach leicht anfänger facile débutant", "easy"),
    ("intermediate moderate normal mittel moyen", "medium"),
    ("advanced expert difficult high schwer fortgeschritten difficile avancé", "hard"),
    ("no none off false nein non", "off silent false"),
    ("yes true on ja oui", "on aloud true full"),
    ("loud voice laut", "aloud"),
    ("quiet mute", "silent"),
)
_VALUES_OF = {word: values.split() for words, values in _VALUES for word in words.split()}

_DOSE = re.compile(r"[x×]?\s*[0-9]", re.IGNORECASE)


def meant(key: str, valid: Sequence[str]) -> str | None:
    """Return the one of the `valid` keys that a word from elsewhere means, None if none is."""
    word = re.sub(r"[\s-]", "_", key.lower())
    keys = _KEYS_OF.get(key.lower()) or _KEYS_OF.get(word) or []
    return next((key for key in keys if key in valid), None)


def with_unit(key: str, value: str, valid: Sequence[str]) -> str | None:
    """Return a unit that stands as a key, `kg: 40`, as a valid key with its value, or None."""
    meant_key, unit = _UNIT_KEYS.get(key.lower(), ("", ""))
    return f"{meant_key}: {value} {unit}" if meant_key in valid and value.isdigit() else None


def suggestion(key: str, valid: Sequence[str]) -> str | None:
    """Return the one of the `valid` keys that an unknown one was meant to be, None if none is."""
    # Some are valid elsewhere, and no typos: `rounds` is not nearly `sounds`.
    known = key in ("easier", "harder", "rounds")
    return meant(key, valid) or (None if known else nearest(key, valid))


def meant_value(word: str, valid: Sequence[str]) -> str | None:
    """Return the one of the `valid` words that another one means, or was meant to be, or None."""
    values = ["on"] if is_dose(word) else _VALUES_OF.get(word.lower(), [])
    return next((value for value in values if value in valid), None) or nearest(word, valid)


def is_dose(value: str) -> bool:
    """Return whether a value begins as a dose does: `10`, `x10`, `3x10`, `40s`."""
    return _DOSE.match(value) is not None
