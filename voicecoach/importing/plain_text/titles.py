"""Titles: which lines at the start of a plan name all of it, perhaps with its length."""

from voicecoach.importing.plain_text.blocks import Texts, is_name
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import exercise_in, is_span
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Time
from voicecoach.units import MINUTE_MS

# A time in brackets that is shorter is that of an exercise.
_LEAST_WORKOUT_MS = 5 * MINUTE_MS


def is_title(text: str, draft: Draft) -> bool:
    """Return whether a line on its own is the title of the file: the first one in it."""
    if draft.title or draft.plans or draft.day or draft.has_exercises:
        return False
    return is_name(text, draft)


def is_length_of_all(texts: Texts, draft: Draft) -> bool:
    """Return whether the first line of a file tells how long all of it is: `7 minute workout`."""
    (_, text), *others = texts
    exercise = exercise_in(text, draft.lexicon)
    begins = not (draft.title or draft.plans or draft.day or draft.group.entries)
    if not begins or draft.group.title or not is_span(exercise.facts) or not exercise.name:
        return False
    if Words(draft.lexicon.tag).is_kin(exercise.name.split()[-1], "day"):
        return True
    (dose,) = exercise.facts.doses
    assert isinstance(dose, Time)
    alike = any("(" in other for _, other in others)
    return exercise.in_brackets and dose.length_ms >= _LEAST_WORKOUT_MS and not alike
