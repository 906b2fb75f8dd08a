"""Naming: how an exercise is called in a routine, whatever its name would mean in a line.

`Squats x10` in the place of a name would be ten squats, and `bridge` the bridge of the catalogue.
Such a name stands under `exercises`, where it is nothing but a name.
"""

from pathlib import Path

from voicecoach.language import RoutineText, load
from voicecoach.language.fmt.data import Data, routine_text
from voicecoach.language.grammar.lexicon import lexicon
from voicecoach.language.titles import without_rounds
from voicecoach.problems import RoutineError
from voicecoach.routine.phase import PreparePhase, SayPhase, Work

_LENGTH = "41s"
_LENGTH_MS = 41_000


class Naming:
    """Names the exercises of one routine; `definitions` are what stands under `exercises`."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._lexicon = lexicon(language)
        self._keys: dict[str, str] = {}
        self.definitions: dict[str, Data] = {}

    def key(self, name: str) -> str:
        """Return what to write as `exercise` for an exercise of this name."""
        if name not in self._keys:
            self._keys[name] = name if self._is_plain(name) else self._defined(name)
        return self._keys[name]

    def title(self, title: str) -> str:
        """Return the title of a section, which may not say that it is done several times."""
        return without_rounds(title, self._lexicon)

    def _defined(self, name: str) -> str:
        key = f"exercise-{len(self.definitions) + 1}"
        self.definitions[key] = {"name": name}
        return key

    def _is_plain(self, name: str) -> bool:
        """Return whether a name, with a dose beside it, means nothing but itself."""
        step: Data = {"exercise": name, "for": _LENGTH}
        text = routine_text({"title": "T", "language": self._language, "workout": [step]})
        try:
            routine = load(RoutineText(text, Path("routine.yaml")))
        except RoutineError:
            return False
        phases = [
            phase for phase in routine.phases if not isinstance(phase, PreparePhase | SayPhase)
        ]
        if len(phases) != 1 or not isinstance(phases[0], Work):
            return False
        exercise = phases[0].exercise
        plain = (exercise.name, phases[0].length_ms, exercise.setup, exercise.tips, exercise.effort)
        return plain == (name, _LENGTH_MS, None, (), None) and exercise.doses[0].kind == "for"
