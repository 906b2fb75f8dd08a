"""Plans: the outline of a file as plans, one for each of its days."""

import re
from collections.abc import Sequence
from dataclasses import replace

from voicecoach.importing.plain_text.common import Common, common_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.exercises import (
    Exercise,
    exercise_in,
    is_brief,
    is_span,
    parted,
    rest_in,
    timed_part,
)
from voicecoach.importing.plain_text.facts import Facts, facts_in
from voicecoach.importing.plain_text.groups import Group
from voicecoach.importing.plain_text.outline import Node
from voicecoach.importing.plain_text.rounds import Rounds, rounds_in, without_frequency
from voicecoach.importing.steps import Open, Part, Plan, Remark, Repeat, Rest, Step, Time
from voicecoach.importing.tree import flat
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form import is_rest_word

_ADVICE = re.compile(
    r".*\b(notes?|tips?|goals?|equipment|recommendations?|benefits?|safety|warnings?|precautions?|advice"
    r"|reminders?|guidelines?|hinweise?|tipps?|ziele?|material|conseils?|consejos?|consigli)\b.*",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(aim|instructions?|purpose|starting position|how to|ziel|ausführung|anleitung|but|consignes?"
    r"|objetivo|instrucciones|scopo|istruzioni)\s*:?",
    re.IGNORECASE,
)
_REST_DAY = re.compile(
    r"(off|day off|(complete |full |total )?rest( day)?|frei|ruhetag|repos|descanso|riposo)\W*$",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\s*\([^()]*\)|\s[-–—]\s[^-–—:]*|:\s[^:]*)\s*:?$")


class Reader:
    """Reads the nodes of one file into plans."""

    def __init__(self, title: str, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._title = title
        self._headings: list[tuple[int, str]] = []
        self._day = ""
        self._groups: list[Group] = [Group("", 1)]
        self._plans: list[Plan] = []

    def plans(self, nodes: Sequence[Node]) -> list[Plan]:
        """Return the plans that nodes come to, those in which nothing is done left out."""
        read = -1
        for at, node in enumerate(nodes):
            after = nodes[at + 1] if at + 1 < len(nodes) else None
            if at == read:
                continue
            if node.kind == "item" and after is not None and self._goes_on(node, after):
                self._sheet([(node.line, node.text), *after.texts])
                read = at + 1
            elif node.kind == "heading":
                self._heading(node.text, node.line, node.level)
            elif node.kind == "item":
                self._item(node)
            else:
                self._block(node, nodes[at + 1 : at + 2])
        self._end_plan()
        return self._plans

    def _goes_on(self, item: Node, block: Node) -> bool:
        """Return whether the lines right below an item without a dose say how it is done."""
        if block.kind != "block" or block.line != item.line + 1 or item.children:
            return False
        text = " ".join(text for _, text in block.texts)
        if facts_in(item.text, self._lexicon) is not None or _between_rounds(text, self._lexicon):
            return False
        found = facts_in(without_frequency(text)[0], self._lexicon)
        return found is not None and bool(found.doses) and "circuit" not in text.casefold()

    @property
    def _group(self) -> Group:
        return self._groups[-1]

    def _add(self, entry: Exercise | Part, line: int) -> None:
        self._group.entries.append((line, entry))

    def _heading(self, text: str, line: int, level: int) -> None:
        day = day_in(text, self._lexicon.tag, is_marked=True)
        if day is not None:
            self._begin_day(day[0], day[1], line)
            return
        self._headings = [each for each in self._headings if each[0] < level]
        is_first = not self._title and not self._plans and not self._group.has_exercises
        if is_first and level == 1:
            self._title = text
            return
        self._headings.append((level, text))
        self._begin_group(text, line)

    def _begin_day(self, day: str, rest: str, line: int) -> None:
        """Begin the plan of a day, unless it is the one that has begun already."""
        if day.casefold() != self._day.casefold() or any(map(_is_used, self._groups)):
            self._end_plan()
            numbered = any(character.isdigit() for character in day)
            above = [text for _, text in self._headings] if numbered else []
            self._day = ", ".join(filter(None, [self._title if numbered else "", *above, day]))
            self._day = day if not numbered else self._day
            self._groups = [Group("", line)]
        if not rest:
            return
        if facts_in(rest, self._lexicon) is not None or self._is_rest(rest):
            self._item(Node("item", rest, line))
        else:
            self._group.title, self._group.heading = rest, Exercise(rest, Facts())

    def _begin_group(self, text: str, line: int) -> None:
        self._close_group()
        inherited = self._group.common if not self._group.has_exercises else None
        lexicon = self._lexicon
        exercise = exercise_in(text, lexicon)
        rounds = rounds_in(text, lexicon)
        common = common_in(text, lexicon)
        heading = exercise if exercise.name and rounds is None and common is None else None
        title = _title(text, lexicon)
        group = Group(title, line, heading, common or inherited)
        group.is_advice = _ADVICE.fullmatch(text) is not None and not exercise.facts.doses
        self._groups.append(group)
        if rounds is not None:
            self._set_rounds(rounds.count, text, line)

    def _set_rounds(self, count: int | None, text: str, line: int) -> None:
        if count is None:
            self._add(Remark(f"“{text}”: how often is not said", line), line)
        else:
            self._group.rounds = max(1, count)

    def _close_group(self) -> None:
        """Make an exercise of a heading that has a dose, and no exercise below it."""
        group = self._group
        if group.heading is None or group.has_exercises or not group.heading.facts.doses:
            return
        if not is_span(group.heading.facts) or not group.heading.in_brackets:
            group.title = ""
            group.entries.insert(0, (group.line, group.heading))

    def _end_plan(self) -> None:
        self._close_group()
        first = self._groups[0]
        if first.heading is not None and not any(group.has_exercises for group in self._groups):
            # A day on which nothing but its title is said.
            first.title, first.entries = "", [(first.line, first.heading), *first.entries]
        parts = [part for group in self._groups for part in group.parts()]
        if any(isinstance(part, Step | Repeat) for part in parts):
            self._plans.append(Plan(self._day or self._title, tuple(_with_rest_doubt(parts))))
        self._groups = [Group("", 1)]

    def _is_rest(self, text: str) -> bool:
        """Return whether a text is a rest without a length, such as that of a day."""
        return is_rest_word(text, self._lexicon) or bool(_REST_DAY.match(text))

    def _item(self, node: Node) -> None:
        text, line, lexicon = node.text, node.line, self._lexicon
        day = day_in(text, lexicon.tag, is_marked=False)
        if day is not None:
            self._begin_day(*day, line)
            for child in node.children:
                self._child(child)
            return
        timed = timed_part(text, line)
        rest_ms = rest_in(text, lexicon)
        rounds = rounds_in(parted(text)[0], lexicon)
        if timed is not None:
            self._add(timed, line)
        elif rest_ms is not None or self._is_rest(text):
            if rest_ms and _between_rounds(text, lexicon):
                self._group.round_rest_ms = rest_ms
            elif rest_ms:
                self._add(Rest(Time(rest_ms), line), line)
            elif rest_ms is None and not _REST_DAY.match(text):
                self._add(Rest(Open(), line), line)
        elif node.children:
            self._parent(node)
        elif rounds is not None and not exercise_in(text, lexicon).facts.rest_ms:
            self._rounds_line(text, rounds.count, line)
        else:
            self._exercise(text, line)

    def _rounds_line(self, text: str, count: int | None, line: int) -> None:
        exercise = exercise_in(text, self._lexicon)
        if exercise.facts.doses and exercise.facts.sets is not None:
            self._exercise(text, line)
        else:
            self._set_rounds(count, text, line)

    def _exercise(self, text: str, line: int) -> None:
        exercise = exercise_in(text, self._lexicon)
        facts = exercise.facts
        if self._group.is_advice and not (facts.doses and is_brief([exercise.name])):
            self._add(Remark(text, line, doubt=False), line)
        elif not exercise.name and (facts.doses or facts.sets or facts.rest_ms):
            self._nameless(exercise, text, line)
        elif facts.doses or (is_brief([exercise.name]) and (":" in text or not _is_sentence(text))):
            self._add(exercise, line)
        else:
            self._add(Remark(text, line, doubt=False), line)

    def _nameless(self, exercise: Exercise, text: str, line: int) -> None:
        """Give a dose without a name to the exercise before it, or to the heading."""
        group = self._group
        last = group.entries[-1][1] if group.entries else group.heading
        if isinstance(last, Exercise) and last.name:
            merged = _merged(last, exercise)
            if merged is not None:
                if group.entries:
                    group.entries[-1] = (group.entries[-1][0], merged)
                else:
                    group.title = ""
                    self._add(merged, group.line)
                return
        self._add(Remark(f"“{text}”: of what is not said", line), line)

    def _child(self, child: Node) -> None:
        if child.kind == "item":
            self._item(child)
        elif child.kind == "heading":
            self._heading(child.text, child.line, child.level)
        else:
            self._block(child, [])

    def _parent(self, node: Node) -> None:
        """Read an item with others below it: one exercise, or the title of several."""
        text, lexicon = node.text, self._lexicon
        items = [child for child in node.children if child.kind == "item"]
        kids = [exercise_in(child.text, lexicon) for child in items]
        named = [kid for kid in kids if kid.name and kid.facts.doses]
        nameless = [kid for kid in kids if not kid.name]
        parent = exercise_in(text, lexicon)
        rounds, common = rounds_in(text, lexicon), common_in(text, lexicon)
        if not parent.name and parent.facts.doses:
            common = common or common_in(text, lexicon, for_all=True)
        spans = len(items) > 1 and is_span(parent.facts) and parent.in_brackets
        is_title = bool(items) and (
            named or rounds or common or spans or any(child.children for child in items)
            or (not parent.facts.doses and not nameless and is_brief([kid.name for kid in kids]))
        )  # fmt: skip
        if is_title:
            before = self._group
            before.heading = None
            self._begin_group(text, node.line)
            self._group.common = common or self._group.common or before.common
            if _title(text, lexicon) != text.rstrip(":"):
                self._add(Remark(text, node.line, doubt=False), node.line)
            for child in node.children:
                self._child(child)
            self._groups.append(Group("", node.line, common=before.common))
            return
        self._exercise(text, node.line)
        for child in node.children:
            self._detail(child)

    def _detail(self, child: Node) -> None:
        """Read what stands below an exercise: its dose, or how it is done."""
        found = exercise_in(child.text, self._lexicon)
        entries = self._group.entries
        last = entries[-1][1] if entries else None
        if not isinstance(last, Exercise):
            self._add(Remark(child.text, child.line, doubt=False), child.line)
            return
        merged = _merged(last, found) if found.facts != Facts() else None
        if merged is None or (found.name and last.facts.doses):
            merged = replace(last, tips=(*last.tips, child.text))
        entries[-1] = (entries[-1][0], merged)

    def _block(self, node: Node, following: Sequence[Node]) -> None:
        """Read lines of text: days, rests, exercises, what holds for all, or mere prose."""
        texts = list(node.texts)
        first = texts[0][1]
        heading = self._group.heading
        leads_items = bool(following) and following[0].kind == "item"
        if heading is not None and not leads_items and self._is_below(heading, texts):
            self._group.title = ""
            self._sheet([(self._group.line, heading.name), *texts])
            return
        if len(texts) > 1 and self._is_sheet(texts):
            self._sheet(texts)
            return
        for at, (line, text) in enumerate(texts):
            day = day_in(text, self._lexicon.tag, is_marked=False)
            is_last = at == len(texts) - 1
            leads = is_last and bool(following) and following[0].kind != "heading"
            if day is not None:
                self._begin_day(*day, line)
            elif self._is_title(text, first is text and len(texts) == 1):
                self._title = text
            else:
                self._text(text, line, leads)

    def _is_title(self, text: str, is_alone: bool) -> bool:
        """Return whether a line is the title of the file: its first one, on its own."""
        if self._title or self._plans or self._day or any(map(_is_used, self._groups)):
            return False
        plain = is_alone and is_brief([text]) and not _is_sentence(text) and text[-1:] != ":"
        return plain and facts_in(text, self._lexicon) is None

    def _text(self, text: str, line: int, leads: bool) -> None:
        lexicon = self._lexicon
        plain, frequency = without_frequency(text)
        exercise = exercise_in(text, lexicon)
        common, rounds = common_in(text, lexicon), rounds_in(parted(plain)[0], lexicon)
        short = is_brief([exercise.name]) and not _is_sentence(exercise.name)
        if rest_in(text, lexicon) is not None or timed_part(text, line) is not None:
            self._item(Node("item", text, line))
        elif common is not None and (leads or not exercise.facts.sets or not short):
            self._common(common, rounds_in(plain, lexicon), text, line)
        elif rounds is not None and not (exercise.facts.doses and exercise.facts.sets):
            if text.endswith(":") and self._group.has_exercises:
                self._begin_group("", line)
            self._set_rounds(rounds.count, text, line)
        elif text.endswith(":") and is_brief([text]):
            self._begin_group(text, line)
        elif self._is_listed(exercise, text) or (
            exercise.facts.doses and short and (exercise.name or not leads)
        ):
            self._exercise(text, line)
        elif exercise.facts.doses:
            self._add(Remark(f"“{text}” is not read", line), line)
        elif frequency is not None or text:
            self._add(Remark(text, line, doubt=False), line)

    def _is_listed(self, exercise: Exercise, text: str) -> bool:
        """Return whether a line is a name alone, below a line with a dose for all."""
        common = self._group.common
        shared = common is not None and bool(common.facts.doses)
        return shared and is_brief([exercise.name]) and text[-1:] not in ".!?:"

    def _common(self, common: Common, rounds: Rounds | None, text: str, line: int) -> None:
        if text.endswith(":") and exercise_in(text, self._lexicon).in_brackets:
            self._begin_group(text, line)
            return
        if self._group.has_exercises:
            self._begin_group("", line)
        self._group.common = common
        self._add(Remark(text, line, doubt=False), line)
        if rounds is not None:
            self._set_rounds(rounds.count, text, line)

    def _is_sheet(self, texts: Sequence[tuple[int, str]]) -> bool:
        """Return whether a block is the name of an exercise with sentences about it."""
        first, others = texts[0][1], [text for _, text in texts[1:]]
        if not is_brief([first]) or _is_sentence(first) or first.endswith(":"):
            return False
        if facts_in(first, self._lexicon) is not None or day_in(first, self._lexicon.tag, False):
            return False
        labelled = any(_LABEL.fullmatch(text) for text in others)
        sentences = sum(map(_is_sentence, others))
        dosed = facts_in(" ".join(others), self._lexicon)
        return dosed is not None and bool(dosed.doses) and (labelled or 2 * sentences > len(others))

    def _is_below(self, heading: Exercise, texts: Sequence[tuple[int, str]]) -> bool:
        """Return whether a block has the sentences about the exercise that is its heading."""
        group = self._group
        if group.has_exercises or group.is_advice or group.common or heading.facts.doses:
            return False
        prose, _ = without_frequency(" ".join(text for _, text in texts))
        found = facts_in(prose, self._lexicon)
        nameless = not exercise_in(texts[0][1], self._lexicon).name
        dosed = found is not None and bool(found.doses)
        return dosed and (nameless or all(_is_sentence(text) for _, text in texts))

    def _sheet(self, texts: Sequence[tuple[int, str]]) -> None:
        """Read the name of an exercise and the sentences about it."""
        line, name = texts[0]
        prose = [text for _, text in texts[1:] if not _LABEL.fullmatch(text)]
        self._exercise(f"{name.rstrip(':. ')}: {' '.join(prose)}", line)


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


def _between_rounds(text: str, lexicon: Lexicon) -> bool:
    """Return whether a rest is one between rounds."""
    return any(lexicon.is_word("round", word.strip(".,()")) for word in text.split())


def _title(text: str, lexicon: Lexicon) -> str:
    """Return a heading without the length of what is below it."""
    text = text.rstrip(": ")
    found = _SPAN.search(text)
    told = text if found is None else text[: found.start()]
    if found is not None and told.strip() and facts_in(found[0], lexicon) is not None:
        return told.strip()
    head, colon, tail = text.partition(":")
    if colon and len(tail.split()) > 2:
        return _title(head, lexicon)
    return text


def _with_rest_doubt(parts: list[Part]) -> list[Part]:
    """Return parts, with a remark before them if they say nothing of any rest."""
    steps = [part for part in flat(parts) if isinstance(part, Step)]
    rests = any(isinstance(part, Rest) for part in flat(parts))
    if rests or any(step.set_rest_ms for step in steps):
        return parts
    if len(steps) + sum(step.sets - 1 for step in steps) < 2:
        return parts
    line = steps[0].line
    return [Remark("no rest is written: one step follows another", line), *parts]


def _is_used(group: Group) -> bool:
    return group.has_exercises


def _is_sentence(text: str) -> bool:
    return text.rstrip()[-1:] in ".!?" and len(text.split()) > 2
