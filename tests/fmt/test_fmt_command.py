"""`voicecoach fmt`: what it writes, prints and exits with."""

from pathlib import Path

import pytest
import soundfile
from click.testing import CliRunner, Result

from voicecoach.cli import report
from voicecoach.cli.fmt import command
from voicecoach.language import load
from voicecoach.problems import RoutineError

UNTIDY = "workout: [Plank 30 sec]\ntitle: T\n"
TIDY = "title: T\nworkout:\n  - Plank 30s\n"


@pytest.fixture
def untidy(tmp_path: Path) -> Path:
    path = tmp_path / "untidy.yaml"
    path.write_text(UNTIDY, encoding="utf-8")
    return path


@pytest.fixture
def tidy(tmp_path: Path) -> Path:
    path = tmp_path / "tidy.yaml"
    path.write_text(TIDY, encoding="utf-8")
    return path


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(command, [str(argument) for argument in arguments])


def test_it_writes_the_normal_form_and_names_the_files_that_change(
    untidy: Path, tidy: Path
) -> None:
    before = tidy.stat()
    result = run(untidy, tidy)
    assert (result.exit_code, result.stdout) == (0, f"{untidy}\n")
    assert untidy.read_text(encoding="utf-8") == TIDY
    assert (tidy.stat().st_mtime_ns, tidy.stat().st_ino) == (before.st_mtime_ns, before.st_ino)
    assert sorted(path.name for path in tidy.parent.iterdir()) == ["tidy.yaml", "untidy.yaml"]


def test_check_writes_nothing_and_fails_where_a_file_would_change(untidy: Path, tidy: Path) -> None:
    result = run("--check", untidy, tidy)
    assert (result.exit_code, result.stdout) == (1, f"{untidy}\n")
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    assert run("--check", tidy).exit_code == 0


def test_diff_prints_what_would_change_and_writes_nothing(untidy: Path, tidy: Path) -> None:
    result = run("--diff", untidy, tidy)
    assert result.exit_code == 0
    assert result.stdout == (
        f"--- {untidy}\n+++ {untidy}\n@@ -1,2 +1,3 @@\n"
        "-workout: [Plank 30 sec]\n title: T\n+workout:\n+  - Plank 30s\n"
    )
    assert untidy.read_text(encoding="utf-8") == UNTIDY
    assert run("--diff", "--check", untidy).exit_code == 1


def test_a_routine_with_errors_is_reported_as_check_does_and_left_alone(
    tmp_path: Path, untidy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    wrong = tmp_path / "wrong.yaml"
    wrong.write_text("title: T\nworkout:\n- Plank\n- Squats {x}\n", encoding="utf-8")
    with pytest.raises(RoutineError) as caught:
        load(wrong)
    report.show_error(caught.value)
    result = run(wrong, untidy)
    assert (result.exit_code, result.stdout) == (1, f"{untidy}\n")
    assert result.stderr == capsys.readouterr().err
    assert wrong.read_text(encoding="utf-8").startswith("title: T\nworkout:\n- Plank\n")


def test_a_file_that_is_not_there_is_wrong_usage(tmp_path: Path) -> None:
    assert run(tmp_path / "no.yaml").exit_code == 2


@pytest.mark.parametrize(
    "keys",
    [
        "sounds: {start: bell.wav}\nworkout:\n  - Plank 40s\n",
        "workout:\n  - sound: bell.wav\n",
        "workout:\n  - exercise: Plank 40s\n    tips:\n      - at: 10s\n        sound: bell.wav\n",
    ],
    ids=["in place of a tone", "a block", "a tip"],
)
def test_a_routine_with_a_sound_file_of_its_own_is_formatted(tmp_path: Path, keys: str) -> None:
    soundfile.write(tmp_path / "bell.wav", [0.5] * 4800, 48_000)
    path = tmp_path / "own.yaml"
    path.write_text(f"title: T\n{keys}", encoding="utf-8")
    result = run(path)
    assert (result.exit_code, result.stderr) == (0, "")
