"""TCX targets: the speed, heart rate, cadence or power of a step of a TCX workout, as words."""

from decimal import Decimal

from voicecoach.importing.intensity import between, span
from voicecoach.importing.numbers import decimal
from voicecoach.importing.speed import speed
from voicecoach.importing.xml import Element

_SPEED = "speedzone"
_HEART_RATE = "heartratezone"
_POWER = "powerzone"
_ZONES = {_SPEED: "speed zone", _HEART_RATE: "heart rate zone", _POWER: "power zone"}
_LOW = ("low", "lowinmeterspersecond")
_HIGH = ("high", "highinmeterspersecond")


def target(element: Element | None, *, running: bool) -> str | None:
    """Return the target of a step as words of an `effort`, None where there is none.

    A speed without `ViewAs` is a pace for runners. What cannot be read is "" in place of words.
    """
    kind = ((element.get("type") if element else None) or "none_t").lower()
    if element is None or kind in ("none_t", "nulltarget_t"):
        return None
    zone = next((child for child in element.children if child.name in _ZONES), element)
    number = zone.text_of("number")
    if number is not None:
        return f"in {_ZONES.get(zone.name, 'zone')} {number}"
    low, high = _bounds(zone)
    if low is None or high is None:
        return ""
    if zone.name == _SPEED:
        seen_as = (zone.text_of("viewas") or "").lower()
        return speed(low, high, as_pace=seen_as == "pace" or (running and seen_as != "speed"))
    if zone.name == _HEART_RATE:
        return _heart_rate(low, high, zone)
    if zone.name == _POWER:
        return between(low, high, "percent" if _in_percent(zone) else "watts")
    return f"cadence {span(low, high)}" if kind == "cadence_t" else ""


def speeds(element: Element | None) -> tuple[Decimal, Decimal] | None:
    """Return the two speeds of a target in metres a second, None where it has none."""
    zone = element.child(_SPEED) if element is not None else None
    low, high = _bounds(zone) if zone is not None else (None, None)
    return (low, high) if low and high else None


def until_heart_rate(element: Element, word: str) -> str:
    """Return until which heart rate a step lasts, `above` or `below` it."""
    value = _value(element.child("heartrate"))
    unit = "percent of its maximum" if _is_percent(element.child("heartrate")) else "bpm"
    return f"your heart rate is {word} {'that of the file' if value is None else f'{value} {unit}'}"


def _heart_rate(low: Decimal, high: Decimal, zone: Element) -> str:
    if _in_percent(zone):
        return between(low, high, "percent of maximum heart rate")
    return between(low, high, "bpm")


def _bounds(zone: Element) -> tuple[Decimal | None, Decimal | None]:
    """Return the low and the high end of a zone; one that stands alone is both."""
    low, high = (_value(zone.child(*names)) for names in (_LOW, _HIGH))
    return (high if low is None else low), (low if high is None else high)


def _in_percent(zone: Element) -> bool:
    return _is_percent(zone.child(*_LOW))


def _is_percent(element: Element | None) -> bool:
    return element is not None and "percent" in (element.get("type") or "").lower()


def _value(element: Element | None) -> Decimal | None:
    """Return the number of an element, which may stand in a `Value` of its own."""
    if element is None:
        return None
    number = decimal(element.text_of("value") or element.text)
    return number if number is not None and number >= 0 else None
