"""Who speaks which line, depending on what is installed."""

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from helpers.cases import cases
from voicecoach.problems import MissingEngineError, UninstalledVoiceError
from voicecoach.routine.voice import RECORDINGS, Part, Voice
from voicecoach.speech.casting import Casting
from voicecoach.speech.engines import VoiceInfo, natural, piper

HEART = VoiceInfo("heart", "American English", ("en-US",))
EMMA = VoiceInfo("emma", "British English", ("en-GB",))
JOE = VoiceInfo("en_US-joe-medium", "Piper", ("en-US",))
ALAN = VoiceInfo("en_GB-alan-medium", "Piper", ("en-GB",))
THORSTEN = VoiceInfo("de_DE-thorsten-medium", "Piper", ("de-DE",))


def _cast(
    monkeypatch: pytest.MonkeyPatch,
    language: str = "en",
    voice: Voice | None = None,
    parts: Mapping[Part, Voice] | None = None,
    *,
    of_natural: Sequence[VoiceInfo] = (),
    of_piper: Sequence[VoiceInfo] = (),
) -> Casting:
    monkeypatch.setattr(natural, "installed_voices", lambda: list(of_natural))
    monkeypatch.setattr(piper, "installed_voices", lambda: list(of_piper))
    return Casting(voice or Voice(), parts or {}, language)


@cases(
    ("language", "of_natural", "of_piper", "best"),
    {
        "nothing is installed": ("en", [], [], ("pyttsx3", None)),
        "natural comes first": ("en", [HEART], [JOE], ("natural", "heart")),
        "then Piper": ("en", [], [THORSTEN, JOE], ("piper", JOE.name)),
        "natural speaks no German": ("de", [HEART], [THORSTEN], ("piper", THORSTEN.name)),
        "nobody speaks French": ("fr", [HEART], [THORSTEN], ("pyttsx3", None)),
        "any region will do": ("en-AU", [HEART], [ALAN], ("natural", "heart")),
        "the right region is better": ("en-GB", [HEART, EMMA], [], ("natural", "emma")),
        "also of another engine": ("en-GB", [HEART], [ALAN], ("piper", ALAN.name)),
        "in any spelling": ("EN_gb", [HEART, EMMA], [], ("natural", "emma")),
    },
)
def test_auto_is_the_best_voice_of_the_language(
    monkeypatch: pytest.MonkeyPatch,
    language: str,
    of_natural: list[VoiceInfo],
    of_piper: list[VoiceInfo],
    best: tuple[str, str | None],
) -> None:
    casting = _cast(monkeypatch, language, of_natural=of_natural, of_piper=of_piper)
    assert casting.best is not None
    assert (casting.best.engine, casting.best.name) == best
    assert casting.fell_back == (best[0] == "pyttsx3")


@cases(
    ("name", "engine"),
    {
        "of natural": ("heart", "natural"),
        "in any case": ("HEART", "natural"),
        "of Piper": (JOE.name, "piper"),
        "of the system": ("en-gb+f3", "pyttsx3"),
        "of nobody": ("zira", "pyttsx3"),
    },
)
def test_a_name_finds_its_engine(monkeypatch: pytest.MonkeyPatch, name: str, engine: str) -> None:
    voice = Voice(name=name, rate_wpm=120)
    casting = _cast(monkeypatch, voice=voice, of_natural=[HEART], of_piper=[JOE])
    written = name if engine == "pyttsx3" else name.lower().replace("_us", "_US")
    assert casting.candidates("coach") == [Voice(engine, written, rate_wpm=120)]
    assert casting.best is None


def test_a_voice_of_piper_that_is_not_installed_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    casting = _cast(monkeypatch, voice=Voice(name=THORSTEN.name), of_piper=[JOE])
    with pytest.raises(
        UninstalledVoiceError, match=f"the voice `{THORSTEN.name}` is not installed"
    ):
        casting.candidates("coach")


def test_the_voice_that_comes_with_natural_asks_for_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _cast(monkeypatch, voice=Voice(name="heart")).candidates("coach")[0].engine == "natural"


def test_the_name_of_an_engine_is_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    casting = _cast(monkeypatch, voice=Voice(name="tone"), of_natural=[HEART])
    assert casting.candidates("coach") == [Voice("tone")]


def test_an_engine_that_is_named_is_not_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    casting = _cast(monkeypatch, voice=Voice("natural"))
    assert casting.candidates("coach") == [Voice("natural")]
    assert not casting.can_do_without("natural")


