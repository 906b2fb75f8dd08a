"""Words: what a mistyped key was meant to be, also by people who know other formats."""

from collections.abc import Sequence

from voicecoach.problems import nearest

# Words of other formats and everyday words, with the keys they may mean here, the likeliest first.
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

# Keys that are right elsewhere: no other is meant.
PLACED = {"easier", "harder"}


def unknown_key(key: str, what: str, known: Sequence[str]) -> tuple[str, str | None]:
    """Return the message and the hint for a key that `what` does not have."""
    meant = next((word for word in FOREIGN.get(key.lower(), ()) if word in known), None)
    if meant is None and key not in PLACED:
        meant = nearest(key, known)
    return f"unknown key `{key}` in {what}", f"did you mean `{meant}`?" if meant else None
