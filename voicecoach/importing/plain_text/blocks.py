"""Blocks: lines of running text: exercises, what holds for several, how one is done, or prose."""

import re
from collections.abc import Sequence

from voicecoach.importing.plain_text.common import Common, common_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import Exercise, exercise_in, rest_in, timed_part
from voicecoach.importing.plain_text.items import add_exercise, add_item
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.rounds import Rounds, rounds_in, without_frequency
from voicecoach.importing.plain_text.sentences import is_brief, is_sentence, parted

Texts = Sequence[tuple[int, str]]

_LABEL = re.compile(
    r"(aim|instructions?|purpose|starting position|how to|ziel|ausführung|anleitung|but|consignes?"
    r"|objetivo|instrucciones|scopo|istruzioni)\s*:?",
    re.IGNORECASE,
)


def is_sheet(texts: Texts, draft: Draft) -> bool:
    """Return whether a block is the name of an exercise with sentences about it."""
    first, others = texts[0][1], [text for _, text in texts[1:]]
    if not others or not is_brief([first]) or is_sentence(first) or first.endswith(":"):
        return False
    if facts_in(first, draft.lexicon) is not None or day_in(first, draft.lexicon.tag, False):
        return False
    labelled = any(_LABEL.fullmatch(text) for text in others)
    sentences = sum(map(is_sentence, others))
    dosed = facts_in(" ".join(others), draft.lexicon)
    return dosed is not None and bool(dosed.doses) and (labelled or 2 * sentences > len(others))


def is_of_heading(texts: Texts, draft: Draft) -> bool:
    """Return whether a block has the sentences about the exercise that is its heading."""
    group = draft.group
    if group.heading is None or group.heading.facts.doses:
        return False
    if group.has_exercises or group.is_advice or group.common:
        return False
    prose, _ = without_frequency(" ".join(text for _, text in texts))
    found = facts_in(prose, draft.lexicon)
    nameless = not exercise_in(texts[0][1], draft.lexicon).name
    dosed = found is not None and bool(found.doses)
    return dosed and (nameless or all(is_sentence(text) for _, text in texts))


def add_sheet(draft: Draft, texts: Texts) -> None:
    """Add the exercise that the first line names, and the others are about."""
    line, name = texts[0]
    prose = [text for _, text in texts[1:] if not _LABEL.fullmatch(text)]
    add_exercise(draft, f"{name.rstrip(':. ')}: {' '.join(prose)}", line)


def is_title(text: str, draft: Draft) -> bool:
    """Return whether a line on its own is the title of the file: the first one in it."""
    if draft.title or draft.plans or draft.day or draft.has_exercises:
        return False
    plain = is_brief([text]) and not is_sentence(text) and text[-1:] != ":"
    return plain and facts_in(text, draft.lexicon) is None


def add_text(draft: Draft, text: str, line: int, leads: bool) -> None:
    """Add what a line of text says; `leads` that others stand below it."""
    lexicon, group = draft.lexicon, draft.group
    plain, _ = without_frequency(text)
    exercise = exercise_in(text, lexicon)
    facts = exercise.facts
    common, rounds = common_in(text, lexicon), rounds_in(parted(plain)[0], lexicon)
    short = is_brief([exercise.name]) and not is_sentence(exercise.name)
    if rest_in(text, lexicon) is not None or timed_part(text, line) is not None:
        add_item(draft, text, line)
    elif common is not None and (leads or not facts.sets or not short):
        _add_common(draft, common, rounds_in(plain, lexicon), text, line)
    elif rounds is not None and not (facts.doses and facts.sets):
        if text.endswith(":") and group.has_exercises:
            draft.begin_group("", line)
        draft.set_rounds(rounds.count, text, line)
    elif text.endswith(":") and is_brief([text]):
        draft.begin_group(text, line)
    elif _is_listed(draft, exercise, text) or (
        facts.doses and short and (exercise.name or not leads)
    ):
        add_exercise(draft, text, line)
    elif facts.doses:
        draft.remark(f"“{text}” is not read", line, doubt=True)
    else:
        draft.remark(text, line)


def _is_listed(draft: Draft, exercise: Exercise, text: str) -> bool:
    """Return whether a line is a name alone, below a line with a dose for all."""
    common = draft.group.common
    shared = common is not None and bool(common.facts.doses)
    return shared and is_brief([exercise.name]) and text[-1:] not in ".!?:"


def _add_common(draft: Draft, common: Common, rounds: Rounds | None, text: str, line: int) -> None:
    if text.endswith(":") and exercise_in(text, draft.lexicon).in_brackets:
        draft.begin_group(text, line)
        return
    if draft.group.has_exercises:
        draft.begin_group("", line)
    draft.group.common = common
    draft.remark(text, line)
    if rounds is not None:
        draft.set_rounds(rounds.count, text, line)
