"""Common: what a line says that holds for all exercises below it, such as `each for 30 seconds`."""

import re
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.importing.plain_text.exercises import Exercise
from voicecoach.importing.plain_text.facts import Facts
from voicecoach.importing.plain_text.merging import facts_in
from voicecoach.importing.plain_text.rounds import rounds_in, without_frequency
from voicecoach.importing.plain_text.sentences import sentences
from voicecoach.importing.plain_text.words import Words
from voicecoach.importing.steps import Time
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.values.bare import tokens
from voicecoach.units import MINUTE_MS, SECOND_MS

_SIDES = ("each_side", "each_limb")


class Common(Struct, frozen=True):
    """What holds for several exercises, and the rests in ms between two of them or rounds."""

    facts: Facts = field(default_factory=Facts)
    between_ms: int | None = None
    round_rest_ms: int | None = None

    def with_more(self, more: "Common | None") -> "Common":
        """Return what holds together with more that is said later."""
        if more is None:
            return self
        facts = replace(
            more.facts if more.facts.doses else self.facts,
            sets=more.facts.sets or self.facts.sets,
            rest_ms=self.facts.rest_ms if more.facts.rest_ms is None else more.facts.rest_ms,
        )
        between_ms = self.between_ms if more.between_ms is None else more.between_ms
        round_rest_ms = self.round_rest_ms if more.round_rest_ms is None else more.round_rest_ms
        return Common(facts, between_ms, round_rest_ms)


@lru_cache(maxsize=4096)
def common_in(text: str, lexicon: Lexicon, for_all: bool = False) -> Common | None:
    """Return what a line says for all exercises below; `for_all` that it is said of them."""
    text, _ = without_frequency(text, lexicon.tag)
    many = sentences(text)
    if len(many) > 1:
        return _of_sentences(many, lexicon, for_all)
    intervals = intervals_in(text, lexicon)
    if intervals is not None:
        common = Common(Facts(doses=(Time(intervals[0]),)), intervals[1])
        return common.with_more(rest_for_all(Facts(), text, lexicon))
    facts = facts_in(text, lexicon)
    if facts is not None and facts.rest_ms and rounds_in(text, lexicon) is not None:
        # `Repeat 3 times` counts rounds, and no sets.
        return rest_for_all(facts, text, lexicon)
    if facts is None:
        return None
    is_rest = not facts.doses or lexicon.ends("rest", tokens(text), 0) is not None
    if facts.rest_ms is not None and is_rest and facts.sets is None:
        return rest_for_all(facts, text, lexicon)
    if not for_all and not Words(lexicon.tag).find(_without_sides(text, lexicon), "for_all"):
        return None
    if facts.each_side and _without_sides(text, lexicon) == text:
        # `30 seconds each` is each of the exercises.
        facts = replace(facts, each_side=False)
    if facts.rest_ms is not None:
        rests = rest_for_all(facts, text, lexicon) or Common(between_ms=facts.rest_ms)
        return Common(replace(facts, rest_ms=None)).with_more(rests)
    return Common(facts)


def _of_sentences(many: Sequence[str], lexicon: Lexicon, for_all: bool) -> Common | None:
    """Return what sentences say for all; behind one that does, the sets in another are theirs."""
    common: Common | None = None
    for each in many:
        more = common_in(each, lexicon, for_all)
        facts = facts_in(each, lexicon) if more is None and common is not None else None
        if facts is not None and facts.sets is not None and not facts.doses:
            more = Common(Facts(sets=facts.sets))
        common = more if common is None else common.with_more(more)
    return common


def rest_for_all(facts: Facts, text: str, lexicon: Lexicon) -> Common | None:
    """Return what rests are between: sets, exercises or rounds; None where that is not said."""
    words = Words(lexicon.tag)
    common: Common | None = None
    found = words.find(text, "between")
    while found is not None:
        before, text = text[: found.start()], text[found.start() :]
        found = words.find(text[1:], "between")
        said = text if found is None else text[: found.start() + 1]
        text = text[1:]
        rest_ms = _last_length_ms(before, lexicon)
        more = _between(facts.rest_ms if rest_ms is None else rest_ms, said, words)
        common = more if common is None else common.with_more(more)
    return common


def _between(rest_ms: int | None, said: str, words: Words) -> Common | None:
    """Return what a rest is between, as the words from `between` on say."""
    if rest_ms is None:
        return None
    if words.is_kin(said, "round"):
        return Common(round_rest_ms=rest_ms)
    if words.is_kin(said, "exercise"):
        return Common(between_ms=rest_ms)
    return Common(Facts(rest_ms=rest_ms)) if words.is_kin(said, "set") else None


def _last_length_ms(text: str, lexicon: Lexicon) -> int | None:
    """Return the last length in a text in ms, the lower end of a range; None without any."""
    line = tokens(text)
    length_ms, at = None, 0
    while at < len(line):
        is_number = line.is_kind(at, "number") or line.is_kind(at, "clock")
        found = next(iter(find_durations(line, at, lexicon)), None) if is_number else None
        if found is not None:
            length_ms = found.low_ms
        at = at + 1 if found is None else found.end
    return length_ms


def intervals_in(text: str, lexicon: Lexicon) -> tuple[int, int] | None:
    """Return the work and the rest in ms of `40 s on, 20 s off`, None where it says none."""
    found = _intervals(lexicon.tag).search(text)
    if found is None:
        return None
    words = Words(lexicon.tag)
    work_ms, rest_ms = (
        int(found[number])
        * (MINUTE_MS if words.is_whole(found[unit] or "", "minute") else SECOND_MS)
        for number, unit in (("work", "work_unit"), ("rest", "rest_unit"))
    )
    return (work_ms, rest_ms) if work_ms else None


@lru_cache(maxsize=64)
def _intervals(tag: str) -> re.Pattern[str]:
    words = Words(tag)
    unit, of = words.any("second", "minute"), words.any("of", "for")
    on, off, then = words.any("on", "work"), words.any("off", "rest", "recovery"), words.any("then")

    def part(name: str, meaning: str) -> str:
        number = rf"(?P<{name}>\d{{1,3}})\s*(?P<{name}_unit>{unit})?\.?\s*(?:(?:{of})\s+)?"
        return rf"{number}(?:{meaning})(?![^\W\d_])"

    return re.compile(
        rf"(?<![\d:.,]){part('work', on)}\W*(?:(?:{then})\s+)?{part('rest', off)}", re.IGNORECASE
    )


def _without_sides(text: str, lexicon: Lexicon) -> str:
    """Return a text without the words for each side of the body."""
    line = tokens(text)
    for at in range(len(line)):
        for meaning in _SIDES:
            end = lexicon.ends(meaning, line, at)
            if end is not None:
                left = text[: line.tokens[at].start] + text[line.tokens[end - 1].end :]
                return _without_sides(left, lexicon)
    return text


def applied(common: Common, exercise: Exercise) -> Exercise:
    """Return an exercise with what holds for all, as far as it does not say it itself."""
    own, shared = exercise.facts, common.facts
    sets = shared.sets if own.sets is None else own.sets
    # What is said of the rest between sets says nothing of a single one.
    shared_rest_ms = shared.rest_ms if (sets or 1) > 1 else None
    facts = replace(
        own,
        doses=own.doses or shared.doses,
        sets=sets,
        each_side=own.each_side or (shared.each_side and not own.doses),
        rest_ms=shared_rest_ms if own.rest_ms is None else own.rest_ms,
        doubts=own.doubts if own.doses else (*own.doubts, *shared.doubts),
    )
    return replace(exercise, facts=facts)
