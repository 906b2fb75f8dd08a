"""Sounds: sets by name, roles as tones or files, and files that cannot be used."""

from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.cases import inputs
from helpers.routine_files import load_files
from helpers.routines import Shown, errors_of, routine_of, rule_of_thumb, shape_of, with_workout
from voicecoach.defaults import LOUDNESS_LUFS
from voicecoach.language.values.choice import spoken_list
from voicecoach.outputs.timeline_json import timeline_data
from voicecoach.problems import RoutineError
from voicecoach.routine.sounds import CLASSIC, SETS, Note, Tone
from voicecoach.session.sounds import sound_files_of
from voicecoach.timeline import Timeline, plan


def _record(path: Path, seconds: float, peak: float = 0.5, rate_hz: int = 16_000) -> None:
    wave = peak * np.sin(2 * np.pi * 440 * np.arange(int(seconds * rate_hz)) / rate_hz)
    soundfile.write(path, wave, rate_hz)


def _planned(folder: Path, text: str) -> Timeline:
    routine = load_files(folder, {"main.yaml": text})
    files = sound_files_of(routine, LOUDNESS_LUFS)
    lengths_ms = {path: len(sound) for path, sound in files.items()}
    return plan(routine, rule_of_thumb, lengths_ms)


@pytest.mark.parametrize("name", ["classic", "soft", "gym", "off"])
def test_a_set_is_chosen_by_its_name(name: str) -> None:
    assert routine_of(with_workout("- Run 9s", f"sounds: {name}")).sounds == SETS[name]
    assert routine_of(with_workout("- Run 9s", f"sounds: {{set: {name}}}")).sounds == SETS[name]


def test_without_a_word_the_set_is_classic() -> None:
    assert routine_of(with_workout("- Run 9s")).sounds == CLASSIC


def test_single_roles_stand_in_the_place_of_those_of_the_set() -> None:
    header = """
    sounds:
      set: soft
      start: {hz: 700, for: 100ms}
      tick: off
      end: start
      finish: [{hz: 600, for: 150ms, gap: 50ms}, {hz: 600, to: 900, for: 0.3s, gap: 0}]
    """
    sounds = routine_of(with_workout("- Run 9s", header)).sounds
    assert sounds["start"] == Tone((Note(100, 700, 700),))
    assert sounds["tick"] == Tone(())
    assert sounds["end"] in (SETS["soft"]["start"], sounds["start"])
    assert sounds["finish"] == Tone((Note(150, 600, 600, 50), Note(300, 600, 900)))
    assert str(sounds["finish"]) == "600 Hz 150 ms + 50 ms, 600-900 Hz 300 ms"
    assert sounds["halfway"] == SETS["soft"]["halfway"]


SHAPES = {
    "- sound: start\n- Run 9s": "sound, prepare, Run 9s",
    "- Run 9s\n- sound: finish\n- Hop 9s": "prepare, Run 9s, sound, prepare, Hop 9s",
    "- Run 9s\n- sound: tick": "prepare, Run 9s, sound",
    "- sound: tick\n- rest: 5s\n- Run 9s": "sound, rest 5s, Run 9s",
}


@inputs(("blocks", "shape"), SHAPES)
def test_a_sound_is_a_phase_and_work_after_it_is_prepared(blocks: str, shape: str) -> None:
    assert ", ".join(shape_of(with_workout(blocks))) == shape


def test_a_sound_parts_nobody_and_the_one_rest_stands_after_it() -> None:
    text = with_workout("- Run 9s\n- sound: tick\n- Hop 9s", "between: 4s")
    assert ", ".join(shape_of(text)) == "prepare, Run 9s, sound, rest 4s, Hop 9s"


@pytest.mark.parametrize("role", sorted(CLASSIC))
def test_a_roles_sound_is_as_long_as_its_tone(tmp_path: Path, role: str) -> None:
    timeline = _planned(tmp_path, with_workout(f"- sound: {role}\n- Run 9s", "intro: off"))
    assert timeline.phases[0].length_ms == CLASSIC[role].length_ms
    (event,) = [event for event in timeline.events if event.phase == 0]
    assert (event.role, event.start_ms, event.sound) == ("sound", 0, CLASSIC[role])


