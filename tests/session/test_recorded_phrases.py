"""Programmes that the user has recorded a part of."""

import os
from pathlib import Path

import pytest
import soundfile

from helpers.cases import cases
from helpers.recorded import record
from helpers.sessions import built, ignore, opened
from voicecoach.language import RoutineText
from voicecoach.problems import OverwritesSourceError, Problem, RoutineError
from voicecoach.routine.routine import used_files
from voicecoach.routine.voice import RECORDINGS, Voice
from voicecoach.session.build import build
from voicecoach.session.options import Options
from voicecoach.session.outputs import SoundOutput
from voicecoach.session.plan import Plan, plan_routine
from voicecoach.session.recordings import sheet_groups
from voicecoach.session.session import Session

LINES = "intro: off\noutro: off\ncues: {announce: off, countdown: off, next_up: off}\n"
SAYING = f"title: T\nvoice: tone\n{LINES}voices: {{coach: mine/}}\nworkout:\n"
PLANK = "Next: Plank, 40 seconds."


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of recordings in the working directory, which has another one for numbers."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "mine").mkdir()
    (tmp_path / "counts").mkdir()
    return tmp_path / "mine"


def _planned(text: str, session: Session | None = None) -> Plan:
    source = RoutineText(text, Path("t.yaml"))
    if session is not None:
        return plan_routine(session, source, Options(), ignore)
    with opened() as of_its_own:
        return plan_routine(of_its_own, source, Options(), ignore)


def _saying(*lines: str) -> str:
    return SAYING + "".join(f"  - say: {line}\n" for line in lines)


def _warnings(text: str) -> list[tuple[str, str]]:
    return [(problem.code, problem.message) for problem in _planned(text).timeline.warnings]


def _speakers(plan: Plan) -> list[str | None]:
    return [
        event.utterance.voice.name for event in plan.timeline.events if event.utterance is not None
    ]


def test_a_phrase_is_heard_from_its_file_and_the_others_from_the_next_voice(mine: Path) -> None:
    record(mine / "hips-up.wav", 1)
    plan = _planned(_saying("Hips up!", "Breathe.", "Hips up"))
    file = str(Path("mine", "hips-up.wav"))
    assert _speakers(plan) == [file, None, file]
    assert plan.speakers.voices == (Voice(RECORDINGS, "mine"), Voice("tone"))
    assert plan.timeline.warnings[0] == Problem(
        plan.timeline.warnings[0].span,
        "`mine` lacks 1 of 2 phrases, which the next voice speaks: “Breathe.”",
        None,
        "not-recorded",
        "voices: {coach: mine/}",
    )
    assert plan.timeline.warnings[0].span.line == 6


def test_a_programme_that_is_recorded_whole_is_not_warned_of(mine: Path) -> None:
    record(mine / "hips-up.wav", 1)
    record(mine / "Breathe.FLAC", 2)
    assert _warnings(_saying("Hips up!", "Breathe.")) == []


@pytest.mark.usefixtures("mine")
def test_of_many_missing_phrases_a_few_are_shown() -> None:
    words = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    lines = [f"Line {word}." for word in words]
    lines[1] = "This is a line that is much too long to be shown as a whole in a warning."
    ((code, message),) = _warnings(_saying(*lines))
    assert (code, message) == (
        "not-recorded",
        "`mine` lacks 10 of 10 phrases, which the next voice speaks: “Line one.”, "
        "“This is a line that is much too long to be shown…”, “Line three.”, “Line four.”, "
        "“Line five.” and 5 more",
    )


@pytest.mark.usefixtures("mine")
def test_each_folder_has_one_warning() -> None:
    text = SAYING.replace("coach: mine/", "coach: mine/, count: counts/")
    warnings = _warnings(text + "  - Squats x2\n  - say: Breathe.\n")
    assert [(code, message.partition(" phrase")[0]) for code, message in warnings] == [
        ("not-recorded", "`counts` lacks 2 of 2"),
        ("not-recorded", "`mine` lacks 1 of 1"),
    ]


def test_files_that_are_not_heard_are_told(mine: Path) -> None:
    record(mine / "hips-up.wav", 1)
    for name in ("Hips up!.mp3", "breathe.m4a", "hips-up.m4a", "another.m4a"):
        (mine / name).touch()
    assert _warnings(_saying("Hips up!", "Breathe.")) == [
        ("not-recorded", "`mine` lacks 1 of 2 phrases, which the next voice speaks: “Breathe.”"),
        ("unreadable-recording", "`mine` has files that cannot be read: breathe.m4a"),
        (
            "recorded-twice",
            "`mine` has other files for the same phrases, which are not heard: Hips up!.mp3",
        ),
    ]


