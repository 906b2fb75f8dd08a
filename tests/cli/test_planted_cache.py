"""A cache that somebody else has filled: whatever is in it, the same programme comes out."""

import json
from pathlib import Path

import numpy as np
import pytest
import soundfile

from helpers.cases import cases
from helpers.shell import Shell
from voicecoach.files.store import Store

ROUTINE = """\
title: Planted
voice: tone
workout:
  - Plank 5s
"""


@pytest.fixture
def shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Shell:
    shell = Shell(tmp_path / "home", monkeypatch, capsys)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    noise = 0.1 * np.random.default_rng(1).standard_normal(96_000)
    soundfile.write(shell.directory / "song.wav", noise, 48_000)
    shell.put("planted.yaml", ROUTINE)
    return shell


@cases(
    "data",
    {
        "nothing": b"",
        "one byte": b"x",
        "an odd number of bytes": b"xyz",
        "null": b"null",
        "an empty list": b"[]",
        "a mapping": b'{"name": 1}',
        "lists in lists": b"[" * 99_999,
        "numbers of another kind": b'[1, "1", 2.5, "loud"]',
        "a song without end": json.dumps(["", 1, 10**9, float("nan")]).encode(),
    },
)
@pytest.mark.parametrize("music", ["off", "song.wav"])
def test_a_cache_of_another_shape_is_as_if_it_were_not_there(
    shell: Shell, music: str, data: bytes
) -> None:
    store = Store(shell.directory.parent / "cache" / "voicecoach")

    def built(name: str) -> bytes:
        said = shell.run("build", "planted.yaml", "-o", name, "--music", music)
        assert (said.code, said.err) == (0, "")
        return (shell.directory / name).read_bytes()

    before = built("before.mp3")
    kept = list(store.files())
    kinds = {"clip", "cover", "record", "span"}
    assert {file.kind for file in kept} == (kinds if music == "off" else {*kinds, "song"})
    for file in kept:
        store.put(file.kind, Path(file.path).stem, data)
    assert built("after.mp3") == before
    assert built("before.mp3") == before
