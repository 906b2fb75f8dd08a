"""Blocks: lines of running text: exercises, what holds for several, or prose."""

from voicecoach.importing.plain_text.alternating import alternating_in
from voicecoach.importing.plain_text.clocks import clock_in
from voicecoach.importing.plain_text.common import Common, common_in, intervals_in
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import Exercise, exercise_in, rest_in
from voicecoach.importing.plain_text.in_turn import spans_in
from voicecoach.importing.plain_text.items import add_exercise, add_item, is_rest, repeats_itself
from voicecoach.importing.plain_text.performing import timed_part
from voicecoach.importing.plain_text.rounds import (
    Rounds,
    heading_rounds,
    rounds_in,
    without_frequency,
)
from voicecoach.importing.plain_text.sentences import is_brief, is_sentence, parted, sentences
from voicecoach.importing.plain_text.sheets import is_labelled
from voicecoach.importing.plain_text.titles import Texts
from voicecoach.importing.plain_text.words import Words
from voicecoach.language.grammar.lexicon import Lexicon


def end_rounds(draft: Draft, texts: Texts) -> None:
    """End what is done several times, if an exercise stands below its list and is no item of it."""
    line, text = texts[0]
    if draft.group.rounds > 1 and draft.group.has_exercises and _is_exercise(text, draft):
        draft.begin_group("", line)


def add_lines(draft: Draft, texts: Texts, leads: bool) -> None:
    """Add what lines of text say; `leads` that other things stand below the last one."""
    listed = any(_is_exercise(text, draft) for _, text in texts)
    for at, (line, text) in enumerate(texts):
        is_last = at == len(texts) - 1
        _add_text(draft, text, line, leads and is_last, listed, followed=leads or not is_last)


def _add_text(
    draft: Draft, text: str, line: int, leads: bool, listed: bool, followed: bool
) -> None:
    """Add what a line of text says.

    `leads` says that an item or block stands below it, `followed` that any line does, `listed` that
    lines around it are exercises.
    """
    lexicon, group = draft.lexicon, draft.group
    plain, _ = without_frequency(text, lexicon.tag)
    exercise = exercise_in(text, lexicon)
    facts = exercise.facts
    common, rounds = common_in(text, lexicon), rounds_in(parted(plain)[0], lexicon)
    short = is_brief([exercise.name]) and not is_sentence(exercise.name)
    named = is_labelled(text, draft) and (listed or not leads)
    if _is_item(text, line, lexicon) or (intervals_in(text, lexicon) and not leads and short):
        add_item(draft, text, line)
    elif not facts.doses and _is_rounds_heading(plain, draft, leads, followed):
        draft.begin_group(text, line)
    elif common is not None and not named and (leads or not (facts.sets and short)):
        _add_common(draft, common, rounds_in(plain, lexicon), text, line)
    elif rounds is not None and not repeats_itself(exercise, lexicon):
        if text.endswith(":") and group.has_exercises:
            draft.begin_group("", line)
        draft.set_rounds(rounds.count, text, line)
    elif text.endswith(":") and is_brief([text]):
        is_prose = len(sentences(text)) > 1
        draft.begin_group("" if is_prose else text, line)
        if is_prose:
            draft.remark(text, line)
    elif (facts.doses and short and (exercise.name or not leads)) or _is_listed(
        draft, exercise, text, listed
    ):
        add_exercise(draft, text, line)
    elif facts.doses:
        draft.remark(f"“{text}” is not read", line, doubt=True)
    else:
        draft.remark(text, line)


def _is_item(text: str, line: int, lexicon: Lexicon) -> bool:
    """Return whether a line is a rest, several things in turn, or done against the clock."""
    return (
        rest_in(text, lexicon) is not None
        or timed_part(text, line) is not None
        or clock_in(text, lexicon) is not None
        or alternating_in(text, line, lexicon) is not None
        or spans_in(text, line, lexicon) is not None
    )


def _is_rounds_heading(text: str, draft: Draft, leads: bool, followed: bool) -> bool:
    """Return whether a line names what stands below it, and says how often it is done."""
    rounds = heading_rounds(text, draft.lexicon)
    if rounds is None:
        return False
    is_order = Words(draft.lexicon.tag).is_whole(rounds.rest, "again", "do")
    return leads or (followed and rounds.rest != "" and not is_order)


def _is_exercise(text: str, draft: Draft) -> bool:
    exercise = exercise_in(text, draft.lexicon)
    named = bool(exercise.name) and is_brief([exercise.name]) and not is_sentence(exercise.name)
    return named and bool(exercise.facts.doses) and common_in(text, draft.lexicon) is None


def _is_listed(draft: Draft, exercise: Exercise, text: str, listed: bool) -> bool:
    """Return whether a line is a name alone, in a list or below a line with a dose for all."""
    shared = bool(draft.group.common.facts.doses) or draft.group.clock is not None
    plain = (
        is_brief([exercise.name]) and text[-1:] not in ".!?:" and not is_rest(text, draft.lexicon)
    )
    return (shared or listed) and plain and not draft.group.is_advice


def _add_common(draft: Draft, common: Common, rounds: Rounds | None, text: str, line: int) -> None:
    if text.endswith(":") and exercise_in(text, draft.lexicon).in_brackets:
        draft.begin_group(text, line)
        return
    if draft.group.has_exercises:
        draft.begin_group("", line)
    draft.set_common(common)
    draft.remark(text, line)
    if rounds is not None and common.facts.sets is None:
        draft.set_rounds(rounds.count, text, line)
