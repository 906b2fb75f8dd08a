"""Exercises: a line or paragraph as a name, how much of it is done, and how."""

from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.importing.plain_text.doses import begins_with_unit, doses_in
from voicecoach.importing.plain_text.facts import Facts, facts_of
from voicecoach.importing.plain_text.manner import Manner, is_each_of_several, without_manner
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.names import clean, is_bracketed, load_pattern, named
from voicecoach.importing.plain_text.rounds import without_frequency
from voicecoach.importing.plain_text.sentences import parted, sentences
from voicecoach.importing.plain_text.stretches import short_form
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Open, Time
from voicecoach.language.grammar.lexicon import Lexicon

SIDES_UNSAID = "whether that is for each side is not said"


class Exercise(Struct, frozen=True):
    """What a line says of one exercise, `said` as it stands there.

    `name` is empty where it only says how much. Exercises whose `label` begins with the same
    letter (`A1`, `A2`) are done in turn.
    """

    name: str
    facts: Facts = field(default_factory=Facts)
    setup: str = ""
    tips: tuple[str, ...] = ()
    frequency: str | None = None
    in_brackets: bool = False
    manner: Manner = field(default_factory=Manner)
    label: str = ""
    said: str = ""


@lru_cache(maxsize=4096)
def rest_in(text: str, lexicon: Lexicon) -> int | None:
    """Return the length in ms of the rest that a whole line is, None where it is none."""
    form = short_form(text.rstrip(". "), lexicon)
    if form is None or form.kind != "rest":
        return None
    return facts_of(form.keys, lexicon).rest_ms


@lru_cache(maxsize=4096)
def exercise_in(text: str, lexicon: Lexicon) -> Exercise:
    """Return what a line says; without a dose it is a name, and perhaps how it is done."""
    plain, frequency = without_frequency(text, lexicon.tag)
    header, prose = parted(plain.rstrip(": "))
    header, manner = without_manner(header, lexicon)
    exercise = _of_line(header, prose, lexicon)
    if exercise.facts.doses and _has_dose(exercise.name, lexicon):
        unread = (f"“{header}” is not read",)
        facts = Facts(doses=(Open(),), doubts=unread, start=0, end=len(header))
        exercise = Exercise(header, facts, exercise.setup, exercise.tips)
    if exercise.facts.load is None or "%" in header:
        load = load_pattern(lexicon.tag).search(header)
        if load is not None and load[0] not in exercise.name:
            exercise = replace(exercise, facts=replace(exercise.facts, load=load[0]))
    facts = exercise.facts
    if manner.each_side and not facts.each_side:
        exercise = replace(exercise, facts=replace(facts, each_side=True))
    elif facts.each_side and any(
        is_each_of_several(told, lexicon) for told in (header, *sentences(prose))
    ):
        doubts = (*facts.doubts, "whether “each” is each side is not said")
        exercise = replace(exercise, facts=replace(facts, each_side=False, doubts=doubts))
    elif facts.doses and not facts.each_side and Words(lexicon.tag).find(prose, "other_side"):
        doubts = (*facts.doubts, SIDES_UNSAID)
        exercise = replace(exercise, facts=replace(facts, doubts=doubts))
    return replace(exercise, frequency=frequency, manner=manner, said=text.rstrip(" .:"))


def _has_dose(name: str, lexicon: Lexicon) -> bool:
    """Return whether a name still says how much, so that what was read is but a part of it."""
    found = doses_in(name, lexicon)
    return any(each.keys.keys() & {"for", "hold", "reps", "rest", "sets"} for each in found)


def _is_dose(header: str, lexicon: Lexicon) -> bool:
    """Return whether the head of a line is nothing but doses: `3 sets, 12 reps`."""
    found = doses_in(header, lexicon)
    ends = [0, *(each.end for each in found)]
    starts = [*(each.start for each in found), len(header)]
    left = (header[end:start] for end, start in zip(ends, starts, strict=True))
    return bool(found) and not any(map(str.isalnum, "".join(left)))


def _of_line(header: str, prose: str, lexicon: Lexicon) -> Exercise:
    """Return the exercise that the head of a line names, and the sentences behind it are about."""
    if _is_dose(header, lexicon):
        facts = facts_in(header, lexicon) or Facts()
        return Exercise("", _with_prose(facts, prose, lexicon), prose)
    whole = short_form(header, lexicon)
    if whole is not None and whole.kind == "exercise" and whole.has_dose and whole.keys["exercise"]:
        told = str(whole.keys["exercise"])
        name = clean(told, lexicon.tag)
        in_brackets = header.rstrip().endswith(")") and "(" in header
        if name and "(" not in name and ":" not in name and not begins_with_unit(name, lexicon):
            held = Words(lexicon.tag).find(told.partition(name)[2], "hold") is not None
            facts = _with_prose(facts_of(whole.keys, lexicon, held), prose, lexicon)
            return Exercise(name, facts, prose, in_brackets=in_brackets)
    found = facts_in(header, lexicon)
    if found is not None and (found.doses or found.sets):
        name, tips = named(header, found, lexicon.tag)
        in_brackets = is_bracketed(header, found)
        return Exercise(name, _with_prose(found, prose, lexicon), prose, tips, None, in_brackets)
    if found is not None and not prose:
        return Exercise(named(header, found, lexicon.tag)[0], found)
    return _of_prose(header, prose, lexicon)


def _with_prose(facts: Facts, prose: str, lexicon: Lexicon) -> Facts:
    """Return what a head says, with the rest that the sentences behind it say.

    Another dose in them is a doubt.
    """
    later = facts_in(prose, lexicon) if prose else None
    if later is None:
        return facts
    if facts.doses and later.doses and not _is_same(later, facts):
        said = prose[later.start : later.end]
        return replace(facts, doubts=(*facts.doubts, f"“{said}” is said as well"))
    return replace(
        facts,
        rest_ms=later.rest_ms if facts.rest_ms is None else facts.rest_ms,
        each_side=facts.each_side or (later.each_side and bool(later.doses)),
    )


def _is_same(one: Facts, other: Facts) -> bool:
    """Return whether two facts are of the same dose, kept still or not."""
    first, second = one.doses[0], other.doses[0]
    if isinstance(first, Time) and isinstance(second, Time):
        return first.length_ms == second.length_ms
    return first == second


def _of_prose(header: str, prose: str, lexicon: Lexicon) -> Exercise:
    """Return an exercise whose dose is said in the sentences about it, if anywhere."""
    found = facts_in(prose, lexicon) if prose else None
    name, tips = named(header, None, lexicon.tag)
    if found is None or not (found.doses or found.sets):
        return Exercise(name, found or Facts(), prose, tips)
    setup = [each for each in sentences(prose) if facts_in(each, lexicon) is None]
    return Exercise(name, found, " ".join(setup), tips)


def is_span(facts: Facts) -> bool:
    """Return whether a dose may be the length of several exercises together: only a time."""
    dose = facts.doses[0] if len(facts.doses) == 1 else None
    alone = facts.sets is None and not facts.each_side and facts.rest_ms is None
    return alone and isinstance(dose, Time) and not dose.hold
