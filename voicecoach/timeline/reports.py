"""Reports: what a plan has to say about the routine, each thing once for each place."""

from msgspec import Struct, field

from voicecoach.problems import Problem, Span
from voicecoach.routine.exercise import Exercise
from voicecoach.routine.phase import Work
from voicecoach.routine.routine import Routine

# So many names are enough to know what a note is about.
_NAMED = 3


def time_before(work: Work) -> str:
    """Return the hint that gives work a moment before it, where a rest of 0 leaves none."""
    # A block that keeps the time has no `ready`.
    return "put a rest before it" if work.opening else "write `ready: 1s` beside it"


class Reports(Struct):
    """What a plan has to say about `routine`.

    `stock_setups` are the exercises whose setup from the catalogue has no room, by what would give
    it some.
    """

    routine: Routine
    errors: list[Problem] = field(default_factory=list)
    warnings: list[Problem] = field(default_factory=list)
    notes: list[Problem] = field(default_factory=list)
    stock_setups: dict[str, dict[str, Span]] = field(default_factory=dict)
    _told: set[tuple[int, Span, str]] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Note what has been told before the plan."""
        for known in (self.errors, self.warnings, self.notes):
            self._told.update((id(known), problem.span, problem.code) for problem in known)

    def fail(self, span: Span, code: str, message: str, hint: str | None) -> None:
        """Report something that cannot be planned at all."""
        self._add(self.errors, span, code, message, hint)

    def warn(self, span: Span, code: str, message: str, hint: str) -> None:
        """Report something that will not be heard as it was written."""
        self._add(self.warnings, span, code, message, hint)

    def note(self, span: Span, code: str, message: str, hint: str) -> None:
        """Report something that a coach would want to know."""
        self._add(self.notes, span, code, message, hint)

    def miss_stock_setup(self, exercise: Exercise, hint: str) -> None:
        """Remember that an exercise's setup from the catalogue is left out; `hint` mends it."""
        self.stock_setups.setdefault(hint, {}).setdefault(exercise.name, exercise.span)

    def note_stock_setups(self) -> None:
        """Note the setups from the catalogue that are left out, those of one remedy together."""
        for hint, spans in self.stock_setups.items():
            names = [f"`{name}`" for name in spans]
            listed = ", ".join(names[:_NAMED])
            if len(names) > _NAMED:
                listed += f" and {len(names) - _NAMED} more"
            message = f"no room for what the catalogue has as setup of {listed}"
            self.note(min(spans.values()), "stock-setup-left-out", message, hint)

    def _add(
        self, known: list[Problem], span: Span, code: str, message: str, hint: str | None
    ) -> None:
        told = (id(known), span, code)
        if told not in self._told:
            self._told.add(told)
            known.append(Problem(span, message, hint, code, self.routine.source_line(span)))
