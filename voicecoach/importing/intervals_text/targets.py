"""Targets: how hard a step is, as intervals.icu writes it, and as the words of an `effort`.

`75%`, `88-94%`, `220w` and `Z2` are powers. With `HR`, `LTHR` or `Pace` behind them they are heart
rates or paces; `5:00/km` is a pace as well, and `90rpm` a cadence.
"""

import re
from collections.abc import Callable
from decimal import Decimal

from msgspec import Struct

from voicecoach.importing.intensity import between, span
from voicecoach.importing.intervals_text.words import Words
from voicecoach.importing.numbers import decimal
from voicecoach.importing.pace import KILOMETRE, MILE, YARD, pace
from voicecoach.units import MINUTE_MS, SECOND_MS

_NUMBER = r"[0-9]{1,4}(?:[.,][0-9]{1,2})?"
_TO = r"\s*(?:[-–]|\bto\b)\s*"
_CLOCK = r"[0-9]{1,2}:[0-9][0-9]"
_PER = r"(?:min\s?)?/\s?(?:km|mi|mile|[0-9]{2,4}\s?(?:m|mtr|y|yds?))(?!\w)"

_PACE = re.compile(
    rf"(?<![\w:])(?P<first>{_CLOCK})\s?(?P<per>{_PER})?"
    rf"(?:{_TO}(?P<last>{_CLOCK})\s?(?P<per_last>{_PER})?)?"
    r"(?P<word>\s*pace\b)?",
    re.IGNORECASE,
)
_BEST = re.compile(
    rf"(?<!\w)(?P<first>{_NUMBER})(?:%?{_TO}(?P<last>{_NUMBER}))?%\s*MMP\s+(?P<over>\w+)",
    re.IGNORECASE,
)
_PERCENT = rf"(?<![\w:])(?P<first>{_NUMBER})\s?(?:%?{_TO}(?P<last>{_NUMBER}))?\s?%\s*(?:of\s+)?"
_OF_HEART_RATE = r"(?P<of>LTHR|max\s?HR|HR)\b"
_OF_PACE = r"(?P<of>(?:threshold\s+)?pace)\b"
_SHARE_OF_HEART_RATE = re.compile(_PERCENT + _OF_HEART_RATE, re.IGNORECASE)
_SHARE_OF_PACE = re.compile(_PERCENT + _OF_PACE, re.IGNORECASE)
_SHARE = re.compile(rf"{_PERCENT}(?P<of>(?:FTP|power)\b)?", re.IGNORECASE)
_WATTS = re.compile(
    rf"(?<![\w:])(?P<first>{_NUMBER})\s?(?:(?:w|watts?)?{_TO}(?P<last>{_NUMBER})\s?)?(?:w|watts?)\b",
    re.IGNORECASE,
)
_BEATS = re.compile(
    rf"(?<![\w:])(?P<first>[0-9]{{2,3}})\s?(?:(?:bpm)?{_TO}(?P<last>[0-9]{{2,3}})\s?)?bpm\b(?:\s*HR\b)?",
    re.IGNORECASE,
)
_ZONE = re.compile(
    rf"(?<!\w)(?P<own>C)?Z(?P<first>[0-9])(?:{_TO}(?:C?Z)?(?P<last>[0-9]))?(?!\w)"
    r"(?:\s*(?P<of>HR|LTHR|pace|power)\b)?",
    re.IGNORECASE,
)
_CADENCE = re.compile(
    rf"(?<![\w:])(?P<first>[0-9]{{2,3}})\s?(?:{_TO}(?P<last>[0-9]{{2,3}})\s?)?[rs]pm\b",
    re.IGNORECASE,
)
_EXERTION = re.compile(
    rf"\bRPE\s?(?P<first>{_NUMBER})(?:{_TO}(?P<last>{_NUMBER}))?(?:\s?/\s?10\b)?", re.IGNORECASE
)
_REST = re.compile(
    r"(?<![\w.,:-])0(?:\s?w|\s?%(?:\s*pace\b|\s*HR\b)?)?(?![\w.,:%-])", re.IGNORECASE
)

_SHARES = {
    "": "percent",
    "ftp": "percent",
    "power": "percent",
    "hr": "percent of maximum heart rate",
    "maxhr": "percent of maximum heart rate",
    "lthr": "percent of threshold heart rate",
    "pace": "percent of threshold pace",
    "thresholdpace": "percent of threshold pace",
}
_ZONES = {"hr": "heart rate ", "lthr": "heart rate ", "pace": "pace "}