def test_a_broken_recording_is_an_error_of_the_line_that_is_recorded(mine: Path) -> None:
    record(mine / "hips-up.wav", 1)
    (mine / "breathe.wav").write_text("Breathe.")
    with pytest.raises(RoutineError) as caught:
        _planned(_saying("Hips up!", "Breathe."))
    (problem,) = caught.value.problems
    file = str(Path("mine", "breathe.wav"))
    assert (problem.span.line, problem.code, problem.needs) == (9, "recording", file)
    assert problem.source_line == "  - say: Breathe."
    assert problem.message == (
        f"the recording `{file}` cannot be used: it is no sound file that can be read"
    )


def test_a_broken_recording_among_many_lines_is_told_as_well(mine: Path) -> None:
    (mine / "line-l.wav").write_text("L")
    with pytest.raises(RoutineError, match=r"t\.yaml:19: the recording"):
        _planned(_saying(*(f"Line {letter}." for letter in "ABCDEFGHIJKLMNOP")))


def test_a_changed_recording_is_heard_in_the_next_build_of_a_session(mine: Path) -> None:
    file = mine / "hips-up.wav"
    with opened() as session:
        clips = []
        for seed in (1, 2):
            record(file, seed)
            os.utime(file, ns=(0, seed))
            plan = _planned(_saying("Hips up!"), session)
            (line,) = [e.utterance for e in plan.timeline.events if e.utterance is not None]
            clips.append(plan.narrator.clip(line).raw_data)
        assert clips[0] != clips[1]
        file.unlink()
        assert _speakers(_planned(_saying("Hips up!"), session)) == [None]


@pytest.mark.usefixtures("mine")
def test_a_folder_of_recordings_is_a_source_of_the_programme() -> None:
    plan = _planned(_saying("Hips up!"))
    assert Path("mine") in used_files(plan.routine)


@pytest.mark.parametrize("name", ["hips-up.wav", "another.mp3"])
def test_nothing_is_written_among_recordings(mine: Path, name: str) -> None:
    record(mine / "hips-up.wav", 1)
    before = (mine / "hips-up.wav").read_bytes()
    source = RoutineText(_saying("Hips up!"), Path("t.yaml"))
    with opened() as session, pytest.raises(OverwritesSourceError, match=f"{name} into mine"):
        build(session, source, [SoundOutput(mine / name)], Options())
    assert [file.name for file in mine.iterdir()] == ["hips-up.wav"]
    assert (mine / "hips-up.wav").read_bytes() == before


def test_the_callers_voice_speaks_in_place_of_recordings(mine: Path) -> None:
    record(mine / "hips-up.wav", 1)
    target = mine.parent / "t.wav"
    source = RoutineText(_saying("Hips up!"), Path("t.yaml"))
    result = built(source, target, Options(voice="tone"))
    assert result.speakers.voices == (Voice("tone"),)
    assert soundfile.info(target).samplerate == 48_000


@cases(
    ("voices", "groups"),
    {
        "nobody is named": (
            "{}",
            [("coach", None, ["Squats, 2 repetitions.", "1", "2", PLANK, "Halfway."])],
        ),
        "a folder for all": (
            "{coach: mine/}",
            [("coach", "mine", ["Squats, 2 repetitions.", "1", "2", PLANK, "Halfway."])],
        ),
        "a folder for numbers": ("{count: mine/}", [("count", "mine", ["1", "2"])]),
        "a voice for numbers": (
            "{coach: mine/, count: tone}",
            [("coach", "mine", ["Squats, 2 repetitions.", PLANK, "Halfway."])],
        ),
        "a folder each": (
            "{coach: mine/, count: counts/}",
            [
                ("coach", "mine", ["Squats, 2 repetitions.", PLANK, "Halfway."]),
                ("count", "counts", ["1", "2"]),
            ],
        ),
        "voices alone": (
            "{calls: tone, count: tone}",
            [
                ("coach", None, ["Squats, 2 repetitions.", PLANK]),
                ("count", None, ["1", "2"]),
                ("calls", None, ["Halfway."]),
            ],
        ),
    },
)
@pytest.mark.usefixtures("mine")
def test_the_sheet_has_the_phrases_that_are_meant_to_be_recorded(
    voices: str, groups: list[tuple[str, str | None, list[str]]]
) -> None:
    text = f"title: T\nvoice: tone\nvoices: {voices}\nintro: off\noutro: off\n"
    text += (
        "cues: {countdown: off, progress: off, time_left: off}\nworkout: [Squats x2, Plank 40s]\n"
    )
    plan = _planned(text)
    found = [
        (group.part, group.folder, [phrase.text for phrase in group.phrases])
        for group in sheet_groups(plan.casting, plan.timeline)
    ]
    assert found == groups
