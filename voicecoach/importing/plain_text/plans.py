"""Plans: the outline of a file as plans, one for each of its days."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from voicecoach.importing.plain_text import blocks, items, sheets, titles
from voicecoach.importing.plain_text.common import common_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.drafts import Draft, title_of
from voicecoach.importing.plain_text.exercises import exercise_in, is_span, rest_in
from voicecoach.importing.plain_text.groups import Group
from voicecoach.importing.plain_text.howto import add_how_to, how_to_below
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.names import without_goal
from voicecoach.importing.plain_text.outline import Node
from voicecoach.importing.plain_text.rounds import without_frequency
from voicecoach.importing.plain_text.sentences import is_sentence
from voicecoach.importing.steps import Plan
from voicecoach.language.grammar.lexicon import Lexicon

_LEAST_SECTIONS = 2


def plans_in(nodes: Sequence[Node], title: str, lexicon: Lexicon) -> Sequence[Plan]:
    """Return the plans that nodes come to, those in which nothing is done left out."""
    draft = Draft(lexicon, title)
    _add_nodes(draft, _with_headings(nodes, draft))
    draft.end_plan()
    return draft.plans


def _with_headings(nodes: Sequence[Node], draft: Draft) -> list[Node]:
    """Return nodes with the names right above lists as headings, where there are several."""
    above = {
        id(node)
        for node, after in pairwise(nodes)
        if node.kind == "block" and after.kind == "item" and after.line == node.texts[-1][0] + 1
        if len(node.texts) == 1
        and (titles.is_heading(node.text, draft) or _is_span_of(node, after, draft.lexicon))
    }
    if len(above) < _LEAST_SECTIONS:
        return list(nodes)
    return [
        Node("heading", node.text, node.line, level=7) if id(node) in above else node
        for node in nodes
    ]


def _is_span_of(node: Node, item: Node, lexicon: Lexicon) -> bool:
    """Return whether a line such as `Warm-up – 5 min` tells how long the list below it lasts."""
    heading, first = exercise_in(node.text, lexicon), exercise_in(item.text, lexicon)
    has_dose = bool(first.name and first.facts.doses)
    return bool(heading.name) and is_span(heading.facts) and has_dose


def _add_nodes(draft: Draft, nodes: Sequence[Node]) -> None:
    waiting = list(reversed(nodes))
    before: Node | None = None
    node: Node | None = None
    while waiting:
        before, node = node, waiting.pop()
        after = waiting[-1] if waiting else None
        steps = how_to_below(node, waiting, draft)
        if steps:
            del waiting[-len(steps) :]
            add_how_to(draft, node, steps)
        elif node.kind == "heading":
            besides = draft.begin_heading(node.text, node.line, node.level)
            _add_besides(draft, besides, node.line)
        elif node.kind == "block":
            if before is not None and before.kind == "item":
                blocks.end_rounds(draft, node.texts)
            if _add_block(draft, node, after):
                waiting.pop()
        elif after is not None and _goes_on(node, after, draft.lexicon):
            waiting.pop()
            sheets.add_sheet(draft, [(node.line, node.text), *after.texts])
        else:
            _add_item(draft, node)


def _add_item(draft: Draft, item: Node) -> None:
    text, line, lexicon = item.text, item.line, draft.lexicon
    day = day_in(text, lexicon.tag, is_marked=False)
    if day is not None:
        draft.begin_day(day[0], line)
        _add_besides(draft, day[1], line)
        _add_nodes(draft, item.children)
    elif not item.children or rest_in(text, lexicon) is not None or items.is_rest(text, lexicon):
        items.add_item(draft, text, line)
    elif items.is_title(item, lexicon):
        _add_titled(draft, item)
    else:
        items.add_exercise(draft, text, line)
        for child in item.children:
            items.add_detail(draft, child.text, child.line)
    last = draft.group.last
    if item.label and last is not None:
        draft.group.replace_last(replace(last, label=item.label))


def _add_titled(draft: Draft, item: Node) -> None:
    """Add an item that is the title of those below it; what holds for all goes on behind them."""
    text, line, before = item.text, item.line, draft.group
    exercise = exercise_in(text, draft.lexicon)
    is_dose = not exercise.name and bool(exercise.facts.doses)
    common = common_in(text, draft.lexicon) or common_in(text, draft.lexicon, for_all=is_dose)
    before.heading = None
    draft.begin_group(text, line)
    draft.group.common = before.common.with_more(common)
    if title_of(text, draft.lexicon) != text.rstrip(":"):
        draft.remark(text, line)
    _add_nodes(draft, item.children)
    draft.groups.append(Group("", line, common=before.common))


def _add_besides(draft: Draft, text: str, line: int) -> None:
    """Add what stands behind the name of a day: what is done on it, or its title."""
    if not text:
        return
    lexicon = draft.lexicon
    exercise = exercise_in(text, lexicon)
    is_title = exercise.in_brackets and is_span(exercise.facts)
    is_dosed = facts_in(without_goal(text, lexicon.tag), lexicon) is not None
    if not is_title and (is_dosed or items.is_rest(text, lexicon)):
        _add_item(draft, Node("item", text, line))
    else:
        draft.name_day(text)


def _add_block(draft: Draft, block: Node, after: Node | None) -> bool:
    """Add lines of text, with what stands below them; return whether the next block is one."""
    texts, heading = block.texts, draft.group.heading
    if (len(texts) > 1 or after is not None) and titles.is_length_of_all(texts, draft):
        draft.title, texts = texts[0][1], texts[1:]
        if not texts:
            return False
    leads_items = after is not None and after.kind == "item"
    if heading is not None and not leads_items and sheets.is_of_heading(texts, draft):
        draft.group.title = ""
        sheets.add_sheet(draft, [(draft.group.line, heading.name), *texts])
    elif sheets.is_sheet(texts, draft):
        sheets.add_sheet(draft, texts)
    elif (
        after is not None and after.kind == "block"
        and sheets.is_sheet_below(texts, after.texts, draft)
    ):  # fmt: skip
        sheets.add_sheet(draft, [*texts, *after.texts])
        return True
    elif len(texts) == 1 and titles.is_title(texts[0][1], draft):
        draft.title = texts[0][1]
    else:
        leads = after is not None and after.kind != "heading"
        _add_lines(draft, texts, leads)
    return False


def _add_lines(draft: Draft, texts: Sequence[tuple[int, str]], leads: bool) -> None:
    """Add lines of text, each day in them as one."""
    while texts:
        line, text = texts[0]
        day = day_in(text, draft.lexicon.tag, is_marked=False)
        if day is not None:
            draft.begin_day(day[0], line)
            _add_besides(draft, day[1], line)
            texts = texts[1:]
            continue
        days = (day_in(text, draft.lexicon.tag, is_marked=False) for _, text in texts)
        end = next((at for at, day in enumerate(days) if day is not None), len(texts))
        blocks.add_lines(draft, texts[:end], leads and end == len(texts))
        texts = texts[end:]


def _goes_on(item: Node, after: Node, lexicon: Lexicon) -> bool:
    """Return whether the lines right below an item without a dose say how it is done."""
    if after.kind != "block" or after.line != item.line + 1 or item.children:
        return False
    if is_sentence(item.text):
        return False
    text = " ".join(text for _, text in after.texts)
    if facts_in(item.text, lexicon) is not None or common_in(text, lexicon) is not None:
        return False
    found = facts_in(without_frequency(text, lexicon.tag)[0], lexicon)
    return found is not None and bool(found.doses)
