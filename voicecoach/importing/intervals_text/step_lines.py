"""Step lines: `- Recovery 3m 50% 90rpm`, its prompt, how long it is, and how hard.

The text before all that is its name, or what is said at its times: `Go! 33^Halfway <!> 1m 95%`.
"""

import re

from msgspec import Struct

from voicecoach.importing.intervals_text.doses import Amount, has_amount, length_ms, take_amount
from voicecoach.importing.intervals_text.targets import Aim, take_aim, take_exertion
from voicecoach.importing.intervals_text.words import Words
from voicecoach.importing.numbers import whole
from voicecoach.importing.pace import at_pace
from voicecoach.importing.steps import (
    Cue,
    Distance,
    Open,
    Part,
    Repeat,
    Rest,
    Step,
    Time,
)
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form import is_rest_word
from voicecoach.units import SECOND_MS

_COMMENT = re.compile(r"\s#\s(.*)$")
_OPTION = re.compile(r"(?<!\w)(?P<key>[a-z_]+)=(?P<value>[\w.-]+)", re.IGNORECASE)
_LAP = re.compile(
    r"(?:\b(?:until|till|or)\s+)?\b(?:press(?:ing)?\s+(?:the\s+)?lap(?:\s+button)?|lap\s+press)\b",
    re.IGNORECASE,
)
_RAMP = re.compile(r"\bramp\b(?=\s+(?:from\s+)?(?:[0-9]|C?Z[0-9]))|\bramp\s*$", re.IGNORECASE)
_FREE = re.compile(r"\bfree\s?ride\b", re.IGNORECASE)
_ALL_OUT = re.compile(r"\bmax\s?effort\b", re.IGNORECASE)
_TIMES = re.compile(
    r"^\s*([0-9]{1,4})\s?[x×]\s?(?=\S)|(?<!\w)([0-9]{1,4})\s?[x×]\s?(?=[0-9])", re.IGNORECASE
)
_REST_AFTER = (
    re.compile(r"[,+/]?\s*\brest\s+(?P<rest>[0-9][\w'\"]*)", re.IGNORECASE),
    re.compile(r"[,+/]?\s*(?<=\s)(?P<rest>[0-9][\w'\"]*)\s+rest\b", re.IGNORECASE),
)
# `60^30 Now` shows a text after 60 s, for 30 s.
_TIMED = re.compile(
    r"(?<!\w)([0-9][0-9hms]*)\s?\^(?:[0-9]{1,3}\s+(?!s|min|more|to\b|left\b))?", re.IGNORECASE
)
_PROMPTS_END = "<!>"
_MOST_WORDS = 8
_MOST_WORDS_AFTER = 3
_NAMES = {"warmup": "Warm-up", "cooldown": "Cool-down", "rest": "Rest"}


class StepLine(Struct, frozen=True):
    """What a line comes to: its parts, done `count` times, and how much it says that is."""

    parts: tuple[Part, ...]
    count: int
    amount: Amount | None

    def repeated(self, line: int) -> tuple[Part, ...]:
        """Return the parts as often as they are done."""
        return self.parts if self.count == 1 else (Repeat(self.count, self.parts, line),)


class _Prompt(Struct, frozen=True):
    """What is said of a step: its name, cues at their times, and tips."""

    name: str
    cues: tuple[Cue, ...] = ()
    tips: tuple[str, ...] = ()


