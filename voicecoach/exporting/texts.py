"""Texts: the author's lines with their placeholders filled in, as clean lines to be read."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from voicecoach.importing.steps import Cue
from voicecoach.outputs.clean import clean
from voicecoach.routine.cues import Line, Tip
from voicecoach.routine.phase import Place, Work
from voicecoach.routine.placeholders import MissingValueError, fill
from voicecoach.routine.routine import Routine
from voicecoach.timeline.values import Values, values_between, values_of


class Texts:
    """The texts of a routine, each asked for by the number of the phase that it belongs to."""

    def __init__(self, routine: Routine) -> None:
        self._routine = routine
        lengths_ms = [phase.length_ms or 0 for phase in routine.phases]
        self._remaining_ms = list(accumulate(reversed(lengths_ms), initial=0))[:0:-1]
        names: list[str | None] = []
        name: str | None = None
        for phase in reversed(routine.phases):
            name = phase.exercise.name if isinstance(phase, Work) else name
            names.append(name)
        self._next_names = names[::-1]

    def between(self, at: int, *lines: Line | None) -> str:
        """Return lines of a phase that is no work as one text, "" if there are none."""
        place = self._routine.phases[at].place
        values = values_between(self._routine, place, self._next_names[at], self._remaining_ms[at])
        return _joined(lines, values)

    def around(self, line: Line) -> str:
        """Return a line that is said before or after everything."""
        return _joined([line], values_between(self._routine, Place(), None, self._routine.exact_ms))

    def of_work(self, at: int, *lines: Line | None) -> str:
        """Return lines that belong to the work of a phase as one text, "" if there are none."""
        work = self._routine.phases[at]
        assert isinstance(work, Work)
        return _joined(lines, values_of(self._routine, work, self._remaining_ms[at]))

    def tips(self, at: int, tips: Iterable[Tip]) -> tuple[str, ...]:
        """Return the texts of tips that are said in turn."""
        texts = (self.of_work(at, tip.say) for tip in tips if not tip.timed)
        return tuple(dict.fromkeys(filter(None, texts)))

    def cues(self, at: int, tips: Iterable[Tip]) -> tuple[Cue, ...]:
        """Return the tips that have a time, at all of their times, in order."""
        length_ms = self._routine.phases[at].length_ms or 0
        cues = (
            Cue(at_ms, self.of_work(at, tip.say))
            for tip in tips
            for at_ms in times_ms(tip, length_ms)
        )
        return tuple(sorted((cue for cue in cues if cue.text), key=lambda cue: cue.at_ms))


def times_ms(tip: Tip, length_ms: int) -> Iterator[int]:
    """Yield the times of a tip within work of this length; none where it is said in turn."""
    if not tip.timed:
        return
    if tip.at_percent is not None:
        start_ms = length_ms * tip.at_percent // 100
    elif tip.at_ms is None:
        start_ms = tip.every_ms or 0
    else:
        start_ms = tip.at_ms + (length_ms if tip.at_ms < 0 else 0)
    if tip.every_ms is not None:
        yield from range(start_ms, length_ms, tip.every_ms)
    elif 0 <= start_ms < length_ms:
        yield start_ms


def _joined(lines: Iterable[Line | None], values: Values) -> str:
    return " ".join(filter(None, (_filled(line, values) for line in lines if line is not None)))


def _filled(line: Line, values: Values) -> str:
    try:
        return clean(fill(line.text, values))
    except MissingValueError:
        # The plan has told that nothing is said here.
        return ""
