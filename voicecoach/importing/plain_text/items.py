"""Items: single lines of a plan: an exercise, a dose of the one above, a rest, or how often."""

from msgspec.structs import replace

from voicecoach.importing.plain_text.alternating import alternating_in
from voicecoach.importing.plain_text.clocks import clock_in
from voicecoach.importing.plain_text.common import common_in, intervals_in, rest_for_all
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import Exercise, exercise_in, is_span, rest_in
from voicecoach.importing.plain_text.facts import Facts, held_reps
from voicecoach.importing.plain_text.in_turn import spans_in
from voicecoach.importing.plain_text.outline import Node
from voicecoach.importing.plain_text.performing import timed_part
from voicecoach.importing.plain_text.rounds import heading_rounds, rounds_in
from voicecoach.importing.plain_text.sentences import is_brief, is_sentence, parted
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Open, Rest, Time
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form import is_rest_word


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
        if not Words(lexicon.tag).is_whole(text, "rest_day"):
            draft.add(Rest(Open(), line), line)
    elif (alternating := alternating_in(text, line, lexicon)) is not None:
        draft.add(alternating, line)
    elif (spans := spans_in(text, line, lexicon)) is not None:
        for span in spans:
            draft.add(span, line)
    elif intervals_in(text, lexicon) is not None or clock_in(text, lexicon) is not None:
        _add_against_clock(draft, text, line)
    elif rounds is not None and not repeats_itself(exercise_in(text, lexicon), lexicon):
        draft.set_rounds(rounds.count, text, line)
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
    last = draft.group.last
    if last is None:
        draft.remark(text, line)
        return
    more = merged(last, found) if found.facts != Facts() else None
    if more is None or (found.name and last.facts.doses):
        more = replace(last, tips=(*last.tips, text))
    draft.group.replace_last(more)


def is_title(item: Node, lexicon: Lexicon) -> bool:
    """Return whether an item is the title of the ones below it, rather than an exercise."""
    items = [child for child in item.children if child.kind == "item"]
    below = [exercise_in(child.text, lexicon) for child in items]
    exercise = exercise_in(item.text, lexicon)
    if not items:
        return False
    if any(each.name and each.facts.doses for each in below) or any(i.children for i in items):
        return True
    if heading_rounds(item.text, lexicon) or common_in(item.text, lexicon):
        return not (exercise.name and exercise.facts.doses)
    if exercise.facts.doses:
        spans = len(items) > 1 and is_span(exercise.facts) and exercise.in_brackets
        return spans or not exercise.name
    return all(each.name for each in below) and is_brief([each.name for each in below])


def repeats_itself(exercise: Exercise, lexicon: Lexicon) -> bool:
    """Return whether an exercise is what is repeated, rather than all that stands above it."""
    facts, name = exercise.facts, exercise.name
    words = Words(lexicon.tag)
    if not name or not facts.doses or words.is_whole(name.split()[-1], "repeat"):
        return False
    repeated = words.find(exercise.said, "repeat", "circuit", "again")
    is_behind = repeated is not None and exercise.said.find(name) in range(repeated.start())
    return is_behind or facts.sets is not None or facts.rest_ms is not None


def is_rest(text: str, lexicon: Lexicon) -> bool:
    """Return whether a text is a rest without a length, such as that of a day."""
    return is_rest_word(text, lexicon) or Words(lexicon.tag).is_whole(text, "rest_day")


def merged(exercise: Exercise, other: Exercise) -> Exercise | None:
    """Return an exercise with what another line says of it; None if that is said already."""
    mine, new = exercise.facts, other.facts
    held = held_reps(mine, new) if mine.doses and new.doses else None
    if mine.doses and new.doses and held is None:
        return None
    facts = replace(
        held or (mine if mine.doses else new),
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


def _add_rest(draft: Draft, rest_ms: int, text: str, line: int) -> None:
    common = rest_for_all(Facts(rest_ms=rest_ms), text, draft.lexicon)
    if not rest_ms:
        return
    if common is None:
        draft.add(Rest(Time(rest_ms), line), line)
    else:
        draft.set_common(common)


def _add_against_clock(draft: Draft, text: str, line: int) -> None:
    """Add `20 s on, 10 s off x 8: High knees`, or `Tabata: burpees`."""
    head, _, tail = text.partition(":")
    intervals = intervals_in(text, draft.lexicon)
    rounds = heading_rounds(head, draft.lexicon)
    if tail.strip() and intervals is not None:
        exercise = exercise_in(tail, draft.lexicon)
        sets = rounds.count if rounds is not None else None
        facts = Facts(doses=(Time(intervals[0]),), sets=sets or 1, rest_ms=intervals[1])
        if sets is None:
            facts = replace(facts, doubts=(f"“{text}”: how often is not said",))
        draft.add(replace(exercise, facts=facts), line)
        return
    draft.begin_group(head if tail.strip() else text, line)
    if tail.strip():
        for each in tail.split(","):
            add_exercise(draft, each.strip(), line)
        draft.begin_group("", line)


def _add_nameless(draft: Draft, exercise: Exercise, text: str, line: int) -> None:
    """Give a dose without a name to the exercise before it, or to the heading."""
    group = draft.group
    last = group.last if group.entries else group.heading
    more = merged(last, exercise) if last is not None and last.name else None
    if more is None:
        draft.remark(f"“{text}”: of what is not said", line, doubt=True)
    elif group.entries:
        group.replace_last(more)
    else:
        group.title = ""
        draft.add(more, group.line)
