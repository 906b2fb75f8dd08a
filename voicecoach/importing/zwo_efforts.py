"""Zwo efforts: how hard the blocks of a Zwift workout are, as the words of an `effort`."""

from voicecoach.importing.intensity import cadence, power, span
from voicecoach.importing.numbers import decimal
from voicecoach.importing.xml import Element

# By the `pace` of a run, the distance over whose speed a power is a share.
_PACES = ("mile", "5K", "10K", "half marathon", "marathon")


def block_effort(block: Element, *, running: bool) -> str | None:
    """Return how hard a block of one step is."""
    if block.name == "maxeffort":
        return "all out"
    low, high, at = (block.get(key) for key in ("powerlow", "powerhigh", "power"))
    ends = [low or at, high or at]
    if block.name in ("warmup", "cooldown"):
        ends.sort(key=_size, reverse=block.name == "cooldown")
    share = power(*ends, rising=block.name in ("warmup", "cooldown", "ramp"))
    return _joined(share or _zone(block, "zone"), _pace(block, running), _cadence(block))


def interval_efforts(block: Element, *, running: bool) -> tuple[str | None, str | None]:
    """Return how hard the work and the recovery of intervals are."""
    on = power(block.get("onpower", "poweronlow"), block.get("onpower", "poweronhigh"))
    off = power(block.get("offpower", "powerofflow"), block.get("offpower", "poweroffhigh"))
    pace, resting = _pace(block, running), cadence(block.get("cadenceresting"))
    return (
        _joined(on or _zone(block, "poweronzone"), pace, _cadence(block)),
        _joined(off or _zone(block, "poweroffzone"), pace, resting),
    )


def _joined(effort: str | None, pace: str, turns: str | None) -> str | None:
    return ", ".join(filter(None, (effort and effort + pace, turns))) or None


def _pace(block: Element, running: bool) -> str:
    """Return of which pace a power is a share."""
    pace = decimal(block.get("pace") or "") if running else None
    return (
        f" of {_PACES[int(pace)]} pace" if pace is not None and pace in range(len(_PACES)) else ""
    )


def _cadence(block: Element) -> str | None:
    """Return the cadence of a block, which may have two ends."""
    low, high = (decimal(block.get(key) or "") for key in ("cadencelow", "cadencehigh"))
    between = f"cadence {span(low, high)}" if low and high else None
    return cadence(block.get("cadence")) or between


def _zone(block: Element, key: str) -> str | None:
    """Return the zone of powers that a block is in."""
    zone = block.get(key)
    return f"in zone {zone}" if zone is not None and zone.isdecimal() else None


def _size(share: str | None) -> float:
    number = decimal(share or "")
    return float(number) if number is not None else 0.0
