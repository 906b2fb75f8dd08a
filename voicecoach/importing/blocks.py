"""Blocks: the parts of a plan as the data of a routine's blocks."""

from collections.abc import Sequence

from voicecoach.importing.naming import Naming
from voicecoach.importing.steps import (
    Distance,
    Dose,
    Part,
    Remark,
    Repeat,
    Reps,
    Rest,
    Say,
    Section,
    Step,
    Time,
)
from voicecoach.language.fmt.data import Commented, Data
from voicecoach.language.grammar.durations import written, written_range

_DOUBT = "? "


def blocks_of(parts: Sequence[Part], naming: Naming) -> list[Data]:
    """Return the blocks of parts that all last."""
    return [_block(part, naming) for part in parts]


def _block(part: Part, naming: Naming) -> Data:
    if isinstance(part, Remark):
        return Commented(None, (_DOUBT * part.doubt + part.text,))
    if isinstance(part, Section):
        title = naming.title(part.title)
        return Commented({"section": title}, () if title == part.title else (part.title,))
    if isinstance(part, Say):
        return {"say": part.text}
    if isinstance(part, Repeat):
        return {"repeat": str(part.count), "do": blocks_of(part.parts, naming)}
    data = _rest(part) if isinstance(part, Rest) else _exercise(part, naming)
    return Commented(data, tuple(_DOUBT + doubt for doubt in part.doubts))


def _rest(rest: Rest) -> dict[str, Data]:
    assert isinstance(rest.dose, Time)
    data: dict[str, Data] = {"rest": written(rest.dose.length_ms)}
    return data if rest.text is None else {**data, "say": rest.text}


def _exercise(step: Step, naming: Naming) -> dict[str, Data]:
    data: dict[str, Data] = {"exercise": naming.key(step.name), **_dose(step.dose)}
    if step.tempo is not None:
        data.pop("rep", None)
    if step.sets > 1:
        data["sets"] = str(step.sets)
        if step.set_rest_ms:
            data["rest"] = written(step.set_rest_ms)
    if step.side is not None:
        data["sides"] = [step.side]
    if step.each_side:
        data["sides"] = "each"
        if step.switch_ms is not None:
            data["switch"] = written(step.switch_ms)
    texts = {"tempo": step.tempo, "load": step.load, "effort": step.effort, "setup": step.setup}
    data |= {key: text for key, text in texts.items() if text is not None}
    tips: list[Data] = [*step.tips, *({"at": written(c.at_ms), "say": c.text} for c in step.cues)]
    return {**data, "tips": tips} if tips else data


def _dose(dose: Dose) -> dict[str, Data]:
    if isinstance(dose, Reps):
        many = f"{dose.count}" if dose.most is None else f"{dose.count}-{dose.most}"
        if dose.within_ms is not None:
            return {"reps": many, "for": written(dose.within_ms)}
        lengths_ms = {"hold": dose.hold_ms, "rep": dose.rep_ms, "release": dose.release_ms}
        lengths = {key: written(ms) for key, ms in lengths_ms.items() if ms is not None}
        return {"reps": many, **lengths}
    assert isinstance(dose, Time | Distance)
    assert dose.length_ms is not None
    if isinstance(dose, Distance):
        return {"distance": f"{dose.metres} m", "for": written(dose.length_ms)}
    longest_ms = dose.length_ms if dose.most_ms is None else dose.most_ms
    as_many: dict[str, Data] = {"reps": "max"} if dose.as_many else {}
    return {**as_many, "hold" if dose.hold else "for": written_range(dose.length_ms, longest_ms)}
