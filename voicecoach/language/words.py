"""Words: which key a mistyped one, or one from another format, was meant to be."""

from collections.abc import Sequence

from voicecoach.problems import nearest

# Words from other formats and everyday language, with the keys they may mean, the likeliest first.
FOREIGN = {
    "duration": ("for",),
    "time": ("for",),
    "length": ("for",),
    "seconds": ("for",),
    "work": ("for",),
    "name": ("title", "exercise", "section", "circuit"),
    "exercises": ("workout", "do"),
    "steps": ("workout", "do"),
    "blocks": ("workout", "do"),
    "intervals": ("workout", "do"),
    "items": ("workout", "do"),
    "workout": ("do",),
    "repetitions": ("reps",),
    "rep_count": ("reps",),
    "series": ("sets",),
    "side": ("sides",),
    "each_side": ("sides",),
    "laps": ("rounds", "repeat"),
    "times": ("repeat", "rounds"),
    "pause_between": ("rest", "between"),
    "recovery": ("rest",),
    "rest": ("round_rest",),
    "break": ("rest",),
    "weight": ("load",),
    "instructions": ("setup",),
    "position": ("setup",),
    "cue": ("tips", "cues"),
    "hints": ("tips",),
    "notes": ("note",),
    "comment": ("note",),
    "speak": ("say",),
    "text": ("say",),
    "lang": ("language",),
    "warning": ("caution",),
    "difficulty": ("level",),
    "prepare": ("ready",),
    "get_ready": ("ready",),
    "warmup": ("section",),
    "superset": ("circuit",),
    "group": ("section", "circuit"),
    "loop": ("repeat",),
    "soundtrack": ("music",),
    "background": ("music",),
    "song": ("file", "music"),
    "track": ("file", "music"),
    "path": ("file",),
    "volume": ("gain_db",),
    "gain": ("gain_db",),
    "duck": ("duck_db",),
    "ducking": ("duck_db",),
    "crossfade": ("fade",),
}

# Keys that are valid elsewhere: they are not typos.
VALID_ELSEWHERE = {"easier", "harder"}


def unknown_key(key: str, what: str, valid: Sequence[str]) -> tuple[str, str | None]:
    """Return the message and the hint for a key that is not among the `valid` ones of `what`."""
    meant = next((word for word in FOREIGN.get(key.lower(), ()) if word in valid), None)
    if meant is None and key not in VALID_ELSEWHERE:
        meant = nearest(key, valid)
    return f"unknown key `{key}` in {what}", f"did you mean `{meant}`?" if meant else None
