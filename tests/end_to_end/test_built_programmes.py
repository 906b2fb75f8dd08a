"""Whole programmes, from the routine's file to what is heard.

One is built with tones in place of words, one with the system's voice; the same must hold of both.
"""

import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from msgspec.structs import replace

from helpers.listening import Heard, listen, tags
from helpers.routines import rule_of_thumb
from helpers.sessions import TONES, built
from voicecoach.files import shipped
from voicecoach.language import load
from voicecoach.routine.sounds import ROLES
from voicecoach.routine.voice import Voice
from voicecoach.session.build import BuildResult
from voicecoach.session.options import Options
from voicecoach.timeline import plan

FRAME_MS = 24
# What lies two MP3 frames from all sound is encoded by itself.
SMEAR_MS = 2 * FRAME_MS
# The longest pause that the voice makes between two sentences, with something to spare.
LONGEST_PAUSE_MS = 600

EVERY_CUE = Path(__file__).parent / "every_cue.yaml"
needs_voice = pytest.mark.skipif(sys.platform != "linux", reason="the voice is espeak's")


SYSTEM, NATURAL = Options(voice="pyttsx3"), Options(voice="natural")


@dataclass(frozen=True, slots=True)
class Programme:
    """A built file, how it was built, and how it sounds."""

    routine: Path
    options: Options
    cache: Path
    built: BuildResult
    heard: Heard


@pytest.fixture(
    scope="module",
    params=[
        pytest.param((shipped.routine("desk-break"), TONES), id="tones"),
        pytest.param((EVERY_CUE, SYSTEM), id="the system's voice", marks=needs_voice),
        pytest.param((EVERY_CUE, NATURAL), id="the natural voice"),
    ],
)
def programme(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Programme:
    routine, options = request.param
    directory = tmp_path_factory.mktemp(routine.stem)
    cache = directory / "cache"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        made = built(routine, directory / "built.mp3", options)
    return Programme(routine, options, cache, made, listen(made.target))


def test_every_kind_of_tone_is_listened_to() -> None:
    timeline = plan(load(EVERY_CUE), rule_of_thumb)
    assert timeline.warnings == ()
    assert {event.role for event in timeline.events if event.kind == "tone"} == {*ROLES, "sound"}


def test_every_tone_begins_within_a_millisecond_of_its_time(programme: Programme) -> None:
    tones = [event for event in programme.built.timeline.events if event.kind == "tone"]
    assert tones
    for tone in tones:
        late_ms = programme.heard.onset_ms(tone) - tone.start_ms
        assert abs(late_ms) <= 1, f"{tone.role} at {tone.start_ms} ms is {late_ms} ms late"


def test_the_file_is_as_long_as_the_programme(programme: Programme) -> None:
    difference_ms = programme.heard.length_ms - programme.built.timeline.duration_ms
    assert abs(difference_ms) <= FRAME_MS


def test_every_line_sounds_from_its_start_to_its_end(programme: Programme) -> None:
    # The softest consonants of the natural voice are below what counts as heard here.
    soft_ms = 40 if programme.options == NATURAL else 15
    for event in programme.built.timeline.events:
        if event.kind == "speech":
            first_ms, last_ms, longest_pause_ms = programme.heard.sounding_ms(event)
            assert first_ms <= soft_ms, event.text
            # A line is followed by silence up to a whole frame.
            assert last_ms >= event.length_ms - soft_ms - FRAME_MS, event.text
            assert longest_pause_ms <= LONGEST_PAUSE_MS, event.text


def test_nothing_sounds_where_the_timeline_says_nothing(programme: Programme) -> None:
    events = programme.built.timeline.events
    assert programme.heard.loudest_beside(events, SMEAR_MS) == 0


def test_the_file_says_what_it_is_and_who_made_it(programme: Programme) -> None:
    found = tags(programme.built.target)
    assert found["title"] == programme.built.timeline.title
    assert found["artist"] == "voicecoach"


def test_with_tones_for_words_the_programme_is_the_one_of_the_rule_of_thumb(
    programme: Programme,
) -> None:
    if programme.options == TONES:
        routine = replace(load(programme.routine), voice=Voice(engine="tone"))
        assert programme.built.timeline == plan(routine, rule_of_thumb)


def test_a_second_build_is_the_same_to_the_byte(
    programme: Programme, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(programme.cache))
    again = built(programme.routine, tmp_path / "again.mp3", programme.options)
    assert again.timeline == programme.built.timeline
    assert again.target.read_bytes() == programme.built.target.read_bytes()


@pytest.mark.parametrize("stage", ["Reading", "Speaking", "Mixing"])
def test_an_interrupted_build_leaves_the_old_file_and_nothing_beside_it(
    tmp_path: Path, stage: str
) -> None:
    target = tmp_path / "music" / "legs.mp3"
    target.parent.mkdir()
    target.write_bytes(b"the old one")

    def interrupt(now: str, done: int, _total: int | None) -> None:
        # Well into the stage, where it can be told how far that is.
        if now == stage and (done > 0 or stage == "Reading"):
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        built(EVERY_CUE, target, TONES, interrupt)
    assert target.read_bytes() == b"the old one"
    assert list(target.parent.iterdir()) == [target]
