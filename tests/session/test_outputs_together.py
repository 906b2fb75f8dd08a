"""Several files of one build: all of them are put in place, or none."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.sessions import OLD, SHORT, TONES, beside, contents, opened, put
from voicecoach.formats import suffixes
from voicecoach.outputs import Finished
from voicecoach.problems import EngineError, OverwritesSourceError, VoicecoachError, WrongUsageError
from voicecoach.session.build import BuildResult, build
from voicecoach.session.outputs import Output, SoundOutput


def _new(_finished: Finished) -> bytes:
    return b"new"


def _built(directory: Path, *outputs: Output) -> BuildResult:
    put(directory.parent, {"legs.yaml": SHORT})
    with opened() as session:
        return build(session, directory.parent / "legs.yaml", outputs, TONES)


@pytest.fixture
def music(tmp_path: Path) -> Path:
    """An empty directory."""
    (tmp_path / "music").mkdir()
    return tmp_path / "music"


def test_all_files_are_put_in_place(music: Path) -> None:
    put(music, {"legs.wav": OLD, "legs.txt": OLD})
    built = _built(
        music, SoundOutput(music / "legs.wav"), beside(music / "legs.txt", _new),
        beside(music / "legs.csv", lambda _: b""),
    )  # fmt: skip
    found = contents(music)
    assert found.keys() == {"legs.wav", "legs.txt", "legs.csv"}
    assert (found["legs.txt"], found["legs.csv"]) == (b"new", b"")
    assert (built.target, built.size_bytes) == (music / "legs.wav", len(found["legs.wav"]))


@pytest.mark.parametrize("old", [{}, {"legs.wav": OLD, "legs.txt": OLD, "legs.csv": OLD}])
@pytest.mark.parametrize(
    "error",
    [EngineError("it failed"), ValueError("a mistake in it"), KeyboardInterrupt()],
    ids=repr,
)
def test_an_output_that_fails_leaves_all_old_files_and_nothing_beside_them(
    music: Path, old: dict[str, bytes], error: BaseException
) -> None:
    put(music, old)

    def fail(_finished: Finished) -> bytes:
        raise error

    with pytest.raises(type(error)):
        _built(
            music, SoundOutput(music / "legs.wav"), beside(music / "legs.txt", _new),
            beside(music / "legs.csv", fail),
        )  # fmt: skip
    assert contents(music) == old


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
@pytest.mark.parametrize("old", [{}, {"legs.wav": OLD}, {"legs.wav": OLD, "legs.txt": OLD}])
def test_a_rename_that_fails_puts_back_what_was_renamed_before(
    music: Path, monkeypatch: pytest.MonkeyPatch, links: bool, old: dict[str, bytes]
) -> None:
    put(music, old)
    replace = Path.replace
    renamed = []

    def refuse(self: Path, target: Path) -> Path:
        renamed.append(target.name)
        if target.name == "legs.txt":
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    def no_links(*_: object) -> None:
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(Path, "replace", refuse)
    if not links:
        monkeypatch.setattr("os.link", no_links)
    with pytest.raises(WrongUsageError, match=r"cannot write .*legs\.txt: permission denied"):
        _built(music, SoundOutput(music / "legs.wav"), beside(music / "legs.txt", _new))
    assert renamed.index("legs.wav") < renamed.index("legs.txt")
    assert contents(music) == old


@pytest.mark.parametrize("suffix", suffixes())
def test_an_output_gets_the_name_and_the_bytes_of_the_finished_sound(
    music: Path, suffix: str
) -> None:
    told: list[Finished] = []

    def copy(finished: Finished) -> bytes:
        told.append(finished)
        assert finished.read_sound() == finished.read_sound()
        return finished.read_sound()

    built = _built(music, SoundOutput(music / f"legs{suffix}"), beside(music / "copy", copy))
    found = contents(music)
    assert found["copy"] == found[f"legs{suffix}"] != b""
    ((finished),) = told
    assert (finished.sound_name, finished.timeline) == (f"legs{suffix}", built.timeline)


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_the_sound_is_named_as_it_is_asked_for_where_it_is_a_link(music: Path) -> None:
    (music / "legs.wav").symlink_to(music / "real.wav")
    names = []

    def name(finished: Finished) -> bytes:
        names.append(finished.sound_name)
        return b""

    _built(music, SoundOutput(music / "legs.wav"), beside(music / "legs.txt", name))
    assert names == ["legs.wav"]
    assert (music / "legs.wav").is_symlink()


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
@cases(
    "spelling",
    {
        "the same path": lambda music: music / "legs.wav",
        "another path": lambda music: music / ".." / "music" / "legs.wav",
        "a link": lambda music: music / "link.wav",
    },
)
def test_two_outputs_of_one_target_are_refused(
    music: Path, spelling: Callable[[Path], Path]
) -> None:
    (music / "link.wav").symlink_to(music / "legs.wav")
    before = put(music, {"legs.wav": OLD})
    with pytest.raises(WrongUsageError, match=r"\.wav would be written twice") as caught:
        _built(music, SoundOutput(music / "legs.wav"), beside(spelling(music), _new))
    assert caught.value.exit_code == 2
    assert contents(music) == before


def test_an_output_over_what_it_is_made_of_is_refused(music: Path) -> None:
    routine = music.parent / "legs.yaml"
    with pytest.raises(OverwritesSourceError, match=r"legs\.yaml: the programme is made") as caught:
        _built(music, SoundOutput(music / "legs.wav"), beside(routine, _new))
    assert (caught.value.exit_code, caught.value.hint) == (2, None)
    assert contents(music) == {}
    assert routine.read_text("utf-8") == SHORT


def test_what_cannot_be_written_is_known_before_anything_is_spoken(music: Path) -> None:
    (music / "legs.txt").mkdir()
    put(music.parent, {"legs.yaml": SHORT})
    stages: list[str] = []
    outputs: list[Output] = [SoundOutput(music / "legs.wav"), beside(music / "legs.txt", _new)]
    with opened(lambda stage, *_: stages.append(stage)) as session, pytest.raises(VoicecoachError):
        build(session, music.parent / "legs.yaml", outputs, TONES)
    assert set(stages) == {"Reading"}
