"""Who speaks in a programme, and what the author is told of it."""

from pathlib import Path

import pytest

from helpers.cases import cases
from helpers.sessions import ignore, opened
from voicecoach.language import RoutineText
from voicecoach.problems import MissingEngineError, NoVoiceError, SpeechError
from voicecoach.routine.voice import Voice
from voicecoach.session.options import Options
from voicecoach.session.plan import Plan, plan_routine
from voicecoach.session.session import default_store
from voicecoach.speech.engines import Recording, VoiceInfo, natural, piper, tone

HEART = VoiceInfo("heart", "American English", ("en-US",))


def _planned(text: str, options: Options | None = None) -> Plan:
    with opened() as session:
        routine = RoutineText(f"title: T\n{text}", Path("t.yaml"))
        return plan_routine(session, routine, options or Options(), ignore)


def _warnings(text: str, options: Options | None = None) -> list[str]:
    return [
        f"{problem.span.line}: {problem.code}: {problem.message}"
        for problem in _planned(text, options).timeline.warnings
    ]


@pytest.fixture
def tones_for_natural(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let tones stand for the natural voice."""
    monkeypatch.setattr(natural, "installed_voices", lambda: [HEART])
    monkeypatch.setattr(natural, "ISOLATED", False, raising=False)
    monkeypatch.setattr(natural, "open_engine", lambda *_: tone.ToneEngine())


@pytest.mark.usefixtures("tones_for_natural")
def test_the_voice_of_each_line_is_in_the_timeline() -> None:
    plan = _planned("voices: {count: tone}\nworkout: [Squats x2]\n")
    by_role = {
        event.role: event.utterance.voice
        for event in plan.timeline.events
        if event.utterance is not None
    }
    assert by_role["announce"] == Voice("natural", "heart")
    assert by_role["count"] == Voice("tone")
    assert plan.speakers.voices == (Voice("natural", "heart"), Voice("tone"))
    assert plan.speakers.chosen


def test_a_voice_that_was_asked_for_was_not_chosen() -> None:
    speakers = _planned("workout: [Plank 5s]\n", Options(voice="tone")).speakers
    assert (speakers.voices, speakers.chosen, speakers.fell_back) == (
        (Voice("tone"),),
        False,
        False,
    )


@pytest.mark.usefixtures("tones_for_natural")
def test_the_callers_voice_speaks_every_part() -> None:
    text = "voice: heart\nvoices: {count: heart}\nworkout: [Squats x2]\n"
    speakers = _planned(text, Options(voice="tone", rate_wpm=200)).speakers
    assert speakers.voices == (Voice("tone", rate_wpm=200),)


@pytest.mark.usefixtures("tones_for_natural")
def test_the_callers_rate_holds_for_every_part() -> None:
    text = "voices: {count: {name: tone, rate: 120}}\nworkout: [Squats x2]\n"
    speakers = _planned(text, Options(rate_wpm=200)).speakers
    assert {voice.rate_wpm for voice in speakers.voices} == {200}


def test_an_engine_that_cannot_start_is_replaced_by_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def cannot_start(*_: object) -> None:
        raise MissingEngineError("natural", "no such library")

    monkeypatch.setattr(natural, "installed_voices", lambda: [HEART])
    monkeypatch.setattr(natural, "open_engine", cannot_start)
    monkeypatch.setattr(piper, "installed_voices", list)
    speakers = _planned("workout: [Plank 5s]\n").speakers
    assert speakers.voices == (Voice("pyttsx3"),)
    assert list(speakers.failed) == ["natural"]
    with pytest.raises(MissingEngineError):
        _planned("voice: {engine: natural}\nworkout: [Plank 5s]\n")


class Crashing(tone.ToneEngine):
    """Stands in for an engine that crashes at every line."""

    def speak(self, text: str) -> Recording:  # noqa: ARG002
        raise RuntimeError("out of memory")


def test_an_engine_that_fails_at_a_line_is_replaced_if_nobody_asked_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(natural, "installed_voices", lambda: [HEART])
    monkeypatch.setattr(natural, "ISOLATED", False, raising=False)
    monkeypatch.setattr(natural, "open_engine", lambda *_: Crashing())
    monkeypatch.setattr(piper, "installed_voices", list)
    speakers = _planned("voices: {count: tone}\nworkout: [Squats x2]\n").speakers
    assert speakers.voices == (Voice("pyttsx3"), Voice("tone"))
    assert "out of memory" in speakers.failed["natural"]
    for header in ("voice: heart", "voices: {count: heart}"):
        with pytest.raises(SpeechError, match="out of memory"):
            _planned(f"{header}\nworkout: [Squats x2]\n")


@cases(
    ("text", "warning"),
    {
        "another language": (
            "language: de\nvoice: heart\nworkout: [Plank 5s]\n",
            "3: other-language: the voice heart (natural) speaks en-US, the routine de",
        ),
        "another language of the system's voices": (
            "voice: de\nworkout: [Plank 5s]\n",
            "2: other-language: the voice de (pyttsx3) speaks de, the routine en",
        ),
        "of one part": (
            "voices: {count: de+f3}\nworkout: [Squats x2]\n",
            "2: other-language: the voice de+f3 (pyttsx3) speaks de, the routine en",
        ),
        "a pitch out of reach": (
            "voice: {engine: pyttsx3, pitch: 12}\nworkout: [Plank 5s]\n",
            "2: voice-cannot: with the voice pyttsx3, its pitch reaches from -5.5 to 8.4 semitones",
        ),
    },
)
@pytest.mark.usefixtures("tones_for_natural")
def test_a_voice_that_does_not_fit_is_warned_of(text: str, warning: str) -> None:
    assert _warnings(text) == [warning]


@cases(
    "text",
    {
        "any region will do": "language: en-GB\nvoice: heart\nworkout: [Plank 5s]\n",
        "the language in another spelling": "language: EN\nvoice: en-us+f3\nworkout: [Plank 5s]\n",
        "an engine of no language": "language: de\nvoice: tone\nworkout: [Plank 5s]\n",
    },
)
@pytest.mark.usefixtures("tones_for_natural")
def test_a_voice_that_fits_is_not_warned_of(text: str) -> None:
    assert _warnings(text) == []


@pytest.mark.usefixtures("tones_for_natural")
def test_a_line_that_the_best_voice_cannot_speak_is_told() -> None:
    text = "workout: [Plank 5s, {say: ॐ}, {say: ॐ}, {say: शान्ति}]\n"
    assert _warnings(text) == [
        "1: other-voice: pyttsx3 says 2 lines that heart (natural) cannot: “ॐ”, “शान्ति”"
    ]


@pytest.mark.parametrize(
    "planted", [b"", b"null", b"[1]", b'[{"name": "heart"}]', b'[{"name": 1, "languages": [2]}]']
)
@pytest.mark.usefixtures("tones_for_natural")
def test_a_kept_list_of_voices_that_is_none_is_asked_for_anew(planted: bytes) -> None:
    text = "language: de\nvoice: heart\nworkout: [Plank 5s]\n"
    (before,) = _warnings(text)
    store = default_store()
    (kept,) = (file for file in store.files() if file.kind == "voice")
    store.put("voice", Path(kept.path).stem, planted)
    assert _warnings(text) == [before]


def test_a_voice_that_nobody_has_is_an_error() -> None:
    with pytest.raises(NoVoiceError, match="the speech engine `pyttsx3` has no voice `zira`"):
        _planned("voice: zira\nworkout: [Plank 5s]\n")
