"""Value hints: a value that is not of its kind, read as a part of a line: `reps: 3x12`.

What a line with that dose would mean is shown as the keys that say so.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.short_form import MisreadError, parse
from voicecoach.text.document import Text
from voicecoach.text.quoting import in_flow

# How a value may stand behind a name, by its key; the first one that is a line counts.
_LINES = {
    "reps": ("Plank {value}", "Plank x{value}"),
    "sets": ("Plank {value}",),
    "for": ("Plank {value}",),
    "hold": ("Plank {value} hold", "Plank {value}"),
    "breaths": ("Plank {value}", "Plank {value} breaths"),
}


def as_keys(
    key: str, value: Text, beside: Mapping[str, Any], lexicon: Lexicon, in_braces: bool
) -> str | None:
    """Return the hint that shows a value of an exercise's `key` as keys of the right kinds.

    `beside` are the keys of the exercise, which stand in braces or below one another. None where
    the value means nothing, or something that these say otherwise.
    """
    for keys in _readings(key, value, lexicon):
        told = {each: in_flow(meant) for each, meant in keys.items() if each not in beside}
        clashing = [
            each
            for each, meant in keys.items()
            if each != key and each in beside and in_flow(meant) != in_flow(beside[each])
        ]
        if key not in keys or clashing or keys[key] == value:
            continue
        if not told:
            return f"write `{in_flow(keys[key])}`"
        whole = {key: in_flow(keys[key]), **told}
        if in_braces:
            shown = ", ".join(f"{each}: {meant}" for each, meant in whole.items())
            return f"write `{shown}` in place of `{key}: {value}`"
        others = " and ".join(f"`{each}: {meant}`" for each, meant in told.items())
        return f"write `{key}: {in_flow(keys[key])}`, and {others} below"
    return None


def _readings(key: str, value: Text, lexicon: Lexicon) -> Iterator[dict[str, Any]]:
    """Yield the keys that a value stands for in a line, for each way to write one with it."""
    # A slash between numbers parts them as a hyphen does, but in `10/10`, which is each side.
    for written in dict.fromkeys((value, value.replace("/", ", "))):
        for line in _LINES.get(key, ()):
            text = Text(line.format(value=written), value.span, inline=False)
            try:
                form = parse(text, lexicon)
            except MisreadError:
                continue
            keys = {name: meant for name, meant in form.keys.items() if name != "exercise"}
            if key == "hold" and "for" in keys and "reps" not in keys:
                keys = {"hold" if name == "for" else name: keys[name] for name in keys}
            if form.kind == "exercise" and form.keys["exercise"] == "Plank":
                yield keys
