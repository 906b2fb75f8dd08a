"""Whatever a routine looks like, its normal form sounds the same and is its own normal form."""

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, get_args

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from helpers.routines import rule_of_thumb
from voicecoach.files import shipped
from voicecoach.language import load
from voicecoach.language.fmt import formatted, normal_form
from voicecoach.language.values import Level
from voicecoach.problems import RoutineError
from voicecoach.timeline import Timeline, plan

PATH = Path("routine.yaml")
ROUTINES = [*shipped.routines().values(), shipped.STARTER]


def plans(path: Path) -> list[tuple[Timeline, list[str]] | None]:
    """Return timelines and warnings at all levels, without lines and columns."""
    return [_plan(path, level) for level in get_args(Level)]


def _plan(path: Path, level: Level) -> tuple[Timeline, list[str]] | None:
    try:
        found = plan(load(path, level), rule_of_thumb)
    except RoutineError:
        return None
    # Where two warnings meet at one place, their order is that of the lines.
    warnings = sorted(problem.message for problem in found.warnings)
    plain = replace(
        found,
        phases=tuple(replace(phase, line=0, file="") for phase in found.phases),
        events=tuple(replace(event, line=0) for event in found.events),
        warnings=(),
        notes=(),
    )
    return plain, warnings


@pytest.mark.parametrize("path", ROUTINES, ids=lambda path: path.stem)
def test_a_shipped_routine_sounds_the_same_in_its_normal_form(path: Path, tmp_path: Path) -> None:
    for beside in path.parent.glob("**/*.yaml"):
        # One routine may include another.
        copy = tmp_path / beside.relative_to(path.parent)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(beside.read_bytes())
    other = tmp_path / path.name
    other.write_text(formatted(path).after, encoding="utf-8")
    assert plans(other) == plans(path)
    assert not formatted(other).changed


seconds = st.integers(1, 200)


@st.composite
def durations(draw: st.DrawFn) -> str:
    length = draw(seconds)
    minutes, rest = divmod(length, 60)
    return draw(
        st.sampled_from(
            [
                f"{length}s",
                f"{length} sec",
                f"{length}  seconds",
                f"{minutes}:{rest:02}",
                f"{minutes} min {rest} s",
                f"0:{minutes:02}:{rest:02}",
                f"{length}.5s",
                f"{length}-{length + 7}s",
                f"{length}s to {length + 70}s",
                f"{minutes}:{rest:02}-{minutes + 1}:{rest:02}",
                f"{minutes + 1}-{minutes + 2} min",
            ]
        )
    )


def lengths() -> st.SearchStrategy[str]:
    """Durations without a range."""
    return durations().filter(lambda text: "-" not in text and " to " not in text)


counts = st.sampled_from(["1", "2", "3", "5-8", "5 to 8", "8–12"])
names = st.sampled_from(
    ["Plank", "plank", "7 point plank", "Cat cow", "Side-lying leg raise", "Push-ups", "90-90",
     "Plank: left", "Squat (deep)", "Rest pose", "It's #1", "No", "1:30 walk", "X - Y", "Ünder"]
)  # fmt: skip
sides = st.sampled_from(["each side", "per leg", "e/s", "on both sides"])
loads = st.sampled_from(["20 kg", "RPE 8", "a bottle", "@ 8", "red band, folded", "with care"])
texts = st.one_of(
    st.sampled_from(
        ["Breathe.", "Now: go", "Hold it, 'long'", 'He said "go"', "- up", "#1", "We are #1",
         "a # b", "{{braces}}", "no", "1:30", "007", "*star", "@home", "%", "back\\slash",
         "two  spaces", "Ende gut — alles gut", "{time} more", "[x]", "? no", "!go", "|", ">",
         "\u2028", " ".join(["breathe in and out"] * 9), "One.\nTwo.", "tab\there", "~",
         "null", "<<", "="]
    ),
    st.text("ab :#-[]'\"\\|>&*!%@,?\t\n·é😀", min_size=1, max_size=40),
).filter(lambda text: bool(text.strip()))  # fmt: skip


