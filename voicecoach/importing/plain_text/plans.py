"""Plans: the outline of a file as plans, one for each of its days."""

from collections.abc import Sequence

from voicecoach.importing.plain_text.blocks import (
    add_sheet,
    add_text,
    is_of_heading,
    is_sheet,
    is_title,
)
from voicecoach.importing.plain_text.common import common_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.drafts import Draft, title_of
from voicecoach.importing.plain_text.exercises import exercise_in, rest_in
from voicecoach.importing.plain_text.groups import Group
from voicecoach.importing.plain_text.items import (
    add_detail,
    add_exercise,
    add_item,
    is_between_rounds,
    is_rest,
)
from voicecoach.importing.plain_text.items import is_title as is_title_of_items
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.outline import Node
from voicecoach.importing.plain_text.rounds import without_frequency
from voicecoach.importing.steps import Plan
from voicecoach.language.grammar.lexicon import Lexicon


def plans_in(nodes: Sequence[Node], title: str, lexicon: Lexicon) -> Sequence[Plan]:
    """Return the plans that nodes come to, those in which nothing is done left out."""
    draft = Draft(lexicon, title)
    _add_nodes(draft, nodes)
    draft.end_plan()
    return draft.plans


def _add_nodes(draft: Draft, nodes: Sequence[Node]) -> None:
    waiting = list(reversed(nodes))
    while waiting:
        node = waiting.pop()
        after = waiting[-1] if waiting else None
        if node.kind == "heading":
            besides = draft.begin_heading(node.text, node.line, node.level)
            _add_besides(draft, besides, node.line)
        elif node.kind == "block":
            _add_block(draft, node, after)
        elif after is not None and _goes_on(node, after, draft.lexicon):
            waiting.pop()
            add_sheet(draft, [(node.line, node.text), *after.texts])
        else:
            _add_item(draft, node)


def _add_item(draft: Draft, item: Node) -> None:
    text, line, lexicon = item.text, item.line, draft.lexicon
    day = day_in(text, lexicon.tag, is_marked=False)
    if day is not None:
        draft.begin_day(day[0], line)
        _add_besides(draft, day[1], line)
        _add_nodes(draft, item.children)
    elif not item.children or rest_in(text, lexicon) is not None or is_rest(text, lexicon):
        add_item(draft, text, line)
    elif is_title_of_items(item, lexicon):
        _add_titled(draft, item)
    else:
        add_exercise(draft, text, line)
        for child in item.children:
            add_detail(draft, child.text, child.line)


def _add_titled(draft: Draft, item: Node) -> None:
    """Add an item that is the title of those below it; what holds for all goes on behind them."""
    text, line, before = item.text, item.line, draft.group
    exercise = exercise_in(text, draft.lexicon)
    is_dose = not exercise.name and bool(exercise.facts.doses)
    common = common_in(text, draft.lexicon) or common_in(text, draft.lexicon, for_all=is_dose)
    before.heading = None
    draft.begin_group(text, line)
    draft.group.common = common or draft.group.common or before.common
    if title_of(text, draft.lexicon) != text.rstrip(":"):
        draft.remark(text, line)
    _add_nodes(draft, item.children)
    draft.groups.append(Group("", line, common=before.common))


def _add_besides(draft: Draft, text: str, line: int) -> None:
    """Add what stands behind the name of a day: what is done on it, or its title."""
    if not text:
        return
    if facts_in(text, draft.lexicon) is not None or is_rest(text, draft.lexicon):
        _add_item(draft, Node("item", text, line))
    else:
        draft.name_day(text)


def _add_block(draft: Draft, block: Node, after: Node | None) -> None:
    """Add lines of text, with what stands below them."""
    texts, heading = block.texts, draft.group.heading
    leads_items = after is not None and after.kind == "item"
    if heading is not None and not leads_items and is_of_heading(texts, draft):
        draft.group.title = ""
        add_sheet(draft, [(draft.group.line, heading.name), *texts])
        return
    if is_sheet(texts, draft):
        add_sheet(draft, texts)
        return
    for at, (line, text) in enumerate(texts):
        day = day_in(text, draft.lexicon.tag, is_marked=False)
        leads = at == len(texts) - 1 and after is not None and after.kind != "heading"
        if day is not None:
            draft.begin_day(day[0], line)
            _add_besides(draft, day[1], line)
        elif len(texts) == 1 and is_title(text, draft):
            draft.title = text
        else:
            add_text(draft, text, line, leads)


def _goes_on(item: Node, after: Node, lexicon: Lexicon) -> bool:
    """Return whether the lines right below an item without a dose say how it is done."""
    if after.kind != "block" or after.line != item.line + 1 or item.children:
        return False
    text = " ".join(text for _, text in after.texts)
    if facts_in(item.text, lexicon) is not None or is_between_rounds(text, lexicon):
        return False
    found = facts_in(without_frequency(text)[0], lexicon)
    return found is not None and bool(found.doses) and "circuit" not in text.casefold()
