"""Comparison: the same line by several voices is read aloud as in a routine."""

from pathlib import Path

from helpers.sessions import opened
from voicecoach.routine.voice import Voice
from voicecoach.session.comparison import compare_voices

_TONE = Voice("tone")


def test_a_line_is_compared_as_it_is_read_in_a_routine(tmp_path: Path) -> None:
    with opened() as session:
        target = tmp_path / "voices.wav"
        timeline = compare_voices(session, "3x10, 8 kg", [_TONE], "en", _TONE, target)
    assert [event.utterance.spoken for event in timeline.events if event.utterance] == [
        "tone",
        "3 times 10, 8 kilograms",
    ]
