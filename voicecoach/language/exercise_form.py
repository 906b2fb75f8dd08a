"""The two forms of an exercise merged into one: the short form in its name, and its keys."""

from collections.abc import Mapping
from typing import Any

from voicecoach.language import short_form
from voicecoach.language.doses import DoseFaultError
from voicecoach.language.entry import Entry
from voicecoach.language.layers import DOSE_FIELDS, OVERLAYS
from voicecoach.language.reader import HELD, Reader
from voicecoach.language.short_form import MisreadError
from voicecoach.language.short_form.writing import written
from voicecoach.text.document import DataPath, Text


def long_form(
    entry: Entry, dose_given: bool = False, instead_of_rest: str | None = None
) -> Entry | None:
    """Return an exercise's entry with the keys of the short form in its name in their place.

    None if problems were noted. `dose_given` says that the block around it has the dose,
    `instead_of_rest` is the hint where no rest can stand.
    """
    data = entry.data
    if not entry.one_line:
        defaults = entry.around.defaults.fields_set
        dose_given = dose_given or bool(defaults & DOSE_FIELDS)
        read_out = entry.around.read_out
        merged = _with_line(entry.reader, data, entry.path, dose_given, instead_of_rest, read_out)
        if merged is None:
            return None
        data = merged
    full = with_overlay_lines(entry.reader, data, entry.path)
    return None if full is None else entry.with_data(full)


def with_overlay_lines(
    reader: Reader, data: Mapping[str, Any], path: DataPath
) -> dict[str, Any] | None:
    """Return an exercise's keys with those of the lines that `easier` and `harder` name.

    None if problems were noted.
    """
    full = dict(data)
    for overlay in OVERLAYS.values():
        inner = data.get(overlay)
        if isinstance(inner, dict) and inner.get("exercise") is not None:
            hint = "write the name of another exercise, or other keys"
            merged = _with_line(reader, inner, (*path, overlay), True, hint)
            if merged is None:
                return None
            full[overlay] = merged
    return full


def _with_line(
    reader: Reader,
    data: Mapping[str, Any],
    path: DataPath,
    dose_given: bool,
    instead_of_rest: str | None,
    read_out: bool = False,
) -> dict[str, Any] | None:
    """Return keys with those of the line in their `exercise`; None if problems were noted.

    `dose_given` says that there is a dose elsewhere, so that the line may be just a name.
    """
    line = data["exercise"]
    if not isinstance(line, Text):
        span = reader.document.locate_key((*path, "exercise"))
        reader.fail(span, "`exercise` takes a name or a whole line", "put the text in quotes")
        return None
    own_dose = any(key in data for key in short_form.DOSE_KEYS)
    if "for" in data and short_form.is_rest_word(line, reader.lexicon):
        hint = instead_of_rest or f"write `- rest: {data['for']}` in place of both"
        reader.fail(line.span, f"`{line}` is a rest, not an exercise", hint)
        return None
    try:
        form = short_form.parse(line, reader.lexicon, dose_given or own_dose, read_out)
    except MisreadError as error:
        if own_dose and not short_form.is_rest_word(line, reader.lexicon):
            return dict(data)
        reader.fail(error.part.span, error.message, error.hint)
        return None
    if form.kind == "rest":
        message = f"`{line}` is a rest, not an exercise"
        hint = instead_of_rest or f"write `- rest: {form.keys['rest']}`"
        reader.fail(line.span, message, hint)
        return None
    if own_dose and form.bare_count:
        # "7 point plank" with `hold: 30s`: the number belongs to the name.
        return dict(data)
    if short_form.is_rest_word(str(form.keys["exercise"]), reader.lexicon):
        hint = "write `- rest: 30s`, or give the exercise its name"
        reader.fail(line.span, f"`{line}` is a rest and no exercise", hint)
        return None
    for key, value in form.keys.items():
        if key != "exercise" and key in data:
            message = f"`{key}` is written twice: here and in the name"
            span = reader.document.locate_key((*path, key))
            reader.fail(span, message, f"keep `{value}` in the name, or the key")
            return None
    if form.note is not None:
        reader.note(line.span, HELD, form.note)
    return {**data, **form.keys}


def note_dose_fault(entry: Entry, name: Text, fault: DoseFaultError, stock: bool) -> None:
    """Note that an exercise has no dose, or no valid one.

    `entry` has the key that the fault is in; `stock` means that the name is from the catalogue,
    where it stands alone.
    """
    if fault.key is not None:
        entry.fail(fault.key, fault.message, fault.hint)
        return
    hint = f"say how long or how often: {_with_example_doses(entry, name)}"
    if stock:
        hint = "say how long or how often: `for: 30s` or `reps: 10`"
    entry.reader.fail(name.span, f"`{name}` has no dose", hint)


def _with_example_doses(entry: Entry, name: Text) -> str:
    """Return a line with what it says already and a time, and one with repetitions."""
    said = {key: value for key, value in entry.data.items() if key in ("sides", "load", "rest")}
    examples: tuple[dict[str, Any], ...] = ({"for": "30s"}, {"reps": "10"})
    lines = [written({"exercise": name, **said, **dose}, entry.reader.lexicon) for dose in examples]
    if None in lines:
        lines = [f"{name} 30s", f"{name} x10"]
    return " or ".join(f"`{line}`" for line in lines)
