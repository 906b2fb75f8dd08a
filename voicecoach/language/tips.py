"""Tips: the lines and tones in an exercise's `tips`."""

from voicecoach.language.entry import Entry
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.language.sounds import read_sound
from voicecoach.problems import nearest_hint
from voicecoach.routine.cues import Tip
from voicecoach.routine.sounds import Sounds


def resolve(entry: Entry, keys: ExerciseKeys, sets: int, sounds: Sounds) -> tuple[Tip, ...]:
    """Return the tips of an exercise with so many sets and these sounds; problems are noted."""
    return tuple(_tip(entry, keys, index, sets, sounds) for index in range(len(keys.tips)))


def _tip(entry: Entry, keys: ExerciseKeys, index: int, sets: int, sounds: Sounds) -> Tip:
    tip = keys.tips[index]
    locate = entry.reader.document.locate
    path = (*entry.path, "tips", index)
    if (tip.say is None) == (tip.sound is None):
        hint = "write `{at: 10s, say: Breathe.}`"
        entry.reader.fail(locate(path), "a tip has either `say` or `sound`", hint)
    sound = None if tip.sound is None else read_sound(entry.reader, tip.sound, sounds)
    if tip.side is not None and tip.side not in keys.sides and not entry.around.sided:
        side_hint = nearest_hint(tip.side, keys.sides)
        entry.reader.fail(tip.side.span, f"this exercise has no side `{tip.side}`", side_hint)
    if tip.set is not None and tip.set > sets:
        message = f"a tip for set {tip.set} of {sets}"
        hint = "leave `set` out, or change it"
        entry.reader.fail(locate((*path, "set")), message, hint)
    at_ms, at_percent = tip.at
    if tip.sound is not None and at_ms is None and at_percent is None and tip.every is None:
        entry.reader.fail(tip.sound.span, "a tone needs `at`", "write `{at: 10s, sound: tick}`")
    return Tip(
        span=tip.say.span if tip.say else entry.key_span("tips"),
        say=tip.say,
        sound=sound,
        at_ms=at_ms,
        at_percent=at_percent,
        every_ms=tip.every,
        set=tip.set,
        side=None if tip.side is None else str(tip.side),
        round=tip.round,
    )
