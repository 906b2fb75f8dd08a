from pathlib import Path

import pytest

from helpers.cases import cases
from voicecoach import phrases
from voicecoach.playing.keys import actions
from voicecoach.playing.playback import Playback
from voicecoach.playing.players import Player
from voicecoach.playing.programme import Part, Programme
from voicecoach.playing.sound import Sound
from voicecoach.problems import PlayerError

STARTS_MS = (5000, 20_000, 40_000)
LENGTH_MS = 60_000
PROGRAMME = Programme(
    "Legs", LENGTH_MS, [Part(0, LENGTH_MS, "Legs")], STARTS_MS, (), phrases.english()
)


class Clock:
    """A clock that stands still until it is told otherwise."""

    def __init__(self) -> None:
        self.ms = 1_000_000

    def __call__(self) -> int:
        return self.ms


class Recorded(Sound):
    """A sound that only writes down when it is started, and ends when it is told."""

    def __init__(self, seeks: bool = True) -> None:
        self.log: list[int | str] = []
        self.ended = False
        self._player = Player("fake", lambda _: (), seeks)

    def start(self, at_ms: int) -> None:
        self.log.append(at_ms)

    def close(self) -> None:
        self.log.append("stop")

    def has_ended(self) -> bool:
        return self.ended

    def failure(self) -> PlayerError:
        return PlayerError("no device")


@cases(
    ("typed_at_s", "at_ms", "heard"),
    {
        "nothing": ([], 30_000, [0]),
        "a pause": ([(10, " ")], 10_000, [0, "stop"]),
        "a pause and on": ([(10, " "), (25, " ")], 15_000, [0, "stop", 10_000]),
        "next": ([(10, "n")], 40_000, [0, "stop", 20_000]),
        "next twice": ([(10, "nn")], 60_000, [0, "stop", 20_000, "stop", 40_000]),
        "next in a pause": ([(10, " n")], 20_000, [0, "stop", "stop"]),
        "the last one's next is the end": (
            [(10, "nnn")],
            80_000,
            [0, *["stop", 20_000, "stop", 40_000, "stop"]],
        ),
        "back to the beginning": ([(25, "p")], 25_000, [0, "stop", 20_000]),
        "back to the one before": ([(22, "p")], 13_000, [0, "stop", 5000]),
        "back before the first": ([(4, "p")], 26_000, [0, "stop", 0]),
    },
)
def test_keys_move_the_programme_and_the_sound_with_it(
    typed_at_s: list[tuple[int, str]], at_ms: int, heard: list[int | str]
) -> None:
    clock, sound = Clock(), Recorded()
    begun_ms = clock.ms
    playback = Playback(PROGRAMME, sound, clock)
    playback.play()
    for at_s, typed in typed_at_s:
        clock.ms = begun_ms + 1000 * at_s
        for action in actions(typed):
            playback.do(action)
    clock.ms = begun_ms + 30_000
    assert (playback.at_ms, sound.log) == (at_ms, heard)


def test_without_sound_the_clock_ends_it() -> None:
    clock = Clock()
    playback = Playback(PROGRAMME, None, clock)
    playback.play()
    clock.ms += LENGTH_MS - 1
    assert not playback.is_over()
    clock.ms += 1
    assert playback.is_over()


def test_the_player_ends_it_near_the_end() -> None:
    clock, sound = Clock(), Recorded()
    playback = Playback(PROGRAMME, sound, clock)
    playback.play()
    clock.ms += LENGTH_MS + 500
    assert not playback.is_over()
    sound.ended = True
    assert playback.is_over()


def test_a_player_that_hangs_is_not_waited_for() -> None:
    clock = Clock()
    playback = Playback(PROGRAMME, Recorded(), clock)
    playback.play()
    clock.ms += LENGTH_MS + 3000
    assert playback.is_over()


def test_a_player_that_ends_long_before_has_failed_whatever_its_exit_code() -> None:
    clock, sound = Clock(), Recorded()
    playback = Playback(PROGRAMME, sound, clock)
    playback.play()
    clock.ms += 20_000
    sound.ended = True
    with pytest.raises(PlayerError, match="no device"):
        playback.is_over()


def test_the_end_is_reached_by_a_key_without_a_player() -> None:
    clock = Clock()
    playback = Playback(PROGRAMME, Recorded(), clock)
    playback.play()
    for _ in range(4):
        playback.do("following")
    assert playback.is_over()


def test_a_pause_lasts_as_long_as_one_likes() -> None:
    clock = Clock()
    playback = Playback(PROGRAMME, None, clock)
    playback.play()
    playback.do("pause")
    clock.ms += 10 * LENGTH_MS
    assert playback.is_paused
    assert not playback.is_over()


def test_a_player_that_cannot_seek_is_left_alone() -> None:
    clock, sound = Clock(), Recorded(seeks=False)
    playback = Playback(PROGRAMME, sound, clock)
    playback.play()
    clock.ms += 10_000
    for action in actions(" np"):
        playback.do(action)
    assert (playback.at_ms, playback.is_paused, sound.log) == (10_000, False, [0])


def test_a_program_that_cannot_be_run_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "player"
    broken.write_text("no program")
    broken.chmod(0o755)
    with (tmp_path / "errors").open("wb+") as errors:
        sound = Sound(Player(str(broken), lambda _: ()), tmp_path / "legs.mp3", errors)
        with pytest.raises(PlayerError, match="cannot be run"):
            sound.start(0)
