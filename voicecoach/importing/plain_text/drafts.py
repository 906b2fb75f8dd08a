"""Drafts: the plans of a file while it is read, one for each of its days."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from voicecoach.importing.plain_text.common import common_in
from voicecoach.importing.plain_text.days import day_in
from voicecoach.importing.plain_text.exercises import Exercise, exercise_in, is_span
from voicecoach.importing.plain_text.facts import Facts
from voicecoach.importing.plain_text.groups import Group
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.rounds import rounds_in
from voicecoach.importing.steps import Part, Plan, Remark, Repeat, Rest, Step
from voicecoach.importing.tree import flat
from voicecoach.language.grammar.lexicon import Lexicon

_ADVICE = re.compile(
    r".*\b(notes?|tips?|goals?|equipment|recommendations?|benefits?|safety|warnings?|precautions?|advice"
    r"|reminders?|guidelines?|hinweise?|tipps?|ziele?|material|conseils?|consejos?|consigli)\b.*",
    re.IGNORECASE,
)
_SPAN = re.compile(r"(\s*\([^()]*\)|\s[-–—]\s[^-–—:]*|:\s[^:]*)\s*:?$")


@dataclass(slots=True)
class Draft:
    """The plans read so far, and the one that is being read: its title, day and groups."""

    lexicon: Lexicon
    title: str = ""
    day: str = ""
    plans: list[Plan] = field(default_factory=list)
    groups: list[Group] = field(default_factory=lambda: [Group("", 1)])
    headings: list[tuple[int, str]] = field(default_factory=list)

    @property
    def group(self) -> Group:
        """The group that entries are added to."""
        return self.groups[-1]

    @property
    def has_exercises(self) -> bool:
        """Whether anything is done in the plan that is being read."""
        return any(group.has_exercises for group in self.groups)

    def add(self, entry: Exercise | Part, line: int) -> None:
        """Add an exercise or part to the group."""
        self.group.entries.append((line, entry))

    def remark(self, text: str, line: int, doubt: bool = False) -> None:
        """Add a text that is no exercise."""
        self.add(Remark(text, line, doubt), line)

    def begin_heading(self, text: str, line: int, level: int) -> str:
        """Begin what a heading is the title of; return what a day's heading says besides."""
        day = day_in(text, self.lexicon.tag, is_marked=True)
        if day is not None:
            self.begin_day(day[0], line)
            return day[1]
        self.headings = [each for each in self.headings if each[0] < level]
        is_first = not self.title and not self.plans and not self.group.has_exercises
        if is_first and level == 1:
            self.title = text
        else:
            self.headings.append((level, text))
            self.begin_group(text, line)
        return ""

    def begin_day(self, day: str, line: int) -> None:
        """Begin the plan of a day, unless it is the one that has begun already."""
        if day.casefold() == self.day.casefold() and not self.has_exercises:
            return
        self.end_plan()
        if any(character.isdigit() for character in day):
            above = [text for _, text in self.headings]
            self.day = ", ".join(filter(None, [self.title, *above, day]))
        else:
            self.day = day
        self.groups = [Group("", line)]

    def name_day(self, text: str) -> None:
        """Take a text as what is done on a day, such as `Monday: legs`."""
        self.group.title, self.group.heading = text, Exercise(text, Facts())

    def begin_group(self, text: str, line: int) -> None:
        """Begin the exercises below a heading."""
        self._close_group()
        inherited = self.group.common if not self.group.has_exercises else None
        exercise = exercise_in(text, self.lexicon)
        rounds, common = rounds_in(text, self.lexicon), common_in(text, self.lexicon)
        heading = exercise if exercise.name and rounds is None and common is None else None
        group = Group(title_of(text, self.lexicon), line, heading, common or inherited)
        group.is_advice = _ADVICE.fullmatch(text) is not None and not exercise.facts.doses
        self.groups.append(group)
        if rounds is not None:
            self.set_rounds(rounds.count, text, line)

    def set_rounds(self, count: int | None, text: str, line: int) -> None:
        """Set how often the group is done; None is left open."""
        if count is None:
            self.remark(f"“{text}”: how often is not said", line, doubt=True)
        else:
            self.group.rounds = max(1, count)

    def end_plan(self) -> None:
        """Keep the plan that has been read, if anything is done in it."""
        self._close_group()
        first = self.groups[0]
        if first.heading is not None and not self.has_exercises:
            # A day on which nothing but its title is said.
            first.title, first.entries = "", [(first.line, first.heading), *first.entries]
        parts = [part for group in self.groups for part in group.parts()]
        if any(isinstance(part, Step | Repeat) for part in parts):
            self.plans.append(Plan(self.day or self.title, tuple(_with_rest_doubt(parts))))
        self.groups = [Group("", 1)]

    def _close_group(self) -> None:
        """Make an exercise of a heading that has a dose, and no exercise below it."""
        group = self.group
        if group.heading is None or group.has_exercises or not group.heading.facts.doses:
            return
        if not is_span(group.heading.facts) or not group.heading.in_brackets:
            group.title = ""
            group.entries.insert(0, (group.line, group.heading))


def title_of(text: str, lexicon: Lexicon) -> str:
    """Return a heading without the length of what is below it."""
    text = text.rstrip(": ")
    found = _SPAN.search(text)
    told = text if found is None else text[: found.start()]
    if found is not None and told.strip() and facts_in(found[0], lexicon) is not None:
        return told.strip()
    head, colon, tail = text.partition(":")
    if colon and len(tail.split()) > 2:
        return title_of(head, lexicon)
    return text


def _with_rest_doubt(parts: Sequence[Part]) -> Sequence[Part]:
    """Return parts, with a remark before them if they say nothing of any rest."""
    steps = [part for part in flat(parts) if isinstance(part, Step)]
    rests = any(isinstance(part, Rest) for part in flat(parts))
    if rests or any(step.set_rest_ms for step in steps):
        return parts
    if len(steps) + sum(step.sets - 1 for step in steps) < 2:
        return parts
    line = steps[0].line
    return [Remark("no rest is written: one step follows another", line), *parts]
