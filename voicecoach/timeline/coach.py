"""The coach: finds the words for everything, and keeps in mind what has been said."""

import re
from collections.abc import Callable, Mapping

from voicecoach.problems import Span
from voicecoach.routine.cues import Line
from voicecoach.routine.phase import Work
from voicecoach.routine.placeholders import MissingValueError, fill
from voicecoach.routine.routine import Routine
from voicecoach.routine.utterance import CastVoice, Measure, Utterance
from voicecoach.speech.reading import LineTooLongError, Reading
from voicecoach.timeline.bounds import Budget
from voicecoach.timeline.moment import LeadMoment
from voicecoach.timeline.reports import Reports
from voicecoach.timeline.tones import Tones
from voicecoach.timeline.values import Values, values_between, values_of
from voicecoach.timeline.wording import Wording

_BRACES = re.compile("[{}]")


class Coach:
    """Finds the words for one routine, in its language, and who speaks them.

    `measure` gives the length of an utterance in ms, `voice_for` its voice, `file_lengths_ms` the
    lengths of sound files by path; `reports` are what the author has to know, `budget` counts what
    is laid. `tips_said` are the places of the tips that have been said, and `encouraged` counts the
    encouragements.
    """

    def __init__(
        self,
        routine: Routine,
        measure: Measure,
        voice_for: CastVoice,
        file_lengths_ms: Mapping[str, int],
    ) -> None:
        self.routine, self.measure = routine, measure
        self.reports = Reports(routine, [], list(routine.warnings), list(routine.notes))
        self.phrases = routine.phrases
        self.wording = Wording(self.phrases)
        self.budget = Budget()
        self.tips_said: set[Span] = set()
        self.encouraged = 0
        self._voice_for, self._file_lengths_ms = voice_for, file_lengths_ms
        self._reading = Reading(routine.pronounce, routine.language)

    def tones(self, work: Work | None) -> Tones:
        """Return what sounds around a work, or where there is none."""
        sounds = self.routine.sounds if work is None else work.exercise.sounds
        return Tones(sounds, self._file_lengths_ms)

    def utterance(self, role: str, text: str) -> Utterance:
        """Return a text as a line to be spoken. Raises LineTooLongError."""
        spoken = self._reading.aloud(text)
        return Utterance(role, text, spoken, self._voice_for(role, text, spoken))

    def text(self, line: Line, work: Work, remaining_ms: int, rep: int | None = None) -> str:
        """Return a line that belongs to `work` with its placeholders filled in.

        One without a value is reported, and nothing is said. Raises LineTooLongError.
        """
        return self._filled(line, lambda: values_of(self.routine, work, remaining_ms, rep))

    def written(self, line: Line, work: Work, remaining_ms: int) -> str | None:
        """Return a line to be read that belongs to `work`, None if a placeholder has no value."""
        try:
            text = fill(line.text, values_of(self.routine, work, remaining_ms))
        except MissingValueError:
            return None
        return " ".join(text.split())

    def text_between(self, line: Line, moment: LeadMoment) -> str:
        """Return a line that belongs to no work with its placeholders filled in."""
        name = None if moment.next_work is None else moment.next_work.exercise.name
        place, remaining_ms = moment.phase.place, moment.remaining_ms
        return self._filled(line, lambda: values_between(self.routine, place, name, remaining_ms))

    def _filled(self, line: Line, find_values: Callable[[], Values]) -> str:
        text = self._with_values(line, find_values) if _BRACES.search(line.text) else line.text
        text = " ".join(text.split())
        try:
            self._reading.aloud(text)
        except LineTooLongError as error:
            error.span = line.span
            raise
        return text

    def _with_values(self, line: Line, find_values: Callable[[], Values]) -> str:
        values = find_values()
        try:
            return fill(line.text, values)
        except MissingValueError as missing:
            self._report_missing(missing.name, line, values)
            return ""

    def _report_missing(self, name: str, line: Line, values: Values) -> None:
        """Report a placeholder without a value.

        What comes next is the only one that depends on what is drawn and what is left out: the file
        may be right, and others of its programmes have a value there.
        """
        if name == "next" and (self.routine.partial or self.routine.seed is not None):
            message = "`{next}` has no value here, as nothing comes next: this text is not said"
            self.reports.warn(line.span, "nothing-next", message, "say it without `{next}`")
            return
        known = ", ".join(f"`{{{known}}}`" for known, value in values.items() if value)
        message = f"`{{{name}}}` has no value here"
        self.reports.fail(line.span, "no-value", message, f"these have one: {known}")
