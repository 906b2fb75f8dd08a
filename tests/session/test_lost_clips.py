"""Builds whose clips are lost between planning and mixing, and cannot be spoken again."""

from pathlib import Path

import pytest

from helpers.sessions import TONES, built
from voicecoach.problems import SpeechError
from voicecoach.routine.utterance import Utterance
from voicecoach.speech.narrator import Narrator


def test_the_error_names_the_line_of_the_routine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def clip(narrator: Narrator, utterance: Utterance) -> object:
        if utterance.text == "Next.":
            raise SpeechError("tone", "the engine failed")
        return spoken(narrator, utterance)

    spoken = Narrator.clip
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "clips"))
    monkeypatch.setattr(Narrator, "clip", clip)
    routine = tmp_path / "legs.yaml"
    routine.write_text("title: T\nworkout:\n  - Plank 5s\n  - say: Next.\n", "utf-8")
    with pytest.raises(SpeechError) as caught:
        built(routine, tmp_path / "legs.mp3", TONES)
    assert caught.value.span is not None
    assert (caught.value.span.file, caught.value.span.line) == (str(routine), 4)
    assert not (tmp_path / "legs.mp3").exists()
