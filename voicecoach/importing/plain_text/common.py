"""Common: what a line says that holds for all exercises below it, such as `each for 30 seconds`."""

import re
from dataclasses import dataclass, replace

from voicecoach.importing.plain_text.exercises import Exercise
from voicecoach.importing.plain_text.facts import Facts
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.rounds import without_frequency
from voicecoach.importing.steps import Time
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.values.bare import tokens
from voicecoach.units import SECOND_MS

_FOR_ALL = re.compile(
    r"\b(each|every|all|following|below|these|per exercise|between exercises"
    r"|jede[nrs]?|alle|je|folgende[nr]?"
    r"|chaque|toutes?|tous|cada|todos|ogni|tutti|pro übung)\b",
    re.IGNORECASE,
)
_ON_AND_OFF = re.compile(
    r"\b(\d{1,3})\s*(?:s|secs?|seconds?|sek|sekunden)?\s*(?:of )?(?:on|work|arbeit|belastung)\b\W*"
    r"(?:and |und )?(\d{1,3})\s*(?:s|secs?|seconds?|sek|sekunden)?\s*(?:of )?(?:off|rest|pause)\b",
    re.IGNORECASE,
)
_BETWEEN_SETS = re.compile(r"\bsets?\b|\bsätzen\b|\bséries\b|\bseries\b|\bserie\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Common:
    """What holds for several exercises: `facts`, and the rest in ms between two of them."""

    facts: Facts
    between_ms: int | None = None


def common_in(text: str, lexicon: Lexicon, for_all: bool = False) -> Common | None:
    """Return what a line says for all exercises below; `for_all` that it is said of them."""
    text, _ = without_frequency(text)
    timed = _ON_AND_OFF.search(text)
    if timed is not None:
        work_ms, rest_ms = (int(each) * SECOND_MS for each in timed.groups())
        return Common(Facts(doses=(Time(work_ms),)), rest_ms) if work_ms else None
    if not for_all and not _FOR_ALL.search(text):
        return None
    facts = facts_in(text, lexicon)
    if facts is None:
        return None
    if facts.each_side and not _names_side(text, lexicon):
        # `30 seconds each` is each of the exercises.
        facts = replace(facts, each_side=False)
    if facts.rest_ms is not None and not _BETWEEN_SETS.search(facts.rest_between):
        return Common(replace(facts, rest_ms=None), facts.rest_ms)
    return Common(facts)


def _names_side(text: str, lexicon: Lexicon) -> bool:
    line = tokens(text)
    return any(
        lexicon.ends(meaning, line, at) is not None
        for meaning in ("each_side", "each_limb")
        for at in range(len(line))
    )


def applied(common: Common, exercise: Exercise) -> Exercise:
    """Return an exercise with what holds for all, as far as it does not say it itself."""
    own, shared = exercise.facts, common.facts
    facts = replace(
        own,
        doses=own.doses or shared.doses,
        sets=shared.sets if own.sets is None else own.sets,
        each_side=own.each_side or (shared.each_side and not own.doses),
        rest_ms=shared.rest_ms if own.rest_ms is None else own.rest_ms,
        doubts=own.doubts if own.doses else (*own.doubts, *shared.doubts),
    )
    return replace(exercise, facts=facts)
