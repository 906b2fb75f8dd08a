"""Exercises: a line or paragraph as a name, how much of it is done, and how."""

import re
from dataclasses import dataclass, replace

from voicecoach.importing.plain_text.doses import begins_with_unit, short_form
from voicecoach.importing.plain_text.facts import Facts, facts_of
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.names import LOAD, clean, is_bracketed, named
from voicecoach.importing.plain_text.rounds import without_frequency
from voicecoach.importing.plain_text.sentences import parted, sentences
from voicecoach.importing.steps import Part, Remark, Reps, Rest, Step, Time
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.units import SECOND_MS

_TIMED = re.compile(
    r"timed\s+x(\d{1,3})\s+(\d{1,4})s/(\d{1,4})s\s+(?:(\d{1,4})rep\s+)?(2sided\s+)?(\S.*)", re.I
)
_ONE_SIDED = re.compile(
    r"\b(single|one)[ -](leg|arm|sided|legged|armed)\b|\bside ?[-– ] ?(plank|lying)\b|\beinbeinig"
    r"|\beinarmig|\bseitstütz|\bpistol squats?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Exercise:
    """What a line says of one exercise. `name` is empty where it only says how much."""

    name: str
    facts: Facts
    setup: str = ""
    tips: tuple[str, ...] = ()
    frequency: str | None = None
    in_brackets: bool = False


def rest_in(text: str, lexicon: Lexicon) -> int | None:
    """Return the length in ms of the rest that a whole line is, None where it is none."""
    form = short_form(text.rstrip(". "), lexicon)
    if form is None or form.kind != "rest":
        return None
    return facts_of(form.keys, lexicon).rest_ms


def exercise_in(text: str, lexicon: Lexicon) -> Exercise:
    """Return what a line says; without a dose it is a name, and perhaps how it is done."""
    text, frequency = without_frequency(text)
    text = text.rstrip(": ")
    load = LOAD.search(text)
    header, prose = parted(text)
    whole = short_form(header, lexicon)
    if whole is not None and whole.kind == "exercise" and whole.has_dose and whole.keys["exercise"]:
        facts = facts_of(whole.keys, lexicon)
        name = clean(str(whole.keys["exercise"]))
        in_brackets = header.rstrip().endswith(")") and "(" in header
        if name and "(" not in name and ":" not in name and not begins_with_unit(name, lexicon):
            return Exercise(name, facts, prose, (), frequency, in_brackets)
    found = facts_in(header, lexicon)
    if found is not None and (found.doses or found.sets):
        later = facts_in(prose, lexicon) if prose else None
        if later is not None and found.rest_ms is None:
            found = replace(found, rest_ms=later.rest_ms)
        name, tips = named(header, found)
        exercise = Exercise(name, found, prose, tips, frequency, is_bracketed(header, found))
    elif found is not None and not prose:
        exercise = Exercise(named(header, found)[0], found, "", (), frequency)
    else:
        exercise = _from_prose(header, prose, frequency, lexicon)
    if load is not None and exercise.facts.load is None and "(" in text[: load.start()]:
        exercise = replace(exercise, facts=replace(exercise.facts, load=load[0]))
    return exercise


def parts_of(exercise: Exercise, line: int) -> list[Part]:
    """Return the steps of an exercise that has a dose, with its rest and remarks."""
    facts = exercise.facts
    sets = facts.sets or 1
    doubts = list(facts.doubts)
    name = exercise.name if facts.side is None else f"{exercise.name}, {facts.side}"
    if _ONE_SIDED.search(exercise.name) and not facts.each_side and facts.side is None:
        doubts.append("whether that is for each side is not said")
    parts: list[Part] = []
    if exercise.frequency is not None:
        parts.append(Remark(exercise.frequency, line, doubt=False))
    for at, dose in enumerate(facts.doses):
        if at and facts.rest_ms:
            parts.append(Rest(Time(facts.rest_ms), line))
        parts.append(
            Step(
                name,
                dose,
                line,
                tips=exercise.tips if not at else (),
                setup=exercise.setup or None if not at else None,
                load=facts.load,
                each_side=facts.each_side,
                sets=sets,
                set_rest_ms=(facts.rest_ms or 0) if sets > 1 else 0,
                doubts=tuple(doubts) if not at else (),
            )
        )
    if facts.rest_ms and sets == 1 and len(facts.doses) == 1:
        parts.append(Rest(Time(facts.rest_ms), line))
    return parts


def timed_part(text: str, line: int) -> Step | None:
    """Return the step of `timed x6 30s/30s 12rep 2sided NAME`: so many times work and rest."""
    found = _TIMED.fullmatch(text)
    if found is None:
        return None
    times, work_ms, rest_ms = int(found[1]), int(found[2]) * SECOND_MS, int(found[3]) * SECOND_MS
    sided = found[5] is not None and times % 2 == 0
    return Step(
        found[6],
        Time(work_ms),
        line,
        tips=() if found[4] is None else (f"{found[4]} reps.",),
        each_side=sided,
        switch_ms=rest_ms if sided else None,
        sets=max(1, times // (1 + sided)),
        set_rest_ms=rest_ms,
    )


def _from_prose(header: str, prose: str, frequency: str | None, lexicon: Lexicon) -> Exercise:
    """Return an exercise whose dose is said in the sentences about it, if anywhere."""
    found = facts_in(prose, lexicon) if prose else None
    name, tips = named(header, None)
    if found is None or not (found.doses or found.sets):
        return Exercise(name, found or Facts(), prose, tips, frequency)
    setup = [each for each in sentences(prose) if facts_in(each, lexicon) is None]
    return Exercise(name, found, " ".join(setup), tips, frequency)


def is_span(facts: Facts) -> bool:
    """Return whether a dose may be the length of several exercises together: only a time."""
    dose = facts.doses[0] if len(facts.doses) == 1 else None
    alone = facts.sets is None and not facts.each_side and facts.rest_ms is None
    return alone and isinstance(dose, Time) and not isinstance(dose, Reps) and not dose.hold
