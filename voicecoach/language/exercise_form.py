"""The two forms of an exercise merged into one: the short form in its name, and its keys."""

import re
from typing import Any

from voicecoach.language import short_form
from voicecoach.language.doses import DoseFaultError
from voicecoach.language.reader import Entry
from voicecoach.language.short_form import MisreadError
from voicecoach.text.document import Text


def long_form(entry: Entry) -> dict[str, Any] | None:
    """Return the keys of an exercise, including those in its short form.

    None if problems were noted.
    """
    written = entry.data["exercise"]
    if not isinstance(written, Text):
        entry.fail("exercise", "`exercise` takes a name or a whole line", "put the text in quotes")
        return None
    own_dose = any(key in entry.data for key in short_form.DOSE_KEYS)
    try:
        form = short_form.parse(written, entry.reader.lexicon)
    except MisreadError as error:
        if own_dose and not short_form.is_rest_word(written, entry.reader.lexicon):
            return dict(entry.data)
        entry.reader.fail(error.part.span, error.message, error.hint)
        return None
    if form.kind == "rest":
        message = f"`{written}` is a rest, not an exercise"
        entry.reader.fail(written.span, message, f"write `- rest: {form.keys['rest']}`")
        return None
    if own_dose and form.bare_count:
        # "7 point plank" with `hold: 30s`: the number belongs to the name.
        return dict(entry.data)
    if short_form.is_rest_word(str(form.keys["exercise"]), entry.reader.lexicon):
        hint = "write `- rest: 30s`, or give the exercise its name"
        entry.reader.fail(written.span, f"`{written}` is a rest and no exercise", hint)
        return None
    for key, value in form.keys.items():
        if key != "exercise" and key in entry.data:
            message = f"`{key}` is written twice: here and in the name"
            entry.fail(key, message, f"keep `{value}` in the name, or the key")
            return None
    return {**entry.data, **form.keys}


def note_dose_fault(
    entry: Entry, name: Text, fault: DoseFaultError, overlay: str | None, stock: bool
) -> None:
    """Note that an exercise has no dose, or no valid one.

    `overlay` is the key (`easier` or `harder`) that the fault may come from; `stock` means that the
    name is from the catalogue, where it stands alone.
    """
    document = entry.reader.document
    if fault.key is not None:
        path = (*entry.path, overlay or "", fault.key)
        if document.has_key(path):
            entry.reader.fail(document.locate_key(path), fault.message, fault.hint)
        else:
            entry.fail(fault.key, fault.message, fault.hint)
        return
    stem, number = _split_at_number(name)
    message = f"`{name}` has no dose"
    if stock:
        hint = "say how long or how often: `for: 30s` or `reps: 10`"
    elif number.isdigit():
        message = f"`{name}` can be read two ways: {number} repetitions or {number} seconds?"
        hint = f"write `{stem} x{number}` or `{stem} {number}s`"
    else:
        hint = f"say how long or how often: `{stem} 30s` or `{stem} x10`"
    entry.reader.fail(name.span, message, hint)


def _split_at_number(name: str) -> tuple[str, str]:
    """Return a name up to the first word with a digit in it, and the rest."""
    words = name.split()
    index = next((i for i, word in enumerate(words) if re.search("[0-9]", word)), len(words))
    return (" ".join(words[:index]), " ".join(words[index:])) if index else (name, "")
