"""Breathing: whether an exercise is nothing but that, which a coach does not count as one."""

from collections.abc import Iterable

from voicecoach import phrases
from voicecoach.language.keys.exercise import ExerciseKeys
from voicecoach.routine.exercise import Dose

_ENGLISH = "en"


def breathes(own: ExerciseKeys, doses: Iterable[Dose], language: str) -> bool:
    """Return whether all that is done goes by a breath; `own` are an exercise's keys at its level.

    A dose of breaths does, and one for which the exercise itself, or the catalogue, has a `breath`,
    or a tempo whose parts are called as those of one in the routine's language.
    """
    if "breath" in own.model_fields_set:
        return True
    words = phrases.load(phrases.tag_for(language) or _ENGLISH)
    return all(
        dose.kind == "breaths" or any(words.is_breath(part.name or "") for part in dose.tempo)
        for dose in doses
    )
