"""Whatever is edited, a build with records gives what a build without them gives."""

from pathlib import Path

import pytest

from helpers.random_edits import compare


def test_a_rebuild_is_the_same_as_a_build_from_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # What it changes is put back.
    monkeypatch.setenv("XDG_CACHE_HOME", "")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    assert compare(tmp_path, 8, 5) > 0
