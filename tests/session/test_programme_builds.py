"""The sound files of a programme of weeks."""

from contextlib import closing
from pathlib import Path

import mutagen

from helpers.mp3_listening import by_ffmpeg
from helpers.programmes_of_weeks import HEAD, programme_of
from helpers.sessions import TONES, contents, opened
from voicecoach.programme import Programme
from voicecoach.session.batch import build_batch
from voicecoach.session.built import Built
from voicecoach.session.outputs import SoundOutput
from voicecoach.session.programme import builds_of, timelines_of

BRIEF = 'title: Brief\nvars: {hold: 2s}\nworkout: ["Plank {hold}"]\n'
TEXT = HEAD.replace("intervals.yaml", "brief.yaml") + (
    "progress: {hold: {from: 2s, add: 1s}}\n"
    "weeks: [{}, {}, {same: 1}, {days: {wed: rest, fri: {level: hard}}}]\n"
)


def _programme(tmp_path: Path) -> Programme:
    (tmp_path / "brief.yaml").write_text(BRIEF, "utf-8")
    return programme_of(tmp_path, TEXT)


def _built(programme: Programme, directory: Path, most: int | None = None) -> list[bool]:
    """Build a programme, or its first builds, and return which of them were made anew."""
    builds = builds_of(programme, directory, TONES, SoundOutput)
    made = []
    with opened() as session, closing(build_batch(session, builds, 1)) as results:
        for _ in builds[:most]:
            result = next(results)
            assert isinstance(result, Built)
            made.append(result.is_new)
    return made


def test_equal_sessions_are_one_build_with_a_file_for_each(tmp_path: Path) -> None:
    programme = _programme(tmp_path)
    builds = builds_of(programme, tmp_path / "out", TONES, SoundOutput)
    # Weeks 1 and 3 are one, and a level makes a difference.
    assert [len(outputs) for _, outputs, _ in builds] == [6, 3, 1, 1]
    (tmp_path / "out").mkdir()
    assert _built(programme, tmp_path / "out") == [True] * 4
    names = sorted(contents(tmp_path / "out"))
    assert names == [f"{session.name}.mp3" for session in programme.sessions]
    first, same, other = (
        (tmp_path / "out" / f"{name} Brief.mp3").read_bytes()
        for name in ("w01-1-mon", "w03-3-fri", "w02-1-mon")
    )
    assert by_ffmpeg(first).tobytes() == by_ffmpeg(same).tobytes() != by_ffmpeg(other).tobytes()
    tags = mutagen.File(tmp_path / "out" / "w03-3-fri Brief.mp3").tags
    shown = [str(tags[key]) for key in ("TIT2", "TALB", "TRCK")]
    assert shown == ["w03-3-fri Brief", "Run and walk", "9/11"]


def test_an_interrupted_programme_goes_on_and_ends_as_if_it_had_not_been(tmp_path: Path) -> None:
    programme = _programme(tmp_path)
    for name in ("whole", "cut"):
        (tmp_path / name).mkdir()
    assert _built(programme, tmp_path / "cut", most=1) == [True]
    assert len(contents(tmp_path / "cut")) == 6
    assert _built(programme, tmp_path / "cut") == [False, True, True, True]
    assert _built(programme, tmp_path / "cut") == [False] * 4
    _built(programme, tmp_path / "whole")
    assert contents(tmp_path / "cut") == contents(tmp_path / "whole")


def test_each_distinct_session_is_planned_once(tmp_path: Path) -> None:
    programme = _programme(tmp_path)
    with opened() as session:
        timelines = timelines_of(session, programme, TONES)
    assert set(timelines) == {each.content for each in programme.sessions}
    assert len(timelines) == 4
