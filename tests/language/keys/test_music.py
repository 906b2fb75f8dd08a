"""Music: a file, several or keys; what is wrong with them, and where that is shown."""

from pathlib import Path

import pytest

from helpers.cases import inputs
from helpers.routine_files import Placed, errors_of_files, load_files
from helpers.routines import Shown, errors_of, routine_of, underlined_in, with_workout
from voicecoach.routine.routine import used_files
from voicecoach.routine.sounds import Music

FILES = {"a.mp3": "", "b.ogg": "", "c/d.FLAC": "", "c/notes.txt": "", "e.wav": ""}


def _music(folder: Path, header: str, variables: dict[str, str] | None = None) -> Music | None:
    main = with_workout("- Run 9s", header)
    return load_files(folder, {**FILES, "main.yaml": main}, variables).music


def _names(folder: Path, music: Music | None) -> list[str]:
    assert music is not None
    return [Path(file.path).relative_to(folder).as_posix() for file in music.files]


WRITTEN: dict[str, tuple[list[str], tuple[float, float, int]]] = {
    "music: a.mp3": (["a.mp3"], (-8, -15, 3000)),
    "music: [b.ogg, c/d.FLAC, b.ogg]": (["b.ogg", "c/d.FLAC", "b.ogg"], (-8, -15, 3000)),
    "music: c/": (["c/d.FLAC"], (-8, -15, 3000)),
    "music: [c/*, a.mp3]": (["c/d.FLAC", "a.mp3"], (-8, -15, 3000)),
    "music: '?.*'": (["a.mp3", "b.ogg", "e.wav"], (-8, -15, 3000)),
    "music: '[ab].*'": (["a.mp3", "b.ogg"], (-8, -15, 3000)),
    "music: {file: e.wav}": (["e.wav"], (-8, -15, 3000)),
    "music: {file: [e.wav, a.mp3], fade: 0}": (["e.wav", "a.mp3"], (-8, -15, 0)),
    "music: {file: a.mp3, gain_db: -40, duck_db: -60, fade: 60s}": (["a.mp3"], (-40, -60, 60_000)),
    "music: {file: a.mp3, gain_db: +6 dB, duck_db: 0, fade: 1:00}": (["a.mp3"], (6, 0, 60_000)),
    "music: {file: a.mp3, gain_db: -7.25, duck_db: -12.5dB, fade: 0.5s}": (
        ["a.mp3"],
        (-7.25, -12.5, 500),
    ),
    "music: {file: a.mp3, gain_db: -3 DB}": (["a.mp3"], (-3, -15, 3000)),
}


@inputs(("header", "names", "levels"), WRITTEN)
def test_music_is_a_file_or_several_with_levels_and_a_fade(
    tmp_path: Path, header: str, names: list[str], levels: tuple[float, float, int]
) -> None:
    music = _music(tmp_path, header)
    assert _names(tmp_path, music) == names
    assert music is not None
    assert (music.gain_db, music.duck_db, music.fade_ms) == levels


def test_a_folder_and_a_pattern_are_followed_with_what_they_find(tmp_path: Path) -> None:
    main = with_workout("- Run 9s", "music: [c/, '*.wav', a.mp3]")
    used = used_files(load_files(tmp_path, {**FILES, "main.yaml": main}))
    names = {path.relative_to(tmp_path).as_posix() for path in used}
    assert names == {"main.yaml", "c", "c/d.FLAC", "*.wav", "e.wav", "a.mp3"}


@pytest.mark.parametrize("header", ["", "music: off", 'music: "off"'])
def test_without_music_there_is_none(header: str) -> None:
    assert routine_of(with_workout("- Run 9s", header)).music is None


def test_each_file_knows_the_words_that_name_it(tmp_path: Path) -> None:
    music = _music(tmp_path, "music:\n  fade: 1s\n  file: [a.mp3, b.ogg]")
    assert music is not None
    spans = [(file.span.line, file.span.column, file.span.length) for file in music.files]
    assert spans == [(4, 10, 5), (4, 17, 5)]


def test_variables_are_put_in(tmp_path: Path) -> None:
    header = """
    vars: {name: a, bed: [a.mp3, b.ogg], quiet: -20}
    music: {file: "{bed}", gain_db: "{quiet}"}
    """
    music = _music(tmp_path, header)
    assert _names(tmp_path, music) == ["a.mp3", "b.ogg"]
    assert music is not None
    assert music.gain_db == -20
    assert _names(tmp_path, _music(tmp_path, "vars: {name: a}\nmusic: '{name}.mp3'")) == ["a.mp3"]


def test_a_command_can_choose_the_music_or_leave_it_out(tmp_path: Path) -> None:
    header = 'vars: {bed: a.mp3}\nmusic: "{bed}"'
    assert _names(tmp_path, _music(tmp_path, header, {"bed": "b.ogg"})) == ["b.ogg"]
    assert _music(tmp_path, header, {"bed": "off"}) is None


def test_variables_are_put_into_sounds_too(tmp_path: Path) -> None:
    header = 'vars: {tones: soft, bell: e.wav}\nsounds: {set: "{tones}", start: "{bell}"}'
    files = {**FILES, "main.yaml": with_workout("- Run 9s", header)}
    sounds = load_files(tmp_path, files).sounds
    assert sounds["tick"] == routine_of(with_workout("- Run 9s", "sounds: soft")).sounds["tick"]
    assert getattr(sounds["start"], "path", None) == str(tmp_path / "e.wav")


