"""Limits: how long an engine may take. They are meant for what hangs, not for slow disks."""

# With the first imports of a library, and its model.
START_LIMIT_S = 60.0
PHRASE_LIMIT_S = 30.0
CHARACTER_LIMIT_S = 0.2


def line_limit_s(text: str) -> float:
    """Return how long an engine may take to speak a line."""
    return PHRASE_LIMIT_S + CHARACTER_LIMIT_S * len(text)