@st.composite
def short_lines(draw: st.DrawFn) -> str:
    dose = draw(
        st.one_of(
            durations(),
            st.builds("{}x{}".format, counts, counts),
            st.builds("x{}".format, counts),
            st.builds("{} x {}".format, counts, durations()),
            st.builds("{}x{} hold".format, counts, durations()),
            st.builds("{}x{}x{} hold".format, counts, counts, durations()),
            st.builds("{} sets of {} hold".format, counts, durations()),
            st.builds("{} in {}".format, st.sampled_from(["max", "x20", "2x20"]), durations()),
            st.builds("{} slow breaths".format, counts),
        )
    )
    parts = [draw(names), dose]
    if draw(st.booleans()):
        parts.reverse()
    line = " ".join(parts)
    for part in (
        draw(st.none() | sides.map(", {}".format)),
        draw(st.none() | loads.map(" @ {}".format)),
        draw(st.none() | durations().map(", break {}".format)),
    ):
        line += part or ""
    return line


@st.composite
def exercises(draw: st.DrawFn) -> dict[str, Any]:
    optional = {
        "sets": counts,
        "rest": st.one_of(durations(), seconds.map(str)),
        "sides": st.one_of(sides, st.just("each"), st.just(["right", "left"]), st.just(["left"])),
        "switch": lengths(),
        "load": loads,
        "ready": lengths(),
        "setup": texts,
        "tips": st.lists(texts, min_size=1, max_size=2),
        "on_set": texts,
        "note": texts,
        "cues": st.fixed_dictionaries({}, optional={"clock": lengths(), "time_left": lengths()}),
        "harder": st.fixed_dictionaries({"rest": durations()}),
    }
    dose = draw(
        st.one_of(
            st.fixed_dictionaries({"for": durations()}),
            st.fixed_dictionaries({"hold": durations()}),
            st.fixed_dictionaries({"reps": counts}),
            st.fixed_dictionaries({"reps": counts, "rep": lengths()}),
            st.fixed_dictionaries({"reps": counts, "tempo": st.sampled_from(["3 - 1 - 2", "2-2"])}),
            st.fixed_dictionaries({"reps": counts, "hold": durations(), "release": lengths()}),
            st.fixed_dictionaries({"reps": counts | st.just("max"), "for": durations()}),
            st.fixed_dictionaries({"breaths": counts, "breath": st.just("4 sec in, 0:06 out")}),
            st.fixed_dictionaries(
                {"distance": st.sampled_from(["50m", "1 mi"]), "for": durations()}
            ),
            st.fixed_dictionaries(
                {"distance": st.just("1.50 KM"), "pace": st.just("2 min/ 500 m")}
            ),
            st.fixed_dictionaries({"reps": st.lists(counts, min_size=2, max_size=3)}),
        )
    )
    chosen = draw(st.lists(st.sampled_from(sorted(optional)), max_size=4, unique=True))
    block = {"exercise": draw(names), **dose, **{key: draw(optional[key]) for key in chosen}}
    return {key: block[key] for key in draw(st.permutations(sorted(block)))}


simple = st.one_of(
    short_lines(),
    exercises(),
    st.builds("{} {}".format, st.sampled_from(["Rest", "pause", "break"]), durations()),
    st.fixed_dictionaries({"rest": durations()}, optional={"say": texts}),
    st.fixed_dictionaries({"pause": lengths()}),
    st.fixed_dictionaries({"say": texts}, optional={"for": lengths()}),
    st.fixed_dictionaries(
        {"tabata": names | st.lists(names, min_size=1, max_size=3)},
        optional={"rest": durations(), "work": durations(), "rounds": counts},
    ),
)
nested = st.recursive(
    simple,
    lambda inner: st.one_of(
        st.fixed_dictionaries(
            {"do": st.lists(inner, min_size=1, max_size=3), "circuit": names},
            optional={"rounds": counts, "round_rest": durations(), "exercise_rest": durations()},
        ),
        st.fixed_dictionaries(
            {"do": st.lists(inner, min_size=1, max_size=3), "repeat": st.sampled_from(["1", "2"])},
            optional={
                "between": durations(),
                "defaults": st.fixed_dictionaries({"ready": lengths()}),
            },
        ),
        st.fixed_dictionaries(
            {"do": st.lists(inner, min_size=1, max_size=3), "section": names},
            optional={"between": durations()},
        ),
    ),
    max_leaves=4,
)


