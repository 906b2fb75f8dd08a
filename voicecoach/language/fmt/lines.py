"""Lines: an exercise or a rest in the short form, always written the same way.

`NAME DOSE, each side @ LOAD, rest 30s`. A line is only what it is said to be after it has been
taken apart again: whatever the short form would read otherwise is left as it is.
"""

from collections.abc import Mapping

from voicecoach.language import short_form
from voicecoach.language.fields import by_key, kind_of
from voicecoach.language.keys.exercise import PlainExerciseKeys
from voicecoach.language.lexicon import Lexicon
from voicecoach.language.misread import MisreadError
from voicecoach.problems import Span
from voicecoach.text.document import Text

LONGEST = 80
KEYS = {"exercise", *short_form.DOSE_KEYS, "sets", "sides", "load", "rest"}

_FIELDS = by_key(PlainExerciseKeys)


def rewritten(text: str, lexicon: Lexicon, room: int = LONGEST) -> str:
    """Return a line in its normal form; a line with placeholders is left as it is."""
    found = taken_apart(text, lexicon)
    if found is None:
        return text
    line = written(found, lexicon)
    return text if line is None or len(line) > max(room, len(text.strip())) else line


def taken_apart(text: str, lexicon: Lexicon, own_dose: bool = False) -> dict[str, str] | None:
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
    return {key: normal(key, value, lexicon) for key, value in found.keys.items()}


def written(keys: Mapping[str, str], lexicon: Lexicon) -> str | None:
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
    return line if taken_apart(line, lexicon) == dict(keys) else None


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


def normal(key: str, value: str, lexicon: Lexicon) -> str:
    """Return the value of a line's key in its normal form."""
    kind = kind_of(_FIELDS[key]) if key in _FIELDS else None
    return value if kind is None else kind.normal(Text(value, Span("", 1)), lexicon)