class Aim(Struct, frozen=True):
    """How hard a step is: `effort` in words, and its two paces in ms a metre where it has any."""

    effort: str | None = None
    paces: tuple[Decimal, Decimal] | None = None
    resting: bool = False


def has_target(text: str) -> bool:
    """Return whether there is a target in a line."""
    words = Words(text)
    return words.find(_SAID) is not None or _is_pace(words)


def take_aim(words: Words, *, ramp: bool) -> Aim:
    """Take the targets of a line, and return what they come to; of each kind the first counts."""
    if words.take(_REST):
        return Aim(resting=True)
    efforts: list[str] = []
    paces = None
    if _is_pace(words) and (match := words.take(_PACE)):
        paces = _paces(match)
        efforts.append(_pace(match, paces, ramp=ramp))
    for pattern, said in _SAID.items():
        match = words.take(pattern)
        if match is not None:
            efforts.append(said(match, ramp))
    return Aim(", ".join(efforts) or None, paces)


def take_exertion(words: Words) -> str | None:
    """Take a perceived exertion, and return it as words."""
    match = words.take(_EXERTION)
    return None if match is None else f"{span(*_ends(match))} of 10"


def _is_pace(words: Words) -> bool:
    """Return whether a clock time of a line is a pace, as it has a unit or is called one."""
    match = words.find([_PACE])
    return match is not None and any(match[key] for key in ("per", "per_last", "word"))


def _pace(match: re.Match[str], paces: tuple[Decimal, Decimal] | None, *, ramp: bool) -> str:
    if paces is None:
        times = [match[key] for key in ("first", "last") if match[key]]
        return f"at a pace of {' to '.join(times)}"
    return pace(*paces, _metres(match), changing=ramp)


def _paces(match: re.Match[str]) -> tuple[Decimal, Decimal] | None:
    """Return two paces in ms a metre, None where the distance that they are for is not said."""
    metres = _metres(match)
    if not metres:
        return None
    first, last = (_clock_ms(match[key] or match["first"]) for key in ("first", "last"))
    return (first / metres, last / metres) if first and last else None


def _metres(match: re.Match[str]) -> Decimal:
    """Return the distance that a pace is for, 0 where it is not said."""
    per = (match["per_last"] or match["per"] or "").lower().rpartition("/")[2].strip()
    number = re.match(r"[0-9]+", per)
    if number is not None:
        return Decimal(number[0]) * (YARD if "y" in per else 1)
    return {"km": KILOMETRE, "": Decimal(0)}.get(per, MILE)


def _clock_ms(text: str) -> int:
    minutes, seconds = map(int, text.split(":"))
    return minutes * MINUTE_MS + seconds * SECOND_MS


def _best(match: re.Match[str], ramp: bool) -> str:
    unit = f"percent of your best power over {match['over']}"
    return between(*_ends(match), unit, changing=ramp)


def _share(match: re.Match[str], ramp: bool) -> str:
    of = "".join((match["of"] or "").lower().split())
    return between(*_ends(match), _SHARES[of], changing=ramp)


def _watts(match: re.Match[str], ramp: bool) -> str:
    return between(*_ends(match), "watts", changing=ramp)


def _beats(match: re.Match[str], ramp: bool) -> str:
    return between(*_ends(match), "bpm", changing=ramp)


def _zone(match: re.Match[str], ramp: bool) -> str:
    kind = "custom " if match["own"] else _ZONES.get((match["of"] or "").lower(), "")
    first, last = match["first"], match["last"] or match["first"]
    if first == last:
        return f"in {kind}zone {first}"
    return f"{'from' if ramp else 'in'} {kind}zone{'' if ramp else 's'} {first} to {last}"


def _cadence(match: re.Match[str], ramp: bool) -> str:  # noqa: ARG001
    return f"cadence {span(*_ends(match))}"


def _ends(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    first, last = (decimal(match[key] or match["first"]) for key in ("first", "last"))
    assert first is not None  # the patterns let nothing else through
    assert last is not None
    return first, last


# What is more special comes first: a share that is none of anything else is one of a power.
_SAID: dict[re.Pattern[str], Callable[[re.Match[str], bool], str]] = {
    _BEST: _best,
    _SHARE_OF_HEART_RATE: _share,
    _SHARE_OF_PACE: _share,
    _SHARE: _share,
    _WATTS: _watts,
    _BEATS: _beats,
    _ZONE: _zone,
    _CADENCE: _cadence,
}
