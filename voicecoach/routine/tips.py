"""Tips: the lines and tones that an exercise's `tips` ask for."""

from voicecoach.phases import Tip
from voicecoach.routine.exercise_keys import ExerciseKeys, TipKeys
from voicecoach.routine.reading import Entry
from voicecoach.sounds import CLASSIC
from voicecoach.suggest import nearest_hint


def settle(entry: Entry, keys: ExerciseKeys, sets: int) -> tuple[Tip, ...]:
    """Return the tips of an exercise of so many sets; faults among them are noted."""
    return tuple(_tip(entry, keys, tip, sets) for tip in keys.tips)


def _tip(entry: Entry, keys: ExerciseKeys, tip: TipKeys, sets: int) -> Tip:
    if (tip.say is None) == (tip.sound is None):
        entry.fail("tips", "a tip has either `say` or `sound`", "write `{at: 10s, say: Breathe.}`")
    if tip.sound is not None and tip.sound not in CLASSIC:
        hint = nearest_hint(tip.sound, CLASSIC)
        entry.reader.fail(tip.sound.span, f"`{tip.sound}` is no tone's role", hint)
    if tip.side is not None and tip.side not in keys.sides and not entry.around.sided:
        hint = nearest_hint(tip.side, keys.sides)
        entry.reader.fail(tip.side.span, f"this exercise has no side `{tip.side}`", hint)
    if tip.set is not None and tip.set > sets:
        message = f"a tip for set {tip.set} of {sets}"
        entry.fail("tips", message, "leave `set` out, or change it")
    at_ms, at_percent = tip.at
    if tip.sound is not None and at_ms is None and at_percent is None:
        entry.reader.fail(tip.sound.span, "a tone needs `at`", "write `{at: 10s, sound: tick}`")
    return Tip(
        span=tip.say.span if tip.say else entry.key_span("tips"),
        say=tip.say,
        sound=None if tip.sound is None else str(tip.sound),
        at_ms=at_ms,
        at_percent=at_percent,
        set=tip.set,
        side=None if tip.side is None else str(tip.side),
        round=tip.round,
    )