def test_an_included_file_plays_no_music_of_its_own(tmp_path: Path) -> None:
    included = with_workout("- Hop 9s", "music: none.mp3\nsounds: soft\nvoice: nobody")
    files = {"main.yaml": with_workout("- include: more.yaml"), "more.yaml": included}
    assert load_files(tmp_path, files).music is None


def test_a_missing_file_is_told_with_all_else_that_is_wrong(tmp_path: Path) -> None:
    main = "title: T\nmusic: [a.mp3, no.mp3, c]\nlevel: top\nworkout: [Plank]\n"
    assert [problem.message for problem in errors_of_files(tmp_path, {"main.yaml": main})] == [
        "`c` is no file of music",
        "`top` is not one of `easy`, `medium` or `hard`",
        "`Plank` has no dose",
    ]
    main = "title: T\nmusic: [a.mp3, no.mp3]\nlevel: top\nworkout: [Plank]\n"
    assert errors_of_files(tmp_path, {**FILES, "main.yaml": main})[0] == Placed(
        "main.yaml", 2, 16, "there is no file `no.mp3`", "its path counts from this file"
    )
    assert len(errors_of_files(tmp_path, {**FILES, "main.yaml": main})) == 3


KINDS = "use a `wav`, `flac`, `ogg`, `mp3` or `m4a` file, or write `{}/` if it is a folder"
GAIN = ("is not a number from -40 to 6", "in dB, such as `-8`")
DUCK = ("is not a number from -60 to 0", "in dB, such as `-15`")
LOUDER = "would make the music louder under speech"
ERRORS: dict[str, tuple[str, str, str | None]] = {
    "song.mp3": ("song.mp3", "there is no file `song.mp3`", "its path counts from this file"),
    "songs/": ("songs/", "there is no folder `songs`", "its path counts from this file"),
    "songs/*.mp3": (
        "songs/*.mp3",
        "no music is found at `songs/*.mp3`",
        "put files of music there (.wav, .flac, .ogg, .mp3, .m4a)",
    ),
    "song.txt": ("song.txt", "`song.txt` is no file of music", KINDS.format("song.txt")),
    "song.opus": ("song.opus", "`song.opus` is no file of music", KINDS.format("song.opus")),
    "on": ("on", "`on` is no file of music", KINDS.format("on")),
    "[a.mp3, off]": ("off", "`off` is no file of music", KINDS.format("off")),
    "[a.mp3, [b.mp3]]": (
        "[a.mp3, [b.mp3]]",
        "expected a text, not a list",
        "put the text in quotes",
    ),
    "[]": ("[]", "this list is empty", "put a value in, or delete the key"),
    "{}": ("{}", "`music` needs `file`", None),
    "{file: }": ("file", "`file` has no value", "write a value behind the colon"),
    "{file: {a: b}}": ("{a: b}", "expected a text, not a mapping", "put the text in quotes"),
    "{file: a.mp3, gain: -3}": ("gain", "unknown key `gain` in `music`", "did you mean `gain_db`?"),
    "{file: a.mp3, fad: 3s}": ("fad", "unknown key `fad` in `music`", "did you mean `fade`?"),
    "{file: a.mp3, gain_db: loud}": ("loud", f"`loud` {GAIN[0]}", GAIN[1]),
    "{file: a.mp3, gain_db: 6.5}": ("6.5", f"`6.5` {GAIN[0]}", GAIN[1]),
    "{file: a.mp3, gain_db: -41 dB}": ("-41 dB", f"`-41 dB` {GAIN[0]}", GAIN[1]),
    "{file: a.mp3, gain_db: [1]}": ("[1]", "expected a number from -40 to 6, not a list", None),
    "{file: a.mp3, duck_db: -60.5}": ("-60.5", f"`-60.5` {DUCK[0]}", DUCK[1]),
    "{file: a.mp3, duck_db: much}": ("much", f"`much` {DUCK[0]}", DUCK[1]),
    "{file: a.mp3, duck_db: 15}": ("15", f"`15` {LOUDER}", "write `-15`"),
    "{file: a.mp3, duck_db: +15 dB}": ("+15 dB", f"`+15 dB` {LOUDER}", "write `-15 dB`"),
    "{file: a.mp3, fade: 61s}": ("61s", "`61s` is longer than a fade should be", "at most `60s`"),
    "{file: a.mp3, fade: slow}": (
        "slow",
        "`slow` is no duration",
        "write for instance `30s`, `1:30` or `2 min`",
    ),
}


@inputs(("value", "words", "message", "hint"), ERRORS)
def test_wrong_music_is_refused_at_the_words_that_are_wrong(
    value: str, words: str, message: str, hint: str | None
) -> None:
    text = with_workout("- Run 9s", f"music: {value}")
    (error,) = errors_of(text)
    assert (error.line, error.message, error.hint) == (2, message, hint)
    assert underlined_in(text) == [words]


def test_a_key_that_is_written_twice_is_refused() -> None:
    text = with_workout("- Run 9s", "music: {file: a.mp3, file: b.mp3}")
    assert errors_of(text) == [
        Shown(2, 22, "`file` is written twice", "delete `file: b.mp3`: it first stands in line 2")
    ]


@pytest.mark.parametrize("key", ["music: a.mp3", "music: {file: a.mp3}", "voice: en-gb"])
def test_a_key_of_the_file_is_no_block(key: str) -> None:
    name = key.partition(":")[0]
    assert errors_of(with_workout(f"- {key}\n- Run 9s")) == [
        Shown(
            4, 5, f"`{name}` is a key of the whole file, and no block",
            f"write `{key}` at the end of the file instead",
        )
    ]  # fmt: skip
