"""Drafts: the plans of a file while it is read, one for each of its days."""

import re
from collections.abc import Sequence

from msgspec import Struct, field

from voicecoach.importing.plain_text.clocks import clock_in
from voicecoach.importing.plain_text.common import Common, common_in, intervals_in
from voicecoach.importing.plain_text.days import day_in, is_week
from voicecoach.importing.plain_text.exercises import Exercise, exercise_in, is_span
from voicecoach.importing.plain_text.groups import Group
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.rounds import heading_rounds, without_frequency
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Part, Plan, Remark, Repeat, Rest, Step
from voicecoach.importing.tree import flat
from voicecoach.language.grammar.lexicon import Lexicon

_SPAN = re.compile(r"(\s*\([^()]*\)|\s[-–—]\s[^-–—:]*|:\s[^:]*)\s*:?$")


class Draft(Struct):
    """The plans read so far, and the one that is being read: its title, week, day and groups.

    `week_level` is that of the heading of a week, which ends with the next one of that level.
    `shared` is what is said before the first heading, and holds for all that comes.
    """

    lexicon: Lexicon
    title: str = ""
    week: str = ""
    week_level: int = 0
    day: str = ""
    shared: Common = field(default_factory=Common)
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

    def set_common(self, common: Common) -> None:
        """Set what holds for all of the group, and before the first heading for all groups."""
        self.group.common = self.group.common.with_more(common)
        if common.facts.doses and self.group.clock is not None and self.group.clock.is_tabata:
            # What a Tabata is need not be guessed where it is said.
            self.group.clock = None
        if len(self.groups) == 1 and not (self.group.title or self.day or self.plans):
            self.shared = self.shared.with_more(common)

    def set_rounds(self, count: int | None, text: str, line: int) -> None:
        """Set how often the group is done; None is left open."""
        if count is None:
            self.remark(f"“{text}”: how often is not said", line, doubt=True)
        else:
            self.group.rounds = max(1, count)

    def begin_heading(self, text: str, line: int, level: int) -> str:
        """Begin what a heading is the title of; return what a day's heading says besides."""
        day = day_in(text, self.lexicon.tag, is_marked=True)
        self.headings = [each for each in self.headings if each[0] < level]
        if level <= self.week_level:
            self.week = ""
        if day is not None:
            self.begin_day(day[0], line, level)
            return day[1]
        is_first = not self.title and not self.plans and not self.group.has_exercises
        if is_first and level == 1 and clock_in(text, self.lexicon) is None:
            self.title = text
            rounds = heading_rounds(text, self.lexicon)
            if rounds is not None:
                self.set_rounds(rounds.count, text, line)
        else:
            self.headings.append((level, text))
            self.begin_group(text, line)
        return ""

    def begin_day(self, day: str, line: int, level: int = 0) -> None:
        """Begin the plan of a day or week, unless it is the one that has begun already."""
        if is_week(day, self.lexicon.tag):
            self.week, self.week_level = day, level
        elif self.week:
            day = f"{self.week}, {day}"
        if day.casefold() == self.day.casefold() and not self.has_exercises:
            return
        self.end_plan()
        if self.week or any(character.isdigit() for character in day):
            above = [text for _, text in self.headings]
            self.day = ", ".join(filter(None, [self.title, *above, day]))
        else:
            self.day = day
        self.groups = [Group("", line, common=self.shared)]

    def name_day(self, text: str) -> None:
        """Take a text as what is done on a day, such as `Monday: legs (45 min)`."""
        self.group.title = title_of(text, self.lexicon)
        self.group.heading = exercise_in(text, self.lexicon)

    def begin_group(self, text: str, line: int) -> None:
        """Begin the exercises below a heading."""
        self._close_group()
        text, frequency = without_frequency(text, self.lexicon.tag)
        inherited = self.shared if self.group.has_exercises else self.group.common
        exercise, clock = exercise_in(text, self.lexicon), clock_in(text, self.lexicon)
        rounds, common = heading_rounds(text, self.lexicon), common_in(text, self.lexicon)
        if common is not None and common.facts.doses and clock is not None and clock.is_tabata:
            clock = None
        plain = rounds is None and common is None and clock is None
        title = title_of(rounds.rest if rounds is not None and rounds.rest else text, self.lexicon)
        if intervals_in(text, self.lexicon) is not None or (rounds is not None and rounds.is_all):
            title = ""
        group = Group(title, line, exercise if exercise.name and plain else None, clock=clock)
        group.common = inherited.with_more(common)
        said = Words(self.lexicon.tag).find(text, "advice") is not None
        group.is_advice = said and not exercise.facts.doses
        self.groups.append(group)
        if frequency is not None:
            self.remark(frequency, line)
        if rounds is not None and clock is None:
            self.set_rounds(rounds.count, text, line)

    def end_plan(self) -> None:
        """Keep the plan that has been read, if anything is done in it."""
        self._close_group()
        first = self.groups[0]
        if first.heading is not None and not self.has_exercises:
            # A day on which nothing but its title is said.
            first.title, first.entries = "", [(first.line, first.heading), *first.entries]
        parts = [part for group in self.groups for part in group.parts(self.lexicon)]
        if any(isinstance(part, Step | Repeat) for part in parts):
            self.plans.append(Plan(self.day or self.title, tuple(_with_rest_doubt(parts))))
        self.groups = [Group("", 1, common=self.shared)]

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
        return Words(lexicon.tag).without_last(told.strip(), "column_time")
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