@pytest.mark.parametrize(
    ("name", "seconds", "close_ms"),
    [
        ("a.wav", 0.5, 0),
        ("a.flac", 0.25, 0),
        ("a.ogg", 0.75, 0),
        ("a.mp3", 1.0, 100),
        ("A.WAV", 1, 0),
    ],
)
def test_a_file_sounds_for_as_long_as_it_is(
    tmp_path: Path, name: str, seconds: float, close_ms: int
) -> None:
    _record(tmp_path / name, seconds)
    timeline = _planned(tmp_path, with_workout(f"- sound: {name}\n- Run 9s", "intro: off"))
    assert abs(timeline.phases[0].length_ms - seconds * 1000) <= close_ms


def test_a_file_in_a_roles_place_and_in_tips(tmp_path: Path) -> None:
    _record(tmp_path / "gong.wav", 1)
    _record(tmp_path / "ding.flac", 0.2)
    blocks = """
    - exercise: Run 20s
      tips: [{at: 5s, sound: ding.flac}, {at: -2s, sound: tick}, {at: 25%, sound: gong.wav}]
    """
    timeline = _planned(tmp_path, with_workout(blocks, "sounds: {start: gong.wav}"))
    work = next(phase for phase in timeline.phases if phase.kind == "work")
    tones = [
        (event.role, event.start_ms - work.start_ms, event.length_ms)
        for event in timeline.events
        if event.kind == "tone" and work.start_ms <= event.start_ms < work.end_ms
    ]
    assert sorted(tones) == [
        ("halfway", 10_000, 250),
        ("sound", 5000, 200),
        ("sound", 5000, 1000),
        ("sound", 18_000, 120),
        ("start", 0, 1000),
    ]


def test_the_json_names_what_is_heard_of_a_tone(tmp_path: Path) -> None:
    _record(tmp_path / "gong.wav", 1)
    header = "sounds: {start: gong.wav, end: [{hz: 600.5, for: 90ms}, {hz: 600, to: 400, for: 1s}]}"
    timeline = _planned(tmp_path, with_workout("- Run 30s\n- rest: 9s\n- Hop 9s", header))
    heard = {event["role"]: event.get("sound") for event in timeline_data(timeline)["events"]}
    assert heard["start"] == str(tmp_path / "gong.wav")
    assert heard["end"] == "600.5 Hz 90 ms, 600-400 Hz 1000 ms"
    assert heard["announce"] is None


def test_with_the_sounds_off_no_tone_is_heard() -> None:
    routine = routine_of(with_workout("- Run 30s\n- rest: 9s\n- Hop 2x3, rest 5s", "sounds: off"))
    timeline = plan(routine, rule_of_thumb)
    assert [event for event in timeline.events if event.kind == "tone"] == []


UNUSABLE = ["missing", "text", "empty", "silent", "no samples", "long", "a folder"]


@pytest.mark.parametrize("case", UNUSABLE)
@pytest.mark.parametrize(
    ("text", "line", "column"),
    [
        ("title: T\nworkout:\n  - sound: a.wav\n  - Run 9s\n", 3, 12),
        ("title: T\nsounds:\n  start: a.wav\nworkout: [Run 9s]\n", 3, 10),
        ("title: T\nworkout:\n  - exercise: Run 9s\n    tips: [{at: 1s, sound: a.wav}]\n", 4, 28),
    ],
    ids=["block", "role", "tip"],
)
def test_a_file_that_cannot_be_used_is_an_error_where_it_is_named(
    tmp_path: Path, case: str, text: str, line: int, column: int
) -> None:
    path = tmp_path / "a.wav"
    if case in ("text", "empty"):
        path.write_text("no sound" if case == "text" else "", encoding="utf-8")
    elif case == "a folder":
        path.mkdir()
    elif case != "missing":
        _record(path, {"silent": 1, "no samples": 0, "long": 61}[case], case != "silent", 8000)
    with pytest.raises(RoutineError) as caught:
        _planned(tmp_path, text)
    (problem,) = caught.value.problems
    assert (problem.span.line, problem.span.column) == (line, column)
    assert "a.wav" in problem.message
    assert "Error" not in problem.message
    assert problem.hint


