"""Blocks: lines of running text: exercises, what holds for several, how one is done, or prose."""

from collections.abc import Sequence

from voicecoach.importing.plain_text.alternating import alternating_in
from voicecoach.importing.plain_text.clocks import clock_in
from voicecoach.importing.plain_text.common import Common, common_in, intervals_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import Exercise, exercise_in, is_span, rest_in
from voicecoach.importing.plain_text.in_turn import spans_in
from voicecoach.importing.plain_text.items import add_exercise, add_item, is_rest, repeats_itself
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.names import without_goal
from voicecoach.importing.plain_text.performing import timed_part
from voicecoach.importing.plain_text.rounds import (
    Rounds,
    heading_rounds,
    rounds_in,
    without_frequency,
)
from voicecoach.importing.plain_text.sentences import is_brief, is_sentence, parted, sentences
from voicecoach.importing.plain_text.words import Words

Texts = Sequence[tuple[int, str]]


def is_sheet(texts: Texts, draft: Draft) -> bool:
    """Return whether a block is the name of an exercise with sentences about it."""
    others = [text for _, text in texts[1:]]
    if not others or not is_name(texts[0][1], draft) or not _is_dosed(others, draft):
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


def is_of_heading(texts: Texts, draft: Draft) -> bool:
    """Return whether a block has the sentences about the exercise that is its heading."""
    group = draft.group
    if group.heading is None or group.heading.facts.doses:
        return False
    if group.has_exercises or group.is_advice or group.common != draft.shared:
        return False
    nameless = not exercise_in(texts[0][1], draft.lexicon).name
    told = [text for _, text in texts]
    if sum(_is_labelled(text, draft) for text in told) > 1:
        return False
    return _is_dosed(told, draft) and (nameless or all(map(is_sentence, told)))


def add_sheet(draft: Draft, texts: Texts) -> None:
    """Add the exercise that the first line names, and the others are about."""
    line, name = texts[0]
    words = Words(draft.lexicon.tag)
    prose = [text for _, text in texts[1:] if not words.is_whole(text, "how_to")]
    add_exercise(draft, f"{name.rstrip(':. ')}: {' '.join(prose)}", line)


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
    alike = any(exercise_in(other, draft.lexicon).in_brackets for _, other in others)
    return exercise.in_brackets and not alike


def add_lines(draft: Draft, texts: Texts, leads: bool) -> None:
    """Add what lines of text say; `leads` that other things stand below the last one."""
    listed = any(_is_exercise(text, draft) for _, text in texts)
    for at, (line, text) in enumerate(texts):
        is_last = at == len(texts) - 1
        add_text(draft, text, line, leads and is_last, listed, followed=leads or not is_last)


def add_text(draft: Draft, text: str, line: int, leads: bool, listed: bool, followed: bool) -> None:
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
    named = _is_labelled(text, draft) and (listed or not leads)
    if (
        rest_in(text, lexicon) is not None
        or timed_part(text, line) is not None
        or clock_in(text, lexicon) is not None
        or alternating_in(text, line, lexicon) is not None
        or spans_in(text, line, lexicon) is not None
        or (intervals_in(text, lexicon) and not leads and short)
    ):
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


def _is_labelled(text: str, draft: Draft) -> bool:
    """Return whether a line has the name of an exercise and a colon before how much is done."""
    exercise = exercise_in(text, draft.lexicon)
    is_plain = Words(draft.lexicon.tag).find(exercise.name, "for_all") is None
    labelled = bool(exercise.name) and text.startswith(f"{exercise.name}:")
    return labelled and is_plain and bool(exercise.facts.doses)


def _is_listed(draft: Draft, exercise: Exercise, text: str, listed: bool) -> bool:
    """Return whether a line is a name alone, in a list or below a line with a dose for all."""
    shared = bool(draft.group.common.facts.doses) or draft.group.clock is not None
    plain = (
        is_brief([exercise.name]) and text[-1:] not in ".!?:" and not is_rest(text, draft.lexicon)
    )
    return (shared or listed) and plain and not draft.group.is_advice


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
