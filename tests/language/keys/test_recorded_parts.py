"""Parts that the user has recorded: `voices` with a folder."""

from pathlib import Path

import pytest

from helpers.cases import inputs
from helpers.routines import Shown, errors_of, routine_of, with_workout
from voicecoach.language import RoutineText, load
from voicecoach.routine.voice import RECORDINGS, Voice

AS_THEY_ARE = "they are heard as they are"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in a directory that has a folder of recordings, and a file."""
    (tmp_path / "recordings").mkdir()
    (tmp_path / "plank.wav").touch()
    monkeypatch.chdir(tmp_path)


@inputs(
    ("header", "voice"),
    {
        "voices: {coach: recordings/}": Voice(RECORDINGS, "recordings"),
        "voices: {coach: recordings}": Voice(RECORDINGS, "recordings"),
        "voices: {coach: {name: recordings, volume: 0.5}}": Voice(
            RECORDINGS, "recordings", volume=0.5
        ),
        # What a recording does not have, it does not take from the voice either.
        "voice: {rate: 100, pitch: 2, volume: 0.5}\nvoices: {coach: recordings/}": Voice(
            RECORDINGS, "recordings", volume=0.5
        ),
    },
)
def test_a_folder_is_a_voice_of_recordings(header: str, voice: Voice) -> None:
    assert routine_of(with_workout("- Plank 30s", header)).parts == {"coach": voice}


def test_a_folder_is_looked_for_beside_the_routine(tmp_path: Path) -> None:
    (tmp_path / "legs" / "mine").mkdir(parents=True)
    text = with_workout("- Plank 30s", "voices: {count: mine/}")
    routine = load(RoutineText(text, Path("legs/legs.yaml")))
    assert routine.parts == {"count": Voice(RECORDINGS, str(Path("legs/mine")))}


@inputs(
    ("header", "column", "message", "hint"),
    {
        "voices: {coach: recodrings/}": (
            17,
            "there is no folder `recodrings`",
            "its path counts from this file",
        ),
        "voices: {coach: plank.wav/}": (
            17,
            "`plank.wav/` cannot be read: it is no directory",
            "name another one",
        ),
        "voices: {coach: {name: recordings, rate: 100}}": (
            36,
            f"recordings have no `rate`: {AS_THEY_ARE}",
            None,
        ),
        "voices: {coach: {name: recordings, pitch: 1}}": (
            36,
            f"recordings have no `pitch`: {AS_THEY_ARE}",
            None,
        ),
        "voices: {coach: {engine: recordings, name: recordings}}": (
            26,
            "recordings are a folder and no engine",
            "write the folder alone, such as `voices: {coach: recordings/}`",
        ),
        "voice: {engine: recordings}": (
            17,
            "recordings are a folder and no engine",
            "write the folder alone, such as `voices: {coach: recordings/}`",
        ),
    },
)
def test_what_makes_no_sense_with_recordings_is_refused_at_its_place(
    header: str, column: int, message: str, hint: str | None
) -> None:
    assert errors_of(with_workout("- Plank 30s", header)) == [Shown(2, column, message, hint)]
