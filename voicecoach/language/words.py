"""Words: which key a mistyped one, or one from another format, was meant to be."""

from collections.abc import Sequence

from voicecoach.problems import nearest

# Words from other formats and everyday language, with the keys they may mean, the likeliest first.
_MEANT = (
    ("duration time length seconds work", "for"),
    ("name", "title exercise section circuit"),
    ("exercises steps blocks intervals items", "workout do"),
    ("workout", "do"),
    ("repetitions rep_count", "reps"),
    ("series", "sets"),
    ("side each_side", "sides"),
    ("laps", "rounds repeat"),
    ("times", "repeat rounds"),
    ("pause_between", "rest between"),
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
    ("warmup", "section"),
    ("superset", "circuit"),
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


def unknown_key(key: str, what: str, valid: Sequence[str]) -> tuple[str, str | None]:
    """Return the message and the hint for a key that is not among the `valid` ones of `what`."""
    meant = next((word for word in _KEYS_OF.get(key.lower(), ()) if word in valid), None)
    if meant is None and key not in ("easier", "harder"):  # valid elsewhere, and no typos
        meant = nearest(key, valid)
    return f"unknown key `{key}` in {what}", f"did you mean `{meant}`?" if meant else None
