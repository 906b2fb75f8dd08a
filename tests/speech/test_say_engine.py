"""The engine `say`, with a program that stands in for that of macOS."""

from contextlib import closing
from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.engines import put_program, put_say
from voicecoach.problems import EngineError, MissingEngineError, NoVoiceError
from voicecoach.routine.voice import Voice
from voicecoach.speech.engine_pool import EnginePool
from voicecoach.speech.engines import VoiceInfo, open_engine, say

# Prints how it was called, and what it read, as the reason why it fails.
TELLING = """\
import sys
if sys.argv[2] == "?":
    print("Samantha  en_US  # Hello!")
else:
    sys.exit(" ".join(sys.argv[1:]) + " < " + sys.stdin.read())
"""


@pytest.fixture
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    put_say(tmp_path, monkeypatch)


@pytest.mark.usefixtures("stand_in")
def test_its_voices_are_listed_the_best_first() -> None:
    voices = say.installed_voices()
    assert [voice.name for voice in voices] == [
        "Ava (Premium)",
        "Kate (Enhanced)",
        "Anna",
        "Daniel",
        "Majed",
        "Samantha",
        "Tingting",
        "Albert",
        "Bad News",
        "Eddy (English (US))",
    ]
    assert voices[0] == VoiceInfo("Ava (Premium)", "macOS", ("en-US",), quality="premium")
    assert {voice.languages for voice in voices if voice.name == "Majed"} == {("ar-001",)}


def test_where_there_is_no_say_none_is_offered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    assert say.installed_voices() == []
    with closing(EnginePool()) as engines:
        assert engines.voices("say") == []


def test_where_there_is_no_say_it_says_where_it_comes_from(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PATH", "")
    with (
        closing(open_engine(Voice("say"), "en")) as engine,
        pytest.raises(MissingEngineError) as caught,
    ):
        engine.speak("Plank.")
    assert caught.value.message == (
        "the speech engine `say` cannot start: there is no program `say`"
    )
    assert caught.value.hint == "it comes with macOS; on other systems choose another engine"


@cases(
    ("name", "language", "chosen"),
    {
        "the best of the language": (None, "en", "Ava (Premium)"),
        "the best of the region": (None, "en-GB", "Kate (Enhanced)"),
        "of another language": (None, "de", "Anna"),
        "of the region that there is": (None, "zh", "Tingting"),
        "by its name": ("Daniel", "en", "Daniel"),
        "in any case": ("samantha", "en", "Samantha"),
        "a name with brackets": ("Eddy (English (US))", "en", "Eddy (English (US))"),
        "by its language": ("de-DE", "en", "Anna"),
    },
)
@pytest.mark.usefixtures("stand_in")
def test_a_voice_is_chosen(name: str | None, language: str, chosen: str) -> None:
    with closing(open_engine(Voice("say", name), language)) as engine:
        assert isinstance(engine, say.SayEngine)
        engine.speak("Plank.")
        assert engine._name == chosen


@cases(
    ("name", "language", "message", "hint"),
    {
        "a typing error": ("Samanta", "en", "has no voice `Samanta`", "did you mean `Samantha`?"),
        "an unknown language": (
            None,
            "fr",
            "has no voice for the language `fr`",
            "add one in the system's settings, under Accessibility, Spoken Content",
        ),
    },
)
@pytest.mark.usefixtures("stand_in")
def test_a_voice_that_is_not_there_is_an_error(
    name: str | None, language: str, message: str, hint: str
) -> None:
    with (
        closing(open_engine(Voice("say", name), language)) as engine,
        pytest.raises(NoVoiceError) as caught,
    ):
        engine.speak("Plank.")
    assert caught.value.message == f"the speech engine `say` {message}"
    assert caught.value.hint == hint


@cases(
    ("pitch_semitones", "given"),
    {
        "usual": (0, "Next: "),
        "higher": (2.5, "[[pbas +2.5]] Next: "),
        "lower": (-3, "[[pbas -3]] "),
    },
)
def test_it_is_told_voice_rate_and_pitch_and_reads_the_text(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pitch_semitones: float, given: str
) -> None:
    put_program(tmp_path, "say", TELLING)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=":")
    voice = Voice("say", rate_wpm=120, pitch_semitones=pitch_semitones)
    with closing(open_engine(voice, "en")) as engine, pytest.raises(EngineError) as caught:
        engine.speak("Plank.")
    message = caught.value.message
    assert message.startswith("the speech engine `say` failed: `say` ended with code 1: ")
    assert "code 1: -v Samantha -r 120 -o /" in message
    assert f"/line.aiff -f - < {given}" in message
