"""Items: single lines of a plan: an exercise, a dose of the one above, a rest, or how often."""

import re
from dataclasses import replace

from voicecoach.importing.plain_text.common import common_in
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import (
    Exercise,
    exercise_in,
    is_span,
    rest_in,
    timed_part,
)
from voicecoach.importing.plain_text.facts import Facts
from voicecoach.importing.plain_text.outline import Node
from voicecoach.importing.plain_text.rounds import rounds_in
from voicecoach.importing.plain_text.sentences import is_brief, is_sentence, parted
from voicecoach.importing.steps import Open, Rest, Time
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form import is_rest_word

_REST_DAY = re.compile(
    r"(off|day off|(complete |full |total )?rest( day)?|frei|ruhetag|repos|descanso|riposo)\W*$",
    re.IGNORECASE,
)


def add_item(draft: Draft, text: str, line: int) -> None:
    """Add what a line says that has nothing below it."""
    lexicon = draft.lexicon
    timed = timed_part(text, line)
    rest_ms = rest_in(text, lexicon)
    rounds = rounds_in(parted(text)[0], lexicon)
    if timed is not None:
        draft.add(timed, line)
    elif rest_ms is not None:
        _add_rest(draft, rest_ms, text, line)
    elif is_rest(text, lexicon):
        if not _REST_DAY.match(text):
            draft.add(Rest(Open(), line), line)
    elif rounds is not None and not exercise_in(text, lexicon).facts.rest_ms:
        _add_rounds(draft, rounds.count, text, line)
    else:
        add_exercise(draft, text, line)


def add_exercise(draft: Draft, text: str, line: int) -> None:
    """Add what a line says of an exercise."""
    exercise = exercise_in(text, draft.lexicon)
    facts = exercise.facts
    named = is_brief([exercise.name])
    if draft.group.is_advice and not (facts.doses and named):
        draft.remark(text, line)
    elif not exercise.name and (facts.doses or facts.sets or facts.rest_ms):
        _add_nameless(draft, exercise, text, line)
    elif facts.doses or (named and (":" in text or not is_sentence(text))):
        draft.add(exercise, line)
    else:
        draft.remark(text, line)


def add_detail(draft: Draft, text: str, line: int) -> None:
    """Add what stands below an exercise: its dose, or how it is done."""
    found = exercise_in(text, draft.lexicon)
    entries = draft.group.entries
    last = entries[-1][1] if entries else None
    if not isinstance(last, Exercise):
        draft.remark(text, line)
        return
    merged = _merged(last, found) if found.facts != Facts() else None
    if merged is None or (found.name and last.facts.doses):
        merged = replace(last, tips=(*last.tips, text))
    entries[-1] = (entries[-1][0], merged)


def is_title(item: Node, lexicon: Lexicon) -> bool:
    """Return whether an item is the title of the ones below it, rather than an exercise."""
    items = [child for child in item.children if child.kind == "item"]
    below = [exercise_in(child.text, lexicon) for child in items]
    exercise = exercise_in(item.text, lexicon)
    if not items:
        return False
    if any(each.name and each.facts.doses for each in below) or any(i.children for i in items):
        return True
    if rounds_in(item.text, lexicon) or common_in(item.text, lexicon):
        return True
    if exercise.facts.doses:
        spans = len(items) > 1 and is_span(exercise.facts) and exercise.in_brackets
        return spans or not exercise.name
    return all(each.name for each in below) and is_brief([each.name for each in below])


def is_rest(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text is a rest without a length, such as that of a day."""
    return is_rest_word(text, lexicon) or bool(_REST_DAY.match(text))


def is_between_rounds(text: str, lexicon: Lexicon) -> bool:
    """Return whether a rest is one between rounds."""
    return any(lexicon.is_word("round", word.strip(".,()")) for word in text.split())


def _add_rest(draft: Draft, rest_ms: int, text: str, line: int) -> None:
    if rest_ms and is_between_rounds(text, draft.lexicon):
        draft.group.round_rest_ms = rest_ms
    elif rest_ms:
        draft.add(Rest(Time(rest_ms), line), line)


def _add_rounds(draft: Draft, count: int | None, text: str, line: int) -> None:
    facts = exercise_in(text, draft.lexicon).facts
    if facts.doses and facts.sets is not None:
        add_exercise(draft, text, line)
    else:
        draft.set_rounds(count, text, line)


def _add_nameless(draft: Draft, exercise: Exercise, text: str, line: int) -> None:
    """Give a dose without a name to the exercise before it, or to the heading."""
    group = draft.group
    last = group.entries[-1][1] if group.entries else group.heading
    merged = _merged(last, exercise) if isinstance(last, Exercise) and last.name else None
    if merged is None:
        draft.remark(f"“{text}”: of what is not said", line, doubt=True)
    elif group.entries:
        group.entries[-1] = (group.entries[-1][0], merged)
    else:
        group.title = ""
        draft.add(merged, group.line)


def _merged(exercise: Exercise, other: Exercise) -> Exercise | None:
    """Return an exercise with what another line says of it; None if that is said already."""
    mine, new = exercise.facts, other.facts
    if mine.doses and new.doses:
        return None
    facts = replace(
        mine if mine.doses else new,
        sets=new.sets if mine.sets is None else mine.sets,
        each_side=mine.each_side or new.each_side,
        rest_ms=new.rest_ms if mine.rest_ms is None else mine.rest_ms,
        load=mine.load or new.load,
        doubts=(*mine.doubts, *new.doubts),
    )
    frequency = exercise.frequency or other.frequency
    tips = (*exercise.tips, *other.tips)
    setup = " ".join(filter(None, [exercise.setup, other.setup]))
    return replace(exercise, facts=facts, frequency=frequency, tips=tips, setup=setup)
