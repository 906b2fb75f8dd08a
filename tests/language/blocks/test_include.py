"""Include: another file's workout in this block's place."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.routine_files import Placed, errors_of_files, load_files, shape_of_files
from helpers.routines import rule_of_thumb
from voicecoach.routine.phase import Work
from voicecoach.timeline import plan

TWO = "title: A\nworkout:\n  - Run 10s\n  - Walk 10s\n"
MADE_FOR = "vars: {len: 10s}\nworkout:\n  - Run {len}\n"


NO_VALUE = "delete the line, or write a value behind the colon"
DELETE = "delete the line, with all that is indented below it"
EMPTY = "write `workout: [Plank 30s]`, with your own lines"
NEEDED = "write `workout: [Plank 30s]` below, with your own lines"


def _main(block: str, header: str = "") -> str:
    return f"title: T\n{header}workout:\n  - {block}\n  - Hop 5s\n"


SHAPES = [
    ("its workout stands in its place", _main("include: a.yaml"), TWO,
     "Run 10s, Walk 10s, Hop 5s"),
    ("its own vars", _main("include: a.yaml"), MADE_FOR, "Run 10s, Hop 5s"),
    ("vars given to it win", _main("include: a.yaml\n    vars: {len: 15s}"), MADE_FOR,
     "Run 15s, Hop 5s"),
    ("vars passed on",
     _main("include: a.yaml\n    vars: {len: '{mine}'}", "vars: {mine: 7s}\n"), MADE_FOR,
     "Run 7s, Hop 5s"),
    ("vars of the outer file are not its own", _main("include: a.yaml", "vars: {len: 7s}\n"),
     MADE_FOR, "Run 10s, Hop 5s"),
    ("a list given to it", _main("include: a.yaml\n    vars: {len: [3s, 4s]}"),
     "vars: {len: 10s}\nworkout: [{exercise: Run, for: '{len}'}]", "Run 3s, Run 4s, Hop 5s"),
    ("an outer between holds in it", _main("include: a.yaml", "between: 2s\n"), TWO,
     "Run 10s, rest 2s, Walk 10s, rest 2s, Hop 5s"),
    ("its own between holds in it alone", _main("include: a.yaml", "between: 2s\n"),
     f"between: 9s\n{TWO}", "Run 10s, rest 9s, Walk 10s, rest 2s, Hop 5s"),
    ("outer defaults hold in it", _main("include: a.yaml", "defaults: {sets: 2}\n"), TWO,
     "Run 10s, Run 10s, Walk 10s, Walk 10s, Hop 5s, Hop 5s"),
    ("its own defaults hold in it alone", _main("include: a.yaml"), f"defaults: {{sets: 2}}\n{TWO}",
     "Run 10s, Run 10s, Walk 10s, Walk 10s, Hop 5s"),
    ("outer definitions hold in it",
     _main("include: a.yaml", "exercises: {p: {name: Push, for: 8s}}\n"),
     "workout: [exercise: p]", "Push 8s, Hop 5s"),
    ("its own definitions win", _main("include: a.yaml", "exercises: {p: {name: Push, for: 8s}}\n"),
     "exercises: {p: {name: Pull, for: 9s}}\nworkout: [exercise: p]", "Pull 9s, Hop 5s"),
    ("its level, language and intro are not asked", _main("include: a.yaml"),
     "level: hard\nlanguage: de\nintro: Hallo.\ncaution: Ouch.\nworkout: [Run 10-20s]",
     "Run 15s, Hop 5s"),
    ("the language around it holds in it", _main("include: a.yaml", "language: de\n"),
     "workout: [{exercise: Run, for: '1,5 min'}]", "Run 90s, Hop 5s"),
    ("its own language is that of its values", _main("include: a.yaml"),
     "language: de\nworkout: [{exercise: Run, for: '1,5 min'}]", "Run 90s, Hop 5s"),
    ("in a circuit", _main("circuit: C\n    rounds: 2\n    do: [include: a.yaml]"), TWO,
     "Run 10s, Walk 10s, Run 10s, Walk 10s, Hop 5s"),
    ("by round, for each side",
     _main("circuit: C\n    rounds: 2\n    by_round: true\n    sides: each\n"
           "    do: [include: a.yaml]"),
     "workout: [{exercise: Run, for: [9s, 6s]}]",
     "Run right 9s, Run right 6s, switch 5s, Run left 9s, Run left 6s, Hop 5s"),
    ("in an emom", _main("emom: 1\n    do: [include: a.yaml]"), TWO,
     "Run 10s, Walk 10s, rest 40s, Hop 5s"),
    ("its name from a variable", _main("include: '{f}'", "vars: {f: a.yaml}\n"), TWO,
     "Run 10s, Walk 10s, Hop 5s"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("main", "included", "shape"), [pytest.param(*row[1:], id=row[0]) for row in SHAPES]
)
def test_what_is_included(tmp_path: Path, main: str, included: str, shape: str) -> None:
    files = {"main.yaml": main, "a.yaml": included}
    assert shape_of_files(tmp_path, files) == f"prepare, {shape}"


def test_paths_count_from_the_file_that_names_them(tmp_path: Path) -> None:
    files = {
        "main.yaml": _main("include: sub/a.yaml"),
        "sub/a.yaml": "workout: [include: b.yaml]",
        "sub/b.yaml": "workout: [Run 1s, include: ../c.yaml]",
        "c.yaml": "workout: [Walk 1s]",
    }
    assert shape_of_files(tmp_path, files) == "prepare, Run 1s, Walk 1s, Hop 5s"


def test_phases_and_warnings_bear_the_file_that_they_come_from(tmp_path: Path) -> None:
    files = {
        "main.yaml": _main("include: a.yaml"),
        "a.yaml": "workout:\n  - Plank 10s hold\n  - Walk 10s\n",
    }
    timeline = plan(load_files(tmp_path, files), rule_of_thumb)
    (warning,) = timeline.warnings
    assert (Path(warning.span.file).name, warning.span.line) == ("a.yaml", 3)
    assert warning.source_line == "  - Walk 10s"
    names = [Path(p.file).name for p in timeline.phases if p.kind == "work"]
    assert names == ["a.yaml", "a.yaml", "main.yaml"]


@cases(
    ("language", "included", "told"),
    {
        "another language": (
            "de",
            "language: fr\n",
            ["`a.yaml` is in `fr`, and the voice speaks `de`"],
        ),
        "another country": ("de-AT", "language: de\n", []),
        "none of its own": ("de", "", []),
        "English in a German routine": (
            "de",
            "language: en\n",
            ["`a.yaml` is in `en`, and the voice speaks `de`"],
        ),
    },
)
def test_a_file_in_a_language_that_the_voice_does_not_speak_is_warned_of(
    tmp_path: Path, language: str, included: str, told: list[str]
) -> None:
    files = {
        "main.yaml": f"title: T\nlanguage: {language}\nworkout:\n  - include: a.yaml\n",
        "a.yaml": f"title: A\n{included}workout:\n  - Plank 30s\n",
    }
    warnings = load_files(tmp_path, files).warnings
    assert [warning.message for warning in warnings] == told
    assert [(warning.code, warning.span.line) for warning in warnings] == [
        ("included-language", 4) for _ in told
    ]


def test_its_own_cues_hold_in_it_alone(tmp_path: Path) -> None:
    files = {
        "main.yaml": _main("include: a.yaml", "cues: {countdown: 5}\n"),
        "a.yaml": f"cues: {{progress: off}}\n{TWO}",
    }
    works = [phase for phase in load_files(tmp_path, files).phases if isinstance(phase, Work)]
    found = [(work.exercise.cues.countdown, work.exercise.cues.progress) for work in works]
    assert found == [(5, False), (5, False), (5, True)]


def _chain(length: int) -> dict[str, str]:
    files = {f"f{n}.yaml": f"workout: [include: f{n + 1}.yaml]" for n in range(1, length)}
    return {"main.yaml": _main("include: f1.yaml"), **files, f"f{length}.yaml": TWO}


def test_sixteen_files_may_include_one_another(tmp_path: Path) -> None:
    assert shape_of_files(tmp_path, _chain(16)).startswith("prepare, Run 10s")
    deeper = errors_of_files(tmp_path, _chain(17))
    assert deeper == [Placed("f16.yaml", 1, 20, "includes nest at most 16 deep", None)]


OUTSIDE = "put it beside the routine, or below it"
ERRORS = {
    "a file that is not there": (
        "include: nix.yaml",
        TWO,
        Placed("main.yaml", 3, 14, "nix.yaml does not exist", "check the path of the routine"),
    ),
    "a file above the folder": (
        "include: ../nix.yaml",
        TWO,
        Placed("main.yaml", 3, 14, "`../nix.yaml` lies outside the routine's folder", OUTSIDE),
    ),
    "a file of the system": (
        "include: /etc/passwd",
        TWO,
        Placed("main.yaml", 3, 14, "`/etc/passwd` lies outside the routine's folder", OUTSIDE),
    ),
    "the file itself": (
        "include: main.yaml",
        TWO,
        Placed(
            "main.yaml",
            3,
            14,
            "an include leads back to itself: `main.yaml` includes `main.yaml`",
            None,
        ),
    ),
    "a list": (
        "include: [a]",
        TWO,
        Placed("main.yaml", 3, 14, "expected a text, not a list", "put the text in quotes"),
    ),
    "no file": ("include:", TWO, Placed("main.yaml", 3, 5, "`include` has no value", NO_VALUE)),
    "a `do`": (
        "include: a.yaml\n    do: [Run 1s]",
        TWO,
        Placed("main.yaml", 4, 5, "unknown key `do` in an include", DELETE),
    ),
    "`vars` that are a list": (
        "include: a.yaml\n    vars: [a]",
        TWO,
        Placed("main.yaml", 4, 5, "`vars` takes names and values", "write `vars: {run: 60s}`"),
    ),
    "`vars` that the file does not have": (
        "include: a.yaml\n    vars: {lne: 15s}",
        MADE_FOR,
        Placed("main.yaml", 4, 12, "`lne` is none of the `vars` of a.yaml", "did you mean `len`?"),
    ),
    "a text that needs quotes in the file": (
        "include: a.yaml",
        "workout:\n  - say: a: b\n",
        Placed("a.yaml", 2, 11, "a text with `: ` in it must be quoted", 'write `- say: "a: b"`'),
    ),
    "a tab in the file": (
        "include: a.yaml",
        "workout:\n\t- say\n",
        Placed("a.yaml", 2, 1, "a tab indents this line", "write `  - say`"),
    ),
    "an empty file": (
        "include: a.yaml",
        "",
        Placed("a.yaml", 1, 1, "the file is empty", "a routine needs `title` and `workout`"),
    ),
    "a list for a file": (
        "include: a.yaml",
        "- Run 1s",
        Placed(
            "a.yaml",
            1,
            1,
            "a routine is a mapping of keys",
            "its list of blocks stands under a key: write `workout:` above",
        ),
    ),
    "a file without a workout": (
        "include: a.yaml",
        "title: A\n",
        Placed("a.yaml", 1, 1, "an included file needs `workout`", NEEDED),
    ),
    "a file with an empty workout": (
        "include: a.yaml",
        "workout: []\n",
        Placed("a.yaml", 1, 1, "`workout` is empty", EMPTY),
    ),
    "a wrong key in the file": (
        "include: a.yaml",
        "titel: A\nworkout: [Run 1s]\n",
        Placed("a.yaml", 1, 1, "unknown key `titel` in an included file", "did you mean `title`?"),
    ),
    "a placeholder that the file does not know": (
        "include: a.yaml",
        "workout:\n  - Run 1s\n  - say: 'Hi {nme}.'\nvars: {name: Bob}\n",
        Placed("a.yaml", 3, 14, "unknown placeholder `{nme}`", "did you mean `{name}`?"),
    ),
    "a variable that is a placeholder": (
        "include: a.yaml",
        "vars: {side: Bob}\nworkout: [Run 1s]\n",
        Placed(
            "a.yaml",
            1,
            8,
            "`side` is a placeholder already",
            "write `my_side`, and `{my_side}` for `{side}`",
        ),
    ),
}


@cases(("block", "included", "error"), ERRORS)
def test_a_wrong_include_is_refused_in_the_file_where_it_is_wrong(
    tmp_path: Path, block: str, included: str, error: Placed
) -> None:
    files = {"main.yaml": _main(block), "a.yaml": included}
    assert errors_of_files(tmp_path, files) == [error]


def test_an_include_that_leads_out_of_the_folder_by_way_of_another_is_refused(
    tmp_path: Path,
) -> None:
    files = {"main.yaml": _main("include: sub/a.yaml"), "sub/a.yaml": "workout: [include: ../../b]"}
    message = "`../../b` lies outside the routine's folder"
    assert errors_of_files(tmp_path, files) == [Placed("sub/a.yaml", 1, 20, message, OUTSIDE)]


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    folder = tmp_path / "routines"
    folder.mkdir()
    (tmp_path / "secret.yaml").write_text(TWO, encoding="utf-8")
    (folder / "a.yaml").symlink_to(tmp_path / "secret.yaml")
    (error,) = errors_of_files(folder, {"main.yaml": _main("include: a.yaml")})
    assert error.message == "`a.yaml` lies outside the routine's folder"


def test_a_circle_of_includes_names_the_way_around(tmp_path: Path) -> None:
    files = {
        "main.yaml": _main("include: a.yaml"),
        "a.yaml": "workout: [include: b.yaml]",
        "b.yaml": "workout:\n  - Run 1s\n  - include: a.yaml\n",
    }
    (error,) = errors_of_files(tmp_path, files)
    way = "`main.yaml` includes `a.yaml` includes `b.yaml` includes `a.yaml`"
    assert error == Placed("b.yaml", 3, 14, f"an include leads back to itself: {way}", None)


def test_a_mistake_in_a_file_that_is_included_twice_is_told_once(tmp_path: Path) -> None:
    files = {
        "main.yaml": "title: T\nworkout: [include: a.yaml, include: a.yaml]",
        "a.yaml": "workout: [Plank 30]",
    }
    assert [error.file for error in errors_of_files(tmp_path, files)] == ["a.yaml"]


def test_mistakes_of_all_files_are_told_together(tmp_path: Path) -> None:
    files = {
        "main.yaml": "title: T\nlevle: easy\nworkout: [include: a.yaml, include: b.yaml]",
        "a.yaml": "workout: [Plank 30]",
        "b.yaml": "workout: [{exercise: Run, fro: 3s}]",
    }
    found = sorted(error.file for error in errors_of_files(tmp_path, files))
    assert found == ["a.yaml", "b.yaml", "main.yaml"]


def test_what_makes_a_chapter_is_the_choice_of_the_file_that_includes(tmp_path: Path) -> None:
    included = "title: U\nchapters: interval\nworkout: [Run 2x5s]\n"
    files = {"main.yaml": _main("include: u.yaml"), "u.yaml": included}
    timeline = plan(load_files(tmp_path, files), rule_of_thumb)
    assert [chapter.title for chapter in timeline.chapters] == ["Run", "Hop"]
