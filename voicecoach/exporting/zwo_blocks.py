"""Zwo blocks: which block of a Zwift workout a step or repeat is, by its powers.

`usual` is what a block is called that no text names: `Ride` or `Run`.
"""

from decimal import Decimal
from xml.etree.ElementTree import Element

from voicecoach.exporting.doses import dose_ms
from voicecoach.exporting.targets import Target, target_of
from voicecoach.importing.steps import Part, Repeat, Step, Time
from voicecoach.units import SECOND_MS

ALL_OUT = "all out"

# By the name of a step, and whether its power goes up.
_RAMPS = {("Warm-up", True): "Warmup", ("Cool-down", False): "Cooldown"}


def block_of(step: Step, usual: str) -> tuple[Element, str]:
    """Return a block without a length for a step, and what it is called where no text names it."""
    if step.effort == ALL_OUT:
        return Element("MaxEffort"), "Max effort"
    power = _power(step.effort)
    if power is None:
        return Element("FreeRide"), f"Free {usual.lower()}"
    ends = {"PowerLow": _share(power.low), "PowerHigh": _share(power.high)}
    if not power.changing:
        steady = {"Power": _share(power.low)} if power.low == power.high else ends
        return Element("SteadyState", steady), usual
    ramp = _RAMPS.get((step.name, power.low <= power.high))
    return Element(ramp or "Ramp", ends), step.name if ramp else usual


def is_intervals(repeat: Repeat, usual: str) -> bool:
    """Return whether a repeat is a block of its own: two steps in turn, each at one power."""
    return len(repeat.parts) == 2 and all(_is_interval(part, usual) for part in repeat.parts)


def intervals(repeat: Repeat) -> Element:
    """Return the block of a repeat that is one."""
    block = Element("IntervalsT", Repeat=str(repeat.count))
    ways = zip(("On", "Off"), ("Cadence", "CadenceResting"), repeat.parts, strict=True)
    for way, cadence_key, step in ways:
        assert isinstance(step, Step)
        power = _power(step.effort)
        assert power is not None
        block.set(f"{way}Duration", seconds(dose_ms(step.dose)))
        block.set(f"{way}Power", _share(power.low))
        if power.cadence is not None:
            block.set(cadence_key, str(power.cadence))
    return block


def seconds(length_ms: int) -> str:
    """Return a length in seconds, with as many decimals as it needs."""
    return f"{Decimal(length_ms) / SECOND_MS:f}"


def _is_interval(part: Part, usual: str) -> bool:
    """Return whether a part is nothing but a time at one power."""
    if not isinstance(part, Step) or not isinstance(part.dose, Time):
        return False
    power = _power(part.effort)
    is_steady = power is not None and power.low == power.high
    said = (part.cues, part.tips, part.setup, part.load, part.dose.as_many)
    return is_steady and part.name == usual and not any(said)


def _power(effort: str | None) -> Target | None:
    """Return the power that an effort says, as a percentage, None where it says none."""
    target = target_of(effort)
    return target if target is not None and target.unit == "percent" else None


def _share(percent: int) -> str:
    return f"{Decimal(percent) / 100:f}"