@cases(
    ("text", "engine"),
    {
        "plain words": ("Plank. 30 seconds.", "natural"),
        "letters with accents": ("Flexión, Übung, Łódź", "natural"),
        "another script": ("Now 三 times", "pyttsx3"),
        "digits of another script": ("٣", "natural"),
    },
)
def test_what_the_best_voice_cannot_speak_is_spoken_by_the_next(
    monkeypatch: pytest.MonkeyPatch, text: str, engine: str
) -> None:
    casting = _cast(monkeypatch, of_natural=[HEART])
    assert casting.voice_for("say", text, text).engine == engine


def test_each_part_has_its_voice_and_the_coach_all_that_has_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    parts: dict[Part, Voice] = {"coach": Voice("a"), "count": Voice("b")}
    monkeypatch.setattr("voicecoach.speech.casting.can_speak", lambda *_: True)
    casting = _cast(monkeypatch, voice=Voice("c"), parts=parts)
    by_role = {
        "intro": "a", "announce": "a", "setup": "a", "tip": "a", "say": "a", "line": "a",
        "count": "b", "countdown": "b", "tempo": "b",
        "side": "a", "halfway": "a", "time-left": "a", "progress": "a", "clock": "a",
    }  # fmt: skip
    assert {role: casting.voice_for(role, "x", "x").engine for role in by_role} == by_role


def test_calls_are_sides_halfway_time_left_progress_and_clock(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("voicecoach.speech.casting.can_speak", lambda *_: True)
    casting = _cast(monkeypatch, voice=Voice("c"), parts={"calls": Voice("b")})
    for role in ("side", "halfway", "time-left", "progress", "clock"):
        assert casting.voice_for(role, "x", "x").engine == "b"
    for role in ("count", "countdown", "announce"):
        assert casting.voice_for(role, "x", "x").engine == "c"


def test_what_is_not_recorded_is_spoken_by_the_next_voice(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "plank.wav").touch()
    parts: dict[Part, Voice] = {"coach": Voice(RECORDINGS, str(tmp_path), volume=0.5)}
    casting = _cast(monkeypatch, parts=parts, of_natural=[HEART])
    plank = casting.voice_for("announce", "Plank", "Plank")
    assert (plank.engine, plank.name) == (RECORDINGS, str(tmp_path / "plank.wav"))
    assert plank.volume == 0.5
    assert plank.stamp
    assert casting.voice_for("announce", "Squats", "Squats") == Voice("natural", "heart")


def test_a_recording_is_found_by_what_is_written_whatever_is_spoken(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "hiit.wav").touch()
    casting = _cast(monkeypatch, parts={"coach": Voice(RECORDINGS, str(tmp_path))})
    assert casting.voice_for("say", "HIIT!", "hit!").engine == RECORDINGS


def test_each_part_has_its_folder_and_then_that_of_the_coach(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for folder, names in {"coach": ["one", "two"], "count": ["one", "three"]}.items():
        (tmp_path / folder).mkdir()
        for name in names:
            (tmp_path / folder / f"{name}.wav").touch()
    parts: dict[Part, Voice] = {
        "coach": Voice(RECORDINGS, str(tmp_path / "coach")),
        "count": Voice(RECORDINGS, str(tmp_path / "count")),
    }
    casting = _cast(monkeypatch, voice=Voice("tone"), parts=parts)

    def speaker(role: str, text: str) -> str:
        voice = casting.voice_for(role, text, text)
        return Path(voice.name).parent.name if voice.name else voice.engine

    assert [speaker("count", text) for text in ("One", "Two", "Three", "Four")] == [
        "count", "coach", "count", "tone"
    ]  # fmt: skip
    assert [speaker("say", text) for text in ("One", "Three")] == ["coach", "tone"]


def test_a_folder_of_recordings_is_read_once_a_build(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    parts: dict[Part, Voice] = {"coach": Voice(RECORDINGS, str(tmp_path))}
    casting = _cast(monkeypatch, voice=Voice("tone"), parts=parts)
    assert casting.voice_for("say", "One", "One").engine == "tone"
    (tmp_path / "one.wav").touch()
    assert casting.voice_for("say", "One", "One").engine == "tone"
    assert _cast(monkeypatch, parts=parts).voice_for("say", "One", "One").engine == RECORDINGS


def test_an_engine_that_cannot_start_is_done_without(monkeypatch: pytest.MonkeyPatch) -> None:
    casting = _cast(monkeypatch, of_natural=[HEART], of_piper=[JOE])
    assert casting.can_do_without("natural")
    without = casting.without(MissingEngineError("natural", "it is broken"))
    assert without.candidates("coach") == [Voice("piper", JOE.name), Voice("pyttsx3")]
    assert not without.can_do_without("natural")
    assert not without.can_do_without("pyttsx3")
