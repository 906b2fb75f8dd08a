"""Wording: what is said of a piece of work, in the words of the routine's language."""

from msgspec import Struct

from voicecoach.phrases import Phrases
from voicecoach.routine.exercise import Dose, Exercise
from voicecoach.routine.phase import Title, Work
from voicecoach.units import MINUTE_MS, SECOND_MS

_MOST_WORDS_BEFORE_FIRST = 2


class Wording(Struct, frozen=True):
    """Puts work into words."""

    phrases: Phrases

    def dose(self, dose: Dose) -> str:
        """Return the dose of one set."""
        return self.phrases.say(f"dose_{_phrase(dose)}", _reps(dose), **self._values(dose))

    def doses(self, work: Work) -> str:
        """Return the dose of all sets of an exercise; where they differ, the first one's."""
        dose, sets = work.dose, work.sets
        differ = len(set(work.exercise.doses)) > 1
        if dose.sides > 1:
            # `8 on each side` needs no word for what is counted.
            bare = sets == 1 and dose.kind == "reps" and dose.reps != dose.sides
            said = str(_reps(dose)) if bare else self._sets(dose, 1 if differ else sets)
            alternating = self.phrases.say("alternating", dose=said)
            return self.phrases.say("sets_first", sets, dose=alternating) if differ else alternating
        # Others, straight and bent, are no sides in a sentence.
        sides = work.exercise.sides
        sided = sets > 1 and len(sides) > 1 and all(map(self.phrases.is_right_or_left, sides))
        suffix = "_each_side" if sided else ""
        if differ:
            return self.phrases.say(f"sets_first{suffix}", sets, dose=self.dose(dose))
        return self._sets(dose, sets, suffix)

    def _sets(self, dose: Dose, sets: int, suffix: str = "") -> str:
        if sets == 1:
            return self.dose(dose)
        single = dose.kind == "reps" and _reps(dose) == 1
        key = f"sets_{'rep' if single else _phrase(dose)}{suffix}"
        values = self._values(dose)
        return self.phrases.say(key, sets, reps=_reps(dose), dose=self.dose(dose), **values)

    def _values(self, dose: Dose) -> dict[str, str]:
        """Return the values of the phrases of a dose."""
        is_rep = dose.kind == "reps+hold"
        values: dict[str, str] = {
            "time": self.phrases.time((dose.rep_ms or 0) if is_rep else dose.length_ms)
        }
        if dose.distance is not None:
            amount, unit = dose.distance.amount, dose.distance.unit.one
            values["distance"] = self.phrases.distance(amount, unit)
        return values

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
        if full and work.listed:
            return self._amrap(work)
        parts = [work.exercise.name]
        if full:
            parts.append(self.doses(work))
        if work.side is not None:
            call = self.phrases.side_call(work.side)
            others = work.exercise.sides[1:]
            first = full and others and work.begins and work.side == work.exercise.sides[0]
            parts.append(self._side_first(call) if first else call)
        elif full and work.dose.sides > 1:
            call = self.phrases.side_call(work.exercise.sides[0])
            parts.append(self._side_first(call))
        if full and work.load is not None:
            parts.append(work.load)
        if full and work.exercise.effort is not None:
            parts.append(self._effort(work.exercise.effort))
        return ", ".join(parts)

    def _side_first(self, call: str) -> str:
        """Return that a side is first; behind a long one, `in front first`, that would be lost."""
        is_long = len(call.split()) > _MOST_WORDS_BEFORE_FIRST
        return self.phrases.say("long_side_first" if is_long else "side_first", side=call)

    def _amrap(self, work: Work) -> str:
        """Return how long an amrap goes on, and the exercises that it consists of."""
        rounds = self.phrases.say("dose_rounds_for", time=self.phrases.time(work.length_ms))
        listed = ", ".join(self.one_of_list(exercise) for exercise in work.listed)
        return self.phrases.say("listed", what=rounds, list=listed)

    def _effort(self, effort: str) -> str:
        begins_with_number = effort[:1].isdigit()
        return self.phrases.say("effort_number", effort=effort) if begins_with_number else effort

    def interval(self, work: Work) -> str:
        """Return the title of one work: its name, set, round and side, as far as there are more."""
        place, parts = work.place, [work.exercise.name]
        if work.sets > 1:
            parts.append(self.phrases.say("interval_set", work.set, all=work.sets))
        if place.round is not None and place.rounds is not None and place.rounds > 1:
            parts.append(self.phrases.say("interval_round", place.round, all=place.rounds))
        if work.side is not None:
            parts.append(self.phrases.side_call(work.side))
        return ", ".join(parts)

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
        """Return the titles of the sections and circuits that begin with `work`, as sentences.

        One that is nothing but the exercise's name is left to the announcement.
        """
        titles = (self.title(title) for title in work.titles)
        name = work.exercise.name.lower()
        return " ".join(f"{title}." for title in titles if title.lower() != name)

    def title(self, title: Title) -> str:
        """Return the title of a section or circuit, with its rounds where there are several."""
        if title.phrase == "title":
            return self.phrases.say("title_rounds", title.rounds, title=title.text)
        time = self.phrases.interval(title.every_ms)
        return self.phrases.say(title.phrase, title.rounds, time=time)

    def one_of_list(self, exercise: Exercise) -> str:
        """Return an exercise of an amrap with its dose: `5 Swings each side with 8 kg`."""
        dose, load = exercise.doses[0], exercise.loads[0]
        if dose.kind == "reps":
            parts = [self.phrases.say("listed_reps", dose.reps, what=exercise.name)]
        else:
            parts = [exercise.name, self.dose(dose)]
        if exercise.sides:
            parts.append(self.phrases.say("each_side"))
        if load is not None:
            begins_with_number = load[:1].isdigit()
            parts.append(self.phrases.say("listed_load", load=load) if begins_with_number else load)
        return " ".join(parts)

    def rounded(self, length_ms: int) -> str:
        """Return a time to the nearest minute, or 10 s below five minutes."""
        step_ms = MINUTE_MS if length_ms >= 5 * MINUTE_MS else 10 * SECOND_MS
        rounded_ms = max(step_ms, (length_ms + step_ms // 2) // step_ms * step_ms)
        return self.phrases.time(rounded_ms)


def _phrase(dose: Dose) -> str:
    """Return the key of a dose's phrases."""
    if dose.kind == "reps+for" and dose.reps is None:
        return "max_for"
    if dose.kind == "distance":
        return "distance_for" if dose.length_ms else "distance"
    return dose.kind.replace("+", "_")


def _reps(dose: Dose) -> int | None:
    """Return the repetitions of one side."""
    return None if dose.reps is None else dose.reps // dose.sides


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
