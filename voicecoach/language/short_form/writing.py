"""Writing: the one line that says some keys, as `fmt` and hints write it."""

from collections.abc import Callable, Mapping, Sequence

from voicecoach.language.fields import by_key, kind_of
from voicecoach.language.grammar.durations import find_durations
from voicecoach.language.grammar.lexicon import Lexicon
from voicecoach.language.grammar.tokens import tokens_of
from voicecoach.language.keys.exercise import PlainExerciseKeys
from voicecoach.language.short_form.holds import LONGEST_REPEATED_HOLD_MS
from voicecoach.language.short_form.parts import Value
from voicecoach.problems import Span
from voicecoach.text.document import Text

_DOSES = ("reps", "for", "hold", "breaths", "distance", "pace")
_FIELDS = by_key(PlainExerciseKeys)


# Keys that stand below a line.
APART = ("tempo", "breath", "tips")


def normal(key: str, value: str | Sequence[str], lexicon: Lexicon) -> str | list[str]:
    """Return the value of a line's key in its one form; what is no such value stays as it is."""
    kind = kind_of(_FIELDS[key]) if key in _FIELDS else None
    if kind is None:
        return _plain(value)
    if isinstance(value, str):
        return kind.normal(Text(value, Span("", 1), inline=False), lexicon)
    item_kind = kind.inner or kind
    texts = (Text(item, Span("", 1), inline=False) for item in value)
    return [item_kind.normal(text, lexicon) for text in texts]


def written(keys: Mapping[str, str | Sequence[str]], lexicon: Lexicon) -> str | None:
    """Return the line that says some keys; None where the short form has no words for them."""
    texts = {key: _plain(value) for key, value in keys.items()}
    if set(texts) == {"rest"}:
        return f"{lexicon.usual['rest']} {texts['rest']}"
    if set(texts) == {"rest", "say"}:
        return f"{texts['say']} {texts['rest']}"
    if "exercise" not in texts or set(texts) - {
        "exercise",
        "sides",
        "load",
        "sets",
        "rest",
        *_DOSES,
    }:
        return None
    dose = _dose(texts, _hold_ms(keys, lexicon), lexicon)
    sides = _sides(texts.get("sides"), lexicon)
    if dose is None or sides is None or isinstance(texts.get("rest"), list):
        return None
    line = f"{texts['exercise']} {dose}".rstrip() + sides
    line += f" @ {texts['load']}" if "load" in texts else ""
    return line + (f", {lexicon.usual['rest']} {texts['rest']}" if "rest" in texts else "")


def _plain(value: str | Sequence[str]) -> str | list[str]:
    return (
        [str(item).strip() for item in value]
        if isinstance(value, str) is False
        else str(value).strip()
    )


def _sides(sides: str | list[str] | None, lexicon: Lexicon) -> str | None:
    if sides is None:
        return ""
    if isinstance(sides, str):
        return f", {sides if _names_left_first(sides, lexicon) else lexicon.usual['each_side']}"
    if isinstance(sides, list) and len(sides) == 1 and sides[0] in ("left", "right"):
        return f", {lexicon.usual[sides[0]]}"
    return None


def _names_left_first(sides: str, lexicon: Lexicon) -> bool:
    """Return whether words such as `left and right` say the order of the sides."""
    line = tokens_of(Text(sides, Span("", 1), inline=False))
    first = lexicon.meaning(("left", "right"), line, 0)
    return first == "left" and len(line) > 1


def _hold_ms(keys: Mapping[str, str | Sequence[str]], lexicon: Lexicon) -> int:
    hold = keys.get("hold", "")
    if not isinstance(hold, str):
        return 0
    line = tokens_of(Text(hold, Span("", 1), inline=False))
    return max((found.high_ms for found in find_durations(line, 0, lexicon)), default=0)


def _dose(texts: Mapping[str, str | list[str]], hold_ms: int, lexicon: Lexicon) -> str | None:
    """Return the dose; empty where there is none, None where the short form cannot say it."""
    kinds = {key for key in _DOSES if key in texts}
    sets = texts.get("sets")
    times = f"{sets}x" if sets else ""
    word = lexicon.usual
    if not kinds:
        return None if sets else ""
    if any(isinstance(texts[key], list) for key in kinds):
        return None if sets else _list_dose(texts, kinds, lexicon)
    if kinds == {"for"}:
        return f"{times}{texts['for']}"
    if kinds == {"hold"}:
        held = f"{texts['hold']} {word['hold']}"
        return f"{sets} {word['set']} {word['of']} {held}" if sets else held
    if kinds == {"reps"}:
        return f"{times or 'x'}{texts['reps']}"
    if kinds == {"reps", "hold"}:
        held = f"{texts['hold']} {word['hold']}"
        if sets or (hold_ms <= LONGEST_REPEATED_HOLD_MS and "rest" not in texts):
            return f"{times}{texts['reps']}x{held}"
        return f"{texts['reps']} {word['rep']} {word['of']} {held}"
    if kinds == {"reps", "for"}:
        many = (
            f"{times} max".lstrip() if texts["reps"] == "max" else f"{times or 'x'}{texts['reps']}"
        )
        return f"{many} {word['in']} {texts['for']}"
    if kinds == {"breaths"}:
        return f"{times}{texts['breaths']} {word['breath']}"
    if kinds == {"distance", "for"}:
        return f"{times}{texts['distance']} {word['in']} {texts['for']}"
    if kinds == {"distance", "pace"}:
        return f"{times}{texts['distance']} @ {texts['pace']}"
    return None


def _list_dose(
    texts: Mapping[str, str | list[str]], kinds: set[str], lexicon: Lexicon
) -> str | None:
    """Return `10, 8, 6`, `20s, 30s, 40s hold` or `8-6-4 x 10s hold`."""
    listed = [texts[key] for key in kinds if isinstance(texts[key], list)]
    if len(listed) != 1 or not isinstance(listed[0], list) or len(listed[0]) < 3:
        return None
    values = ", ".join(listed[0])
    if kinds == {"reps"} or kinds == {"for"}:
        return values
    if kinds == {"hold"}:
        return f"{values} {lexicon.usual['hold']}"
    if kinds == {"reps", "hold"} and isinstance(texts["reps"], list):
        return f"{values} x {texts['hold']} {lexicon.usual['hold']}"
    return None


def in_words(keys: Mapping[str, Value], lexicon: Lexicon, reads_back: Callable[[str], bool]) -> str:
    """Return how to write some keys: a line that `reads_back`, or the keys of an exercise."""
    apart = {key: keys[key] for key in APART if key in keys}
    line = written({key: value for key, value in keys.items() if key not in apart}, lexicon)
    if line is None or not reads_back(line):
        line = str(keys.get("exercise", ""))
        apart = {key: value for key, value in keys.items() if key != "exercise"}
    if not apart:
        return f"`{line}`"
    below = ", ".join(f"`{key}: {_flow(_plain(keys[key]))}`" for key in apart)
    return f"`exercise: {line}` with {below} below it"


def _flow(value: str | list[str]) -> str:
    return f"[{', '.join(value)}]" if isinstance(value, list) else value
