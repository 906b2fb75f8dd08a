"""How-to: the steps of a list below the name of an exercise that say how it is done."""

from collections.abc import Sequence

from msgspec.structs import replace

from voicecoach.importing.plain_text.clocks import clock_in
from voicecoach.importing.plain_text.common import common_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.drafts import Draft
from voicecoach.importing.plain_text.exercises import Exercise, exercise_in
from voicecoach.importing.plain_text.items import merged
from voicecoach.importing.plain_text.outline import Node
from voicecoach.importing.plain_text.rounds import heading_rounds
from voicecoach.importing.plain_text.sentences import is_sentence
from voicecoach.importing.plain_text.titles import is_name
from voicecoach.importing.plain_text.words import Words

_LEAST_SENTENCES = 2


def how_to_below(node: Node, waiting: Sequence[Node], draft: Draft) -> Sequence[Node]:
    """Return the items below a heading or line that say how its exercise is done, if they do.

    `waiting` has all nodes behind it, the last one first. At least half of the items are sentences;
    one of them may say how much.
    """
    if not _names_exercise(node, draft):
        return ()
    items: list[Node] = []
    for item in reversed(waiting):
        if item.kind != "item" or item.children or item.label:
            break
        items.append(item)
    told = [(item.text, exercise_in(item.text, draft.lexicon)) for item in items]
    dosed = [(text, each) for text, each in told if each.facts.doses]
    if any(each.name and not is_sentence(text) for text, each in dosed):
        return ()
    sentences = sum(is_sentence(item.text) for item in items)
    enough = sentences >= _LEAST_SENTENCES and 2 * sentences >= len(items)
    # A line of text names an exercise only where something says how much of it is done.
    least = node.kind == "block" and not exercise_in(node.text, draft.lexicon).facts.doses
    return items if enough and least <= len(dosed) <= 1 else ()


def add_how_to(draft: Draft, node: Node, steps: Sequence[Node]) -> None:
    """Add the exercise that a heading or line names, with how it is done."""
    exercise = exercise_in(node.text, draft.lexicon)
    told: list[str] = []
    for step in steps:
        found = exercise_in(step.text, draft.lexicon)
        more = (
            merged(exercise, replace(found, name="", setup="", tips=()))
            if found.facts.doses
            else None
        )
        if more is None:
            told.append(step.text if step.text[-1:] in ".!?" else f"{step.text}.")
        else:
            exercise = more
    if node.kind == "heading":
        draft.begin_group("", node.line)
    setup = " ".join(filter(None, [exercise.setup, *told]))
    draft.add(replace(exercise, setup=setup), node.line)


def _names_exercise(node: Node, draft: Draft) -> bool:
    if node.kind == "item" or (node.kind == "block" and len(node.texts) > 1):
        return False
    text, lexicon = node.text, draft.lexicon
    if Words(lexicon.tag).find(text, "advice") or day_in(text, lexicon.tag, node.kind == "heading"):
        return False
    if heading_rounds(text, lexicon) or common_in(text, lexicon) or clock_in(text, lexicon):
        return False
    exercise: Exercise = exercise_in(text, lexicon)
    if exercise.facts.doses:
        return bool(exercise.name) and not exercise.in_brackets and not is_sentence(text)
    is_title = node.kind == "heading" and node.level <= 1
    return not is_title and is_name(text.rstrip(":"), draft)
