"""Completing: what a reading lacks, with an example in its place for the hint."""

from collections.abc import Mapping

from msgspec.structs import replace

from voicecoach.language.grammar.distances import find_distances
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.paces import usual_pace, usual_time
from voicecoach.language.grammar.tokens import TokenLine, tokens_of
from voicecoach.language.short_form.parts import Objection, Value
from voicecoach.language.short_form.reading import Reading
from voicecoach.routine.distance import KILOMETRE, MILE
from voicecoach.text.document import Text


def completed(reading: Reading, line: TokenLine, lexicon: Lexicon, read_out: bool) -> Reading:
    """Return a reading with what it lacks filled in, and an objection for that.

    What is only `read_out` needs no time for a distance.
    """
    keys = reading.keys
    span = line.text.span
    amount = next((keys[key] for key in ("distance", "reps", "sets") if key in keys), line.text)
    written = amount if isinstance(amount, Text) else line.text
    if "distance" in keys and not (read_out or "for" in keys or "pace" in keys):
        message = f"`{written}`: a distance is not measured, it needs the time that it takes"
        key, example = _time_for(keys["distance"], lexicon)
        return _filled(reading, key, Text(example, span, inline=False), Objection(written, message))
    if keys.get("reps") == "max" and "for" not in keys and "hold" not in keys:
        message = f"`{written}` needs a time"
        return _filled(reading, "for", Text("60s", span, inline=False), Objection(written, message))
    doseless = not reading.has_dose
    if doseless and "sets" in keys:
        message = f"`{keys['sets']}` sets do not say what is done in each"
        return _filled(reading, "reps", Text("10", span, inline=False), Objection(written, message))
    is_meant = all(each.certain for each in reading.objections)
    if doseless and is_meant and reading.objections and {"load", "tempo", "breath"} & keys.keys():
        ten = Text("10", span, inline=False)
        key = "breaths" if "breath" in keys else "reps"
        return replace(reading, keys={**keys, key: ten}, filled=True)
    return reading


def _filled(reading: Reading, key: str, value: Text, objection: Objection) -> Reading:
    filled: Mapping[str, Value] = {**reading.keys, key: value}
    return replace(
        reading, keys=filled, objections=(*reading.objections, objection), filled=key == "reps"
    )


def _time_for(distance: Value, lexicon: Lexicon) -> tuple[str, str]:
    """Return a usual pace for what is far, the time that one gives for all else."""
    line = tokens_of(distance if isinstance(distance, Text) else distance[0])
    far = next((found.distance for found in find_distances(line, 0, lexicon)), None)
    if far is None:
        return "for", "2 min"
    if far.unit in (KILOMETRE, MILE):
        return "pace", str(usual_pace(far.unit))
    return "for", usual_time(far)
