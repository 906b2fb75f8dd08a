"""Titles: lines of text that name the file, an exercise or what stands below them."""

from collections.abc import Sequence

from voicecoach.importing.plain_text.clocks import clock_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import exercise_in, is_span
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.names import without_goal
from voicecoach.importing.plain_text.rounds import heading_rounds
from voicecoach.importing.plain_text.sentences import is_brief, is_sentence
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Time
from voicecoach.units import MINUTE_MS

# A time in brackets that is shorter is that of an exercise.
_LEAST_WORKOUT_MS = 5 * MINUTE_MS

Texts = Sequence[tuple[int, str]]


def is_name(text: str, draft: Draft) -> bool:
    """Return whether a line may be the name of an exercise: it is short, and says nothing else."""
    if not is_brief([text]) or is_sentence(text) or text.endswith(":"):
        return False
    told = without_goal(text, draft.lexicon.tag)
    plain = facts_in(told, draft.lexicon) is None and clock_in(text, draft.lexicon) is None
    return plain and day_in(text, draft.lexicon.tag, False) is None


def is_heading(text: str, draft: Draft) -> bool:
    """Return whether a line right above a list is the name of what stands in it."""
    repeats = not is_sentence(text) and heading_rounds(text, draft.lexicon) is not None
    return repeats or is_name(text, draft)


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
