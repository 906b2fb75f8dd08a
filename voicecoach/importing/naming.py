"""Naming: how an exercise is called in a routine, whatever its name would mean in a line.

`Squats x10` in the place of a name would be ten squats, and `bridge` the bridge of the catalogue.
Such a name stands under `exercises`, where it is nothing but a name.
"""

import json
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import count
from pathlib import Path

from voicecoach.language import RoutineText, load
from voicecoach.language.fmt.data import Data
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.titles import without_rounds
from voicecoach.problems import RoutineError
from voicecoach.routine.phase import Phase, PreparePhase, SayPhase, Work

_LENGTH = "41s"
_LENGTH_MS = 41_000


class Naming:
    """What a routine calls its exercises; `definitions` are what stands under `exercises`."""

    def __init__(self, names: Sequence[str], language: str) -> None:
        names = list(dict.fromkeys(names))
        plain = _plain_names(names, language)
        free = (key for key in map("exercise-{}".format, count(1)) if key not in plain)
        self._keys = {name: next(free) for name in names if name not in plain}
        self._lexicon = lexicon(language)
        self.definitions: dict[str, Data] = {
            key: {"name": name} for name, key in self._keys.items()
        }

    def key(self, name: str) -> str:
        """Return what to write as `exercise` for an exercise of this name."""
        return self._keys.get(name, name)

    def title(self, title: str) -> str:
        """Return the title of a section, which may not say that it is done several times."""
        return without_rounds(title, self._lexicon)


def _plain_names(names: Sequence[str], language: str) -> set[str]:
    """Return the names that, with a dose beside them, mean nothing but themselves.

    All are read at once, and where some are refused, the others once more.
    """
    while names:
        first = len(_head(language)) + 1
        try:
            phases = _phases(names, language)
        except RoutineError as error:
            refused = {problem.span.line for problem in error.problems}
            kept = [name for line, name in enumerate(names, first) if line not in refused]
            names = kept if len(kept) < len(names) else ()
        else:
            return {name for line, name in enumerate(names, first) if _is_work(name, phases[line])}
    return set()


def _head(language: str) -> list[str]:
    return ["title: T", f"language: {json.dumps(language)}", "workout:"]


def _phases(names: Sequence[str], language: str) -> Mapping[int, Sequence[Phase]]:
    """Return what each line of a routine with a block for each name comes to.

    Raises RoutineError where some of the names are refused.
    """
    # What JSON puts in quotes means the same in YAML.
    quoted = (json.dumps(name, ensure_ascii=False) for name in names)
    lines = [*_head(language), *(f"- {{exercise: {name}, for: {_LENGTH}}}" for name in quoted)]
    text = RoutineText("\n".join(lines), Path("routine.yaml"))
    phases: dict[int, list[Phase]] = defaultdict(list)
    for phase in load(text, max_duration_ms=(len(names) + 1) * _LENGTH_MS).phases:
        if not isinstance(phase, PreparePhase | SayPhase):
            phases[phase.span.line].append(phase)
    return phases


def _is_work(name: str, phases: Sequence[Phase]) -> bool:
    """Return whether phases are the work of an exercise that has this name and nothing else."""
    if len(phases) != 1 or not isinstance(phases[0], Work):
        return False
    exercise = phases[0].exercise
    plain = (exercise.name, phases[0].length_ms, exercise.setup, exercise.tips, exercise.effort)
    return plain == (name, _LENGTH_MS, None, (), None) and exercise.doses[0].kind == "for"
