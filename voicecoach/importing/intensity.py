"""Intensity: power, heart rate and pace as the words of an `effort`, in English."""

from decimal import Decimal

from voicecoach.importing.numbers import decimal, whole
from voicecoach.importing.source import Source
from voicecoach.importing.steps import Remark

# What is larger is no share of an hour's power, whatever it is: it is told as it stands.
_LARGEST_SHARE = 5


def in_english(source: Source, line: int) -> tuple[Remark, ...]:
    """Return what to say of a plan with words of ours, where another language is asked for."""
    if source.language is None or source.language.partition("-")[0].lower() == "en":
        return ()
    return (Remark("“Warm-up”, “at 120 percent” and the like are in English", line),)


def power(low: str | None, high: str | None, *, rising: bool = False) -> str | None:
    """Return two shares of a power as words: `at 120 percent`, `from 50 to 75 percent`.

    With `rising`, the first is held at the start, and the second at the end; otherwise any between
    them will do. None where there is no share.
    """
    found = (decimal(share or "") for share in (low, high))
    shares = [share for share in found if share is not None and share >= 0]
    if not shares:
        return None
    if max(shares) > _LARGEST_SHARE:
        return f"at a power of {' to '.join(str(whole(share)) for share in dict.fromkeys(shares))}"
    first, last = shares[0] * Decimal(100), shares[-1] * Decimal(100)
    return between(first, last, "percent", changing=rising)


def between(first: Decimal, last: Decimal, unit: str, *, changing: bool = False) -> str:
    """Return two amounts of a unit as words: `at 95 to 100 watts`, and `from 50 to 75 percent`.

    With `changing`, the first is held at the start, and the second at the end; otherwise any
    between them will do.
    """
    if changing and whole(first) != whole(last):
        return f"from {whole(first)} to {whole(last)} {unit}"
    return f"at {span(*sorted((first, last)))} {unit}"


def span(low: Decimal, high: Decimal) -> str:
    """Return two whole numbers as words: `85 to 95`, or `90` where they are the same."""
    return " to ".join(dict.fromkeys(str(whole(each)) for each in (low, high)))


def cadence(turns: str | None) -> str | None:
    """Return turns or steps a minute as words, None where there are none."""
    number = decimal(turns or "")
    return f"cadence {whole(number)}" if number else None