def test_a_file_of_a_minute_can_be_used(tmp_path: Path) -> None:
    _record(tmp_path / "a.wav", 60, rate_hz=8000)
    timeline = _planned(tmp_path, with_workout("- sound: a.wav\n- Run 9s", "intro: off"))
    assert timeline.phases[0].length_ms == 60_000


def test_all_files_that_cannot_be_used_are_told_together(tmp_path: Path) -> None:
    (tmp_path / "a.wav").write_text("no sound", encoding="utf-8")
    _record(tmp_path / "b.wav", 1, 0)
    with pytest.raises(RoutineError) as caught:
        _planned(tmp_path, with_workout("- sound: a.wav\n- Run 9s\n- sound: b.wav"))
    assert [problem.span.line for problem in caught.value.problems] == [4, 6]


KINDS = "(.wav, .flac, .ogg, .mp3)"
CHOICE = f"choose {spoken_list(tuple(SETS))}"
NO_VALUE = "delete the line, or write a value behind the colon"
COUNTS_FROM_HERE = "its path counts from this file"
ERRORS = {
    "sounds: loud": Shown(2, 9, "there is no set of sounds `loud`", CHOICE),
    "sounds: {set: loud}": Shown(2, 15, "there is no set of sounds `loud`", CHOICE),
    "sounds: {strt: off}": Shown(2, 10, "unknown key `strt` in `sounds`", "did you mean `start`?"),
    "sounds: {zzz: off}": Shown(2, 10, "unknown key `zzz` in `sounds`", "delete `zzz: off`"),
    "sounds: [a]": Shown(
        2,
        9,
        "`sounds` takes the name of a set, or roles with their tones",
        "write `soft`, or for instance `{start: bell.wav}`",
    ),
    "sounds:": Shown(2, 1, "`sounds` has no value", NO_VALUE),
    "sounds: {start: {hz: 700}}": Shown(2, 17, "a note needs `for`", None),
    "sounds: {start: {hz: 700, for: 31s}}": Shown(
        2, 32, "`31s` is longer than a tone should be", "at most `30s`"
    ),
    "sounds: {start: [{hz: 700, for: 20s}, {hz: 700, for: 20s}]}": Shown(
        2, 17, "this tone is longer than 30 s", "make it shorter"
    ),
    "sounds: {start: {hz: 7, for: 100ms}}": Shown(
        2, 22, "`7` is no pitch", "write 50 to 10000, in hertz"
    ),
    "sounds: {start: {hz: 700, for: 0}}": Shown(2, 32, "`0`: must be longer than 0", None),
    "sounds: {start: {hz: 700, for: 100ms, too: 5}}": Shown(
        2, 39, "unknown key `too` in a note", "did you mean `to`?"
    ),
    "sounds: {start: []}": Shown(
        2, 17, "there are no notes in this tone", "write `off` for silence"
    ),
    "sounds: {start: }": Shown(2, 10, "`start` has no value", "write a value behind the colon"),
    "sounds: {start: gone.wav}": Shown(2, 17, "there is no file `gone.wav`", COUNTS_FROM_HERE),
    "sounds: {start: strt}": Shown(
        2, 17, f"`strt` is neither a tone's role nor a file {KINDS}", "did you mean `start`?"
    ),
}


@inputs(("header", "error"), ERRORS)
def test_wrong_sounds_are_refused_where_they_stand(header: str, error: Shown) -> None:
    assert errors_of(with_workout("- Run 9s", header)) == [error]
