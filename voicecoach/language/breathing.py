"""Breathing: whether an exercise is nothing but that, which a coach does not count as one."""

from collections.abc import Iterable

from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.phrases import Phrases
from voicecoach.routine.exercise import Dose


def breathes(own: ExerciseKeys, doses: Iterable[Dose], words: Phrases) -> bool:
    """Return whether all that is done goes by a breath; `own` are an exercise's keys at its level.

    A dose of breaths does, and one for which the exercise itself, or the catalogue, has a `breath`,
    or a tempo whose parts are called as those of one in `words`, the
    routine's phrases.
    """
    if "breath" in own.fields_set:
        return True
    return all(
        dose.kind == "breaths" or any(words.is_breath(part.name or "") for part in dose.tempo)
        for dose in doses
    )
