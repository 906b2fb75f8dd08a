"""TCX targets: the heart rate or cadence of a step of a TCX workout."""

from xml.etree.ElementTree import Element, SubElement

from voicecoach.exporting.targets import Target

# The attribute that says of which kind an element is.
TYPE = "xsi:type"

_MOST_ZONES = 5
_MOST_BPM = 255


def target_element(target: Target | None) -> Element:
    """Return a target of heart rate or cadence, or that there is none."""
    if target is not None and target.unit == "heart rate zone" and target.low <= _MOST_ZONES:
        element = Element("Target", {TYPE: "HeartRate_t"})
        zone = SubElement(element, "HeartRateZone", {TYPE: "PredefinedHeartRateZone_t"})
        SubElement(zone, "Number").text = str(target.low)
        return element
    if target is not None and target.unit == "bpm" and target.high <= _MOST_BPM:
        element = Element("Target", {TYPE: "HeartRate_t"})
        zone = SubElement(element, "HeartRateZone", {TYPE: "CustomHeartRateZone_t"})
        for end, bpm in (("Low", target.low), ("High", target.high)):
            value = SubElement(zone, end, {TYPE: "HeartRateInBeatsPerMinute_t"})
            SubElement(value, "Value").text = str(bpm)
        return element
    if target is not None and target.unit is None:
        element = Element("Target", {TYPE: "Cadence_t"})
        for end in ("Low", "High"):
            SubElement(element, end).text = str(target.cadence)
        return element
    return Element("Target", {TYPE: "None_t"})