def read_step(text: str, line: int, usual_name: str, words: Lexicon) -> StepLine:
    """Return what the line of a step comes to; one without a name has the usual one."""
    prompts, end, rest = text.partition(_PROMPTS_END)
    left = Words(rest if end else text)
    comment = _take_comment(left)
    times = left.take(_TIMES)
    pause_ms = _take_pause(left)
    options = _options(left)
    until_lap = left.take(_LAP) is not None
    ramp, free, all_out = (left.take(each) is not None for each in (_RAMP, _FREE, _ALL_OUT))
    aim = take_aim(left, ramp=ramp)
    amount = take_amount(left)
    tail = Words(left.after())
    exertion = take_exertion(tail)
    said = ", ".join(filter(None, [tail.left(), comment]))
    prompt = _prompt(prompts if end else left.before(), said)
    usual = _NAMES.get(options.get("intensity", ""), usual_name)
    usual = "Free ride" if free else "Max effort" if all_out else "Ramp" if ramp else usual
    name = prompt.name or usual
    dose, doubts = _dose(amount, aim, until_lap=until_lap)
    if until_lap and not isinstance(dose, Open):
        doubts += (f"{name} ends when you press lap: what is planned for it is taken",)
    if has_amount(tail):
        doubts += (f"“{said}” is not read as a step",)
    effort = ", ".join(filter(None, [aim.effort, exertion, "all out" if all_out else None]))
    resting = aim.resting or is_rest_word(name, words)
    part: Part
    if resting and not effort and not prompt.cues and not isinstance(dose, Distance):
        spoken = (text for text in (prompt.name, *prompt.tips) if not is_rest_word(text, words))
        part = Rest(dose, line, ". ".join(filter(None, spoken)) or None, doubts)
    else:
        part = Step(name, dose, line, effort or None, prompt.cues, prompt.tips, doubts=doubts)
    parts = (part,) if pause_ms is None else (part, Rest(Time(pause_ms), line))
    return StepLine(parts, int(times[1] or times[2]) if times else 1, amount)


def _take_comment(left: Words) -> str:
    """Take what stands behind a ` # `, if the step stands before it, and return it."""
    trial = left.copy()
    comment = trial.take(_COMMENT)
    if comment is None or not has_amount(trial):
        return ""
    left.take(_COMMENT)
    return comment[1]


def _take_pause(left: Words) -> int | None:
    """Take the rest behind a step, as in `200mtr 20s rest`, and return its length in ms."""
    trial = left.copy()
    pause = trial.take(*_REST_AFTER)
    pause_ms = length_ms(pause["rest"]) if pause else None
    if pause_ms is None or not has_amount(trial):
        return None
    left.take(*_REST_AFTER)
    return pause_ms


def _options(left: Words) -> dict[str, str]:
    """Take what is for the display of a watch, such as `power=3s`, and what kind of step it is."""
    options = {}
    while option := left.take(_OPTION):
        options[option["key"].lower()] = option["value"].lower()
    return options


def _prompt(text: str, said: str) -> _Prompt:
    """Return what a text before the amount of a step, and one behind it, come to."""
    first, *timed = _TIMED.split(text)
    tips = (said,) if said else ()
    if timed:
        cues = [Cue(0, first.strip()), *map(_cue, timed[::2], timed[1::2])]
        return _Prompt("", tuple(cue for cue in cues if cue.text), tips)
    name = " ".join(text.split())
    if len(name.split()) > _MOST_WORDS:
        return _Prompt("", (), (name, *tips))
    if not name and len(said.split()) <= _MOST_WORDS_AFTER and not re.search(r"[0-9]", said):
        return _Prompt(said)
    return _Prompt(name, (), tips)


def _cue(at: str, text: str) -> Cue:
    at_ms = int(at[:6]) * SECOND_MS if at.isdecimal() else length_ms(at)
    return Cue(at_ms or 0, text.strip())


def _dose(
    amount: Amount | None, aim: Aim, *, until_lap: bool
) -> tuple[Time | Distance | Open, tuple[str, ...]]:
    """Return how long a step is done, and what is doubtful about it."""
    if amount is None or amount.metres == 0:
        return Open("you press lap" if until_lap else None), ()
    if amount.metres is None:
        assert amount.length_ms is not None
        return Time(amount.length_ms, most_ms=amount.most_ms), ()
    if aim.paces is None:
        return Distance(whole(amount.metres)), ()
    return at_pace(amount.metres, *aim.paces)