class _Writer:
    """Writes data as YAML in ways that people do, with comments and blank lines anywhere."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw
        self.comments: list[str] = []

    def mapping(self, data: dict[str, Any], indent: int) -> list[str]:
        lines = []
        for key, value in data.items():
            lines += self._above(indent)
            lines += self._value(f"{' ' * indent}{key}:", value, indent)
        return lines

    def _value(self, start: str, value: Any, indent: int) -> list[str]:
        if isinstance(value, str):
            return [f"{start} {self._text(value)}{self._beside()}"]
        if self._maybe(3):
            return [f"{start} {json.dumps(value)}{self._beside()}"]
        deeper = indent + self._draw(st.sampled_from([2, 3, 4]))
        if isinstance(value, dict):
            if not value:
                return [f"{start} {{}}"]
            return [start + self._beside(), *self.mapping(value, deeper)]
        at = self._draw(st.sampled_from([indent, deeper]))
        return [start + self._beside(), *self._list(value, at)]

    def _list(self, items: list[Any], indent: int) -> list[str]:
        lines = []
        for item in items:
            lines += self._above(indent)
            if isinstance(item, dict) and not self._maybe(3):
                gap = self._draw(st.sampled_from([2, 4]))
                if self._maybe(4):
                    lines += [f"{' ' * indent}-{self._beside()}", *self.mapping(item, indent + gap)]
                    continue
                inner = self.mapping(item, indent + gap)
                while not inner[0].strip() or inner[0].strip().startswith("#"):
                    lines.append(inner.pop(0))
                lines.append(f"{' ' * indent}-{' ' * (gap - 1)}{inner[0].strip()}")
                lines += inner[1:]
            else:
                lines += self._value(f"{' ' * indent}-", item, indent)
        return lines

    def _text(self, value: str) -> str:
        plain = value.strip() and value.replace(" ", "").isalnum() and value.strip() == value
        return value if plain and value.isascii() and self._maybe(2) else json.dumps(value)

    def _above(self, indent: int) -> list[str]:
        if not self._maybe(8):
            return []
        comment = self._comment()
        column = self._draw(st.sampled_from([0, indent, indent, indent + 3]))
        return self._draw(
            st.sampled_from(
                [[""], ["", ""], [" " * column + comment], ["", " " * column + comment]]
            )
        )

    def _beside(self) -> str:
        return f"  {self._comment()}" if self._maybe(8) else ""

    def _comment(self) -> str:
        self.comments.append(f"# comment {len(self.comments)}.")
        return self.comments[-1]

    def _maybe(self, one_in: int) -> bool:
        return self._draw(st.integers(1, one_in)) == 1


@st.composite
def routines(draw: st.DrawFn) -> str:
    header = draw(
        st.fixed_dictionaries(
            {
                "title": st.just("T"),
                "vars": st.fixed_dictionaries({"time": durations()}),
                "workout": st.lists(nested, min_size=1, max_size=3),
            },
            optional={
                "between": durations(),
                "caution": texts,
                "intro": texts,
                "defaults": st.fixed_dictionaries({"switch": lengths(), "rest": durations()}),
                "cues": st.fixed_dictionaries({"clock": lengths()}),
            },
        )
    )
    order = draw(st.permutations(sorted(header)))
    writer = _Writer(draw)
    return "\n".join(writer.mapping({key: header[key] for key in order}, 0)) + "\n"


def _written(directory: str, text: str) -> Path:
    path = Path(directory) / PATH
    path.write_bytes(text.encode())
    return path


@settings(max_examples=12)
@given(routines())
def test_a_routine_sounds_the_same_in_its_normal_form(text: str) -> None:
    with TemporaryDirectory() as directory:
        path = _written(directory, text)
        before = plans(path)
        assume(before[1] is not None)
        after = normal_form(text, path)
        assert plans(_written(directory, after)) == before
        assert normal_form(after, path) == after
        for comment in (word for word in text.split("\n") if "# comment " in word):
            assert comment[comment.index("# comment ") :] in after


@settings(max_examples=12)
@given(short_lines())
def test_a_line_sounds_the_same_in_its_normal_form(line: str) -> None:
    text = f"title: T\nworkout:\n  - {json.dumps(line)}\n"
    with TemporaryDirectory() as directory:
        before = plans(_written(directory, text))
        assume(before[1] is not None)
        after = normal_form(text, PATH)
        assert plans(_written(directory, after)) == before
        assert normal_form(after, PATH) == after


@settings(max_examples=12)
@given(exercises(), st.booleans())
def test_an_exercise_sounds_the_same_in_its_normal_form(block: dict[str, Any], flow: bool) -> None:
    rows = [f"{key}: {json.dumps(value)}" for key, value in block.items()]
    item = json.dumps(block) if flow else "\n    ".join(rows)
    text = f"title: T\nworkout:\n  - {item}\n"
    with TemporaryDirectory() as directory:
        before = plans(_written(directory, text))
        assume(before[1] is not None)
        after = normal_form(text, PATH)
        assert plans(_written(directory, after)) == before
        assert normal_form(after, PATH) == after
