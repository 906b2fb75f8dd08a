"""Wording: what is said of a piece of work, in the words of the routine's language."""

from dataclasses import dataclass

from voicecoach.phrases import Phrases
from voicecoach.routine.exercise import Dose, Exercise
from voicecoach.routine.phase import Title, Work
from voicecoach.units import MINUTE_MS, SECOND_MS


@dataclass(frozen=True, slots=True)
class Wording:
    """Puts work into words."""

    phrases: Phrases

    def dose(self, dose: Dose) -> str:
        """Return the dose of one set."""
        say, time = self.phrases.say, self.phrases.time
        reps = None if dose.reps is None else dose.reps // dose.sides
        if dose.kind == "reps+hold":
            return say("dose_reps_hold", reps, time=time(dose.rep_ms or 0))
        if dose.kind == "reps+for":
            key = "dose_max_for" if dose.reps is None else "dose_reps_for"
            return say(key, reps, time=time(dose.length_ms))
        if dose.distance is not None:
            distance = self.phrases.distance(dose.distance.amount, dose.distance.unit.one)
            if not dose.length_ms:
                return distance
            return say("dose_distance_for", distance=distance, time=time(dose.length_ms))
        return say(f"dose_{dose.kind}", reps, time=time(dose.length_ms))

    def doses(self, work: Work) -> str:
        """Return the dose of all sets of an exercise; where they differ, the first one's."""
        same = len(set(work.exercise.doses)) == 1
        key = "dose_sets" if same else "dose_first_of_sets"
        return self.phrases.say(key, work.sets, dose=self.dose(work.dose))

    def side_call(self, side: str) -> str:
        """Return the call of a side: `Left side.`"""
        return self.phrases.say("here", what=_capital(self.phrases.side_call(side)))

    def next(self, what: str) -> str:
        """Return `Next: …`."""
        return self.phrases.say("next", what=what)

    def here(self, what: str) -> str:
        """Return `what` as a sentence."""
        return self.phrases.say("here", what=_capital(what))

    def name(self, work: Work, full: bool) -> str:
        """Return an exercise's name with dose, side and load, or with its side alone.

        In full, an amrap's is followed by the exercises that it consists of.
        """
        parts = [work.exercise.name]
        if full:
            parts.append(self.doses(work))
        if work.side is not None:
            call = self.phrases.side_call(work.side)
            others = work.exercise.sides[1:]
            first = full and others and work.begins and work.side == work.exercise.sides[0]
            parts.append(self.phrases.say("side_first", side=call) if first else call)
        elif full and work.dose.sides > 1:
            call = self.phrases.side_call(work.exercise.sides[0])
            parts.append(self.phrases.say("sides_alternating", side=call))
        if full and work.load is not None:
            parts.append(work.load)
        name = ", ".join(parts)
        if not full or not work.listed:
            return name
        listed = ", ".join(self._one_of_list(exercise) for exercise in work.listed)
        return self.phrases.say("listed", what=name, list=listed)

    def changes(self, work: Work, before: Work | None) -> str | None:
        """Return what a further set does otherwise than the work before, or None."""
        parts = []
        if before is None or work.dose != before.dose:
            parts.append(self.dose(work.dose))
        if work.side is not None and (before is None or work.side != before.side):
            parts.append(self.phrases.side_call(work.side))
        if work.load is not None and (before is None or work.load != before.load):
            parts.append(work.load)
        return ", ".join(parts) or None

    def titles(self, work: Work) -> str:
        """Return the titles of the sections and circuits that begin with `work`, as sentences."""
        return " ".join(f"{self._title(title)}." for title in work.titles)

    def _title(self, title: Title) -> str:
        if title.phrase == "title":
            return self.phrases.say("title_rounds", title.rounds, title=title.text)
        time = self.phrases.time(title.every_ms)
        return self.phrases.say(title.phrase, title.rounds, time=time)

    def _one_of_list(self, exercise: Exercise) -> str:
        dose, load = exercise.doses[0], exercise.loads[0]
        if dose.kind == "reps":
            parts = [f"{dose.reps} {exercise.name}"]
        else:
            parts = [exercise.name, self.dose(dose)]
        if exercise.sides:
            parts.append(self.phrases.say("each_side"))
        if load is not None:
            parts.append(load)
        return " ".join(parts)

    def rounded(self, length_ms: int) -> str:
        """Return a time to the nearest minute, or 10 s below five minutes."""
        step_ms = MINUTE_MS if length_ms >= 5 * MINUTE_MS else 10 * SECOND_MS
        rounded_ms = max(step_ms, (length_ms + step_ms // 2) // step_ms * step_ms)
        return self.phrases.time(rounded_ms)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
