"""Words: which key a mistyped one, or one from another format, was meant to be."""

import re
from collections.abc import Sequence

from voicecoach.problems import nearest

# Words from other formats and everyday language, with the keys they may mean, the likeliest first.
_MEANT = (
    ("duration time length seconds work", "for"),
    ("name", "title exercise section circuit"),
    ("exercises steps blocks intervals items", "workout do"),
    ("workout", "do"),
    ("repetitions rep_count", "reps"),
    ("series", "sets circuit"),
    ("side each_side", "sides"),
    ("laps", "rounds repeat"),
    ("times", "repeat rounds"),
    ("pause_between rest_between", "rest between"),
    ("recovery break", "rest"),
    ("rest", "round_rest"),
    ("weight", "load"),
    ("instructions position", "setup"),
    ("cue", "tips cues"),
    ("hints", "tips"),
    ("notes comment", "note"),
    ("speak text", "say"),
    ("lang", "language"),
    ("warning", "caution"),
    ("difficulty", "level"),
    ("prepare get_ready", "ready"),
    ("wait silence", "pause"),
    ("day week phase part chapter", "section"),
    ("warmup warm-up warm_up cooldown cool-down cool_down stretch", "section"),
    ("superset giant_set round block set", "circuit"),
    ("move movement activity drill title what", "exercise"),
    ("rounds sets", "repeat"),
    ("group", "section circuit"),
    ("loop", "repeat"),
    ("soundtrack background", "music"),
    ("song track", "file music"),
    ("path", "file"),
    ("volume gain", "gain_db"),
    ("duck ducking", "duck_db"),
    ("crossfade", "fade"),
)
_KEYS_OF = {word: keys.split() for words, keys in _MEANT for word in words.split()}


_DOSE = re.compile(r"[x×]?\s*[0-9]", re.IGNORECASE)


def meant(key: str, valid: Sequence[str]) -> str | None:
    """Return the one of the `valid` keys that a word from elsewhere means, None if none is."""
    return next((word for word in _KEYS_OF.get(key.lower(), ()) if word in valid), None)


def suggestion(key: str, valid: Sequence[str]) -> str | None:
    """Return the one of the `valid` keys that an unknown one was meant to be, None if none is."""
    if key in ("easier", "harder"):  # valid elsewhere, and no typos
        return None
    return meant(key, valid) or nearest(key, valid)


def is_dose(value: str) -> bool:
    """Return whether a value begins as a dose does: `10`, `x10`, `3x10`, `40s`."""
    return _DOSE.match(value) is not None
