"""Lines: an exercise or a rest in the short form, always written the same way.

`NAME DOSE, each side @ LOAD, rest 30s`. A line is only what it is said to be after it has been
taken apart again: whatever the short form would read otherwise is left as it is.
"""

from collections.abc import Mapping

from voicecoach.language import short_form
from voicecoach.language.fmt import lengths
from voicecoach.language.misread import MisreadError
from voicecoach.problems import Span
from voicecoach.text.document import Text

LONGEST = 80
KEYS = {"exercise", *short_form.DOSE_KEYS, "sets", "sides", "load", "rest"}

_WRITERS: Mapping[str, lengths.Writer] = {
    "for": lengths.length_range,
    "hold": lengths.length_range,
    "rest": lengths.length_range,
    "reps": lengths.reps,
    "breaths": lengths.reps,
    "sets": lengths.count_range,
    "sides": lengths.sides,
}


def rewritten(text: str, room: int = LONGEST) -> str:
    """Return a line in its normal form; a line with placeholders is left as it is."""
    found = taken_apart(text)
    if found is None:
        return text
    line = written(found)
    return text if line is None or len(line) > max(room, len(text.strip())) else line


def taken_apart(text: str, own_dose: bool = False) -> dict[str, str] | None:
    """Return the keys of a line with their values in normal form; None where it is left alone.

    With `own_dose` the dose is a key beside the line, and a bare number belongs to the name.
    """
    if "{" in text or "}" in text:
        return None
    try:
        found = short_form.parse(Text(text, Span("", 1)))
    except MisreadError:
        return {"exercise": text} if own_dose else None
    if own_dose and found.bare_count:
        return {"exercise": text}
    return {key: normal(key, str(value)) for key, value in found.keys.items()}


def written(keys: Mapping[str, str]) -> str | None:
    """Return the line that says `keys`, which are in normal form; None where no line does."""
    if set(keys) == {"rest"}:
        line = f"rest {keys['rest']}"
    elif "exercise" not in keys or not set(keys) <= KEYS:
        return None
    else:
        dose = _dose(keys)
        if dose is None:
            return None
        line = f"{keys['exercise']} {dose}".rstrip()
        line += ", each side" if "sides" in keys else ""
        line += f" @ {keys['load']}" if "load" in keys else ""
        line += f", rest {keys['rest']}" if "rest" in keys else ""
    return line if taken_apart(line) == dict(keys) else None


def _dose(keys: Mapping[str, str]) -> str | None:
    """Return the dose; empty where there is none, None where the short form has no words for it."""
    sets, kinds = keys.get("sets"), {key for key in short_form.DOSE_KEYS if key in keys}
    times = f"{sets}x" if sets else ""
    if not kinds:
        return None if sets else ""
    if kinds == {"for"}:
        return f"{times}{keys['for']}"
    if kinds == {"hold"}:
        return f"{sets} sets of {keys['hold']} hold" if sets else f"{keys['hold']} hold"
    if kinds == {"reps"}:
        return f"{times or 'x'}{keys['reps']}"
    if kinds == {"reps", "hold"}:
        return f"{times}{keys['reps']}x{keys['hold']} hold"
    if kinds == {"reps", "for"}:
        count = keys["reps"] if sets or keys["reps"] == "max" else f"x{keys['reps']}"
        return f"{times}{count} in {keys['for']}"
    if kinds == {"breaths"} and not sets:
        return f"{keys['breaths']} breaths"
    return None


def normal(key: str, value: str) -> str:
    """Return the value of a line's key in its normal form."""
    return lengths.written(_WRITERS.get(key, str), value)
