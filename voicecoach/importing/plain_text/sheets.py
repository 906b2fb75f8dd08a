"""Sheets: the name of an exercise, and below it sentences about how it is done, and how much."""

from collections.abc import Sequence

from voicecoach.importing.plain_text.common import common_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import exercise_in
from voicecoach.importing.plain_text.items import add_exercise
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.rounds import (
    without_frequency,
)
from voicecoach.importing.plain_text.sentences import is_sentence
from voicecoach.importing.plain_text.titles import Texts, is_name
from voicecoach.importing.plain_text.words import Words


def is_sheet(texts: Texts, draft: Draft) -> bool:
    """Return whether a block is the name of an exercise with sentences about it."""
    others = [text for _, text in texts[1:]]
    if not others or not is_name(texts[0][1], draft) or not _is_dosed(others, draft):
        return False
    if any(day_in(text, draft.lexicon.tag, False) for text in others):
        return False
    labelled = any(Words(draft.lexicon.tag).is_whole(text, "how_to") for text in others)
    told = sum(is_sentence(text) or _is_nameless(text, draft) for text in others)
    return labelled or 2 * told > len(others)


def is_sheet_below(name: Texts, texts: Texts, draft: Draft) -> bool:
    """Return whether a line on its own is the name of what the sentences in the next block do."""
    alone = len(name) == 1 and is_name(name[0][1], draft)
    if not alone or not all(is_sentence(text) for _, text in texts):
        return False
    text = " ".join(text for _, text in texts)
    return common_in(text, draft.lexicon) is None and _is_dosed([text], draft)


def is_of_heading(texts: Texts, draft: Draft) -> bool:
    """Return whether a block has the sentences about the exercise that is its heading."""
    group = draft.group
    if group.heading is None or group.heading.facts.doses:
        return False
    if group.has_exercises or group.is_advice or group.common != draft.shared:
        return False
    nameless = not exercise_in(texts[0][1], draft.lexicon).name
    told = [text for _, text in texts]
    if sum(is_labelled(text, draft) for text in told) > 1:
        return False
    return _is_dosed(told, draft) and (nameless or all(map(is_sentence, told)))


def add_sheet(draft: Draft, texts: Texts) -> None:
    """Add the exercise that the first line names, and the others are about."""
    line, name = texts[0]
    words = Words(draft.lexicon.tag)
    prose = [text for _, text in texts[1:] if not words.is_whole(text, "how_to")]
    add_exercise(draft, f"{name.rstrip(':. ')}: {' '.join(prose)}", line)


def is_labelled(text: str, draft: Draft) -> bool:
    """Return whether a line has the name of an exercise and a colon before how much is done."""
    exercise = exercise_in(text, draft.lexicon)
    is_plain = Words(draft.lexicon.tag).find(exercise.name, "for_all") is None
    labelled = bool(exercise.name) and text.startswith(f"{exercise.name}:")
    return labelled and is_plain and bool(exercise.facts.doses)


def _is_nameless(text: str, draft: Draft) -> bool:
    """Return whether a line says only how much, or how often a day."""
    exercise = exercise_in(text, draft.lexicon)
    facts = exercise.facts
    told = facts.doses or facts.sets or facts.rest_ms or exercise.frequency
    return not exercise.name and bool(told)


def _is_dosed(texts: Sequence[str], draft: Draft) -> bool:
    prose, _ = without_frequency(" ".join(texts), draft.lexicon.tag)
    found = facts_in(prose, draft.lexicon)
    return found is not None and bool(found.doses)
