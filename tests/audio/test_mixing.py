import numpy as np
import pytest

from helpers.speaking import line
from voicecoach.audio import AudioSegment
from voicecoach.audio.levels import PROGRAMME_PEAK_DB
from voicecoach.audio.mixing import mix
from voicecoach.audio.pcm import FULL_SCALE, Pcm, from_samples, segment, silence, to_pcm
from voicecoach.audio.peaks import PeakMeter
from voicecoach.audio.placed import DUCKED_METRONOME_DB, METRONOME_DB
from voicecoach.routine.sounds import CLASSIC
from voicecoach.routine.utterance import Utterance
from voicecoach.timeline.model import Event, TimedPhase, Timeline
from voicecoach.units import gain


def _noise(length_ms: int, seed: int = 0) -> AudioSegment:
    rng = np.random.default_rng(seed)
    return segment(rng.integers(-3000, 3000, 48 * length_ms).astype("<i2").tobytes())


def _sine(length_ms: int, peak: float) -> AudioSegment:
    return from_samples(peak * np.sin(np.arange(48 * length_ms) / 7))


def _timeline(lengths_ms: list[int], events: list[Event]) -> Timeline:
    starts_ms = [sum(lengths_ms[:index]) for index in range(len(lengths_ms))]
    phases = tuple(
        TimedPhase("work", start_ms, length_ms, "a.yaml", 1)
        for start_ms, length_ms in zip(starts_ms, lengths_ms, strict=True)
    )
    return Timeline("T", "en", sum(lengths_ms), phases, tuple(events), (), ())


def _tone(start_ms: int, phase: int, role: str = "start") -> Event:
    return Event("tone", role, start_ms, 0, phase, None, 1, sound=CLASSIC[role])


def _speech(start_ms: int, phase: int, length_ms: int, text: str = "words") -> Event:
    return Event("speech", "say", start_ms, length_ms, phase, line(text), 1)


def _mixed(timeline: Timeline, clip: AudioSegment, tone: AudioSegment) -> list[Pcm]:
    """Return the samples of each phase."""
    pieces = [to_pcm(sound) for sound in mix(timeline, lambda _: clip, {CLASSIC["start"]: tone})]
    ends = [48 * phase.end_ms for phase in timeline.phases]
    assert sum(map(len, pieces)) == ends[-1]
    return np.split(np.concatenate(pieces), ends[:-1])


def test_each_phase_is_exactly_as_long_as_it_is_to_be() -> None:
    lengths_ms = [9, 18, 36, 71, 1, 10_000, 141, 333]  # some at which pydub's silence is too short
    sounds = _mixed(_timeline(lengths_ms, []), silence(1), silence(1))
    assert [len(sound) for sound in sounds] == [48 * length_ms for length_ms in lengths_ms]


@pytest.mark.parametrize("start_ms", [0, 1, 9, 18, 143, 999, 4321, 9700])
def test_a_sound_lies_at_its_exact_sample(start_ms: int) -> None:
    clip = _noise(300)
    (sound,) = _mixed(_timeline([10_000], [_speech(start_ms, 0, 300)]), clip, silence(1))
    assert (sound[48 * start_ms : 48 * (start_ms + 300)] == to_pcm(clip)).all()
    assert np.count_nonzero(sound) == np.count_nonzero(to_pcm(clip))


def test_times_count_from_the_start_of_the_programme() -> None:
    clip = _noise(50)
    sounds = _mixed(_timeline([1000, 500], [_speech(1100, 1, 50)]), clip, silence(1))
    assert not sounds[0].any()
    assert (sounds[1][4800:7200] == to_pcm(clip)).all()


def test_sounds_that_meet_are_added() -> None:
    clip, tone = _noise(400, seed=1), _noise(100, seed=2)
    timeline = _timeline([1000], [_speech(200, 0, 400), _tone(250, 0)])
    (sound,) = _mixed(timeline, clip, tone)
    both = to_pcm(clip).copy()
    both[48 * 50 : 48 * 150] += to_pcm(tone)
    assert (sound[48 * 200 : 48 * 600] == both).all()


def test_sounds_that_meet_are_turned_down_where_they_would_be_too_high() -> None:
    # At the peaks of both; two tones more would not fit into 16 bits.
    clip, tone = _sine(400, gain(-3.5)), _sine(200, gain(-6))
    for tones in (1, 3):
        events = [
            _speech(200, 0, 400),
            *(_tone(300, 0) for _ in range(tones)),
            _speech(900, 0, 400),
        ]
        (sound,) = _mixed(_timeline([2000], events), clip, tone)
        meter = PeakMeter(1)
        meter.add(sound / FULL_SCALE)
        assert meter.true_peak() < gain(PROGRAMME_PEAK_DB + 0.1)
        # What meets nothing is left as it is.
        assert (sound[48 * 900 : 48 * 1300] == to_pcm(clip)).all()


def test_a_tone_rings_on_over_the_next_phases() -> None:
    tone = _noise(500)
    sounds = _mixed(_timeline([100, 150, 1000], [_tone(60, 0)]), silence(1), tone)
    assert (np.concatenate(sounds)[48 * 60 : 48 * 560] == to_pcm(tone)).all()
    assert not sounds[2][48 * 310 :].any()


def test_a_tone_ends_with_the_programme() -> None:
    tone = _noise(500)
    (sound,) = _mixed(_timeline([200], [_tone(100, 0)]), silence(1), tone)
    assert (sound[4800:] == to_pcm(tone)[:4800]).all()


def test_a_tail_and_the_next_tone_are_added() -> None:
    tone = _noise(500)
    timeline = _timeline([100, 1000], [_tone(0, 0), _tone(100, 1)])
    sound = np.concatenate(_mixed(timeline, silence(1), tone)).astype(int)
    expected = np.zeros(48 * 1100, dtype=int)
    expected[: 48 * 500] += to_pcm(tone)
    expected[4800 : 48 * 600] += to_pcm(tone)
    assert (sound == expected).all()


def test_a_long_phase_comes_in_pieces() -> None:
    timeline = _timeline([3_600_000], [_speech(0, 0, 500), _speech(3_599_000, 0, 500)])
    pieces = list(mix(timeline, lambda _: _noise(500), {}))
    assert sum(map(len, pieces)) == 3_600_000
    assert max(map(len, pieces)) <= 60_000


def test_speech_that_would_leave_its_phase_is_an_error() -> None:
    with pytest.raises(ValueError, match="leaves its phase: 'words'"):
        _mixed(_timeline([300, 300], [_speech(100, 0, 201)]), _noise(201), silence(1))


def test_speech_is_asked_for_when_its_phase_comes() -> None:
    asked = []

    def clip(spoken: Utterance) -> AudioSegment:
        asked.append(spoken.text)
        return silence(10)

    timeline = _timeline([60_000, 100], [_speech(0, 0, 10, "one"), _speech(60_000, 1, 10, "two")])
    sounds = iter(mix(timeline, clip, {}))
    next(sounds)
    assert asked == ["one"]


CLICK_MS = 30


def _clicked(clicks_ms: list[int], lines: list[tuple[int, int]], tone: AudioSegment) -> list[float]:
    """Return how loud each click is against the tone in dB, in a phase with lines at these times."""
    speech = [Event("speech", "tip", start, length, 0, line("words"), 1) for start, length in lines]
    clicks = [_tone(at, 0, "metronome") for at in clicks_ms]
    timeline = _timeline([10_000], sorted([*speech, *clicks], key=lambda event: event.start_ms))
    (sound,) = _wave(timeline, silence(10_000), tone)
    wanted = to_pcm(tone).astype(float)
    levels = []
    for at in clicks_ms:
        heard = sound[48 * at : 48 * at + len(wanted)].astype(float)
        ratio = heard @ wanted / (wanted @ wanted)
        # The same samples but for their level, which pydub rounds down to 16 bit.
        assert np.abs(heard - ratio * wanted).max() < 1.2
        levels.append(round(20 * float(np.log10(ratio)), 1))
    return levels


def _wave(timeline: Timeline, clip: AudioSegment, tone: AudioSegment) -> list[Pcm]:
    return [
        np.concatenate(
            [to_pcm(sound) for sound in mix(timeline, lambda _: clip, {CLASSIC["metronome"]: tone})]
        )
    ]


DUCKED_DB = METRONOME_DB + DUCKED_METRONOME_DB


def test_a_metronome_is_softer_than_the_other_tones() -> None:
    assert _clicked([0, 333, 667, 9970], [], _noise(CLICK_MS)) == [METRONOME_DB] * 4
    assert METRONOME_DB <= -6


@pytest.mark.parametrize(
    ("click_ms", "meets"),
    [
        (3000 - 100 - CLICK_MS, False),
        (3000 - 100 - CLICK_MS + 1, True),
        (2990, True),
        (3000, True),
        (3500, True),
        (4000, True),
        (4099, True),
        (4100, False),
        (4500, False),
        (4971, True),
    ],
)
def test_a_click_that_meets_a_line_is_softer_still(click_ms: int, meets: bool) -> None:
    (level,) = _clicked([click_ms], [(0, 500), (3000, 1000), (5100, 400)], _noise(CLICK_MS))
    assert level == (DUCKED_DB if meets else METRONOME_DB)


def test_a_line_of_the_next_phase_makes_a_click_softer_too() -> None:
    tone = _noise(CLICK_MS)
    spoken = Event("speech", "announce", 1000, 500, 1, line("words"), 1)
    timeline = _timeline(
        [1000, 2000], [_tone(400, 0, "metronome"), _tone(900, 0, "metronome"), spoken]
    )
    (sound,) = _wave(timeline, silence(500), tone)
    assert np.abs(sound[48 * 400 : 48 * 430]).max() > 2 * np.abs(sound[48 * 900 : 48 * 930]).max()


def test_a_file_in_the_place_of_the_metronome_is_as_soft() -> None:
    assert _clicked([1000, 3500], [(3000, 1000)], _noise(400)) == [METRONOME_DB, DUCKED_DB]


def test_a_metronomes_tone_that_the_author_placed_is_not_softer() -> None:
    tone = _noise(CLICK_MS)
    placed = Event("tone", "sound", 500, CLICK_MS, 0, None, 1, sound=CLASSIC["metronome"])
    (sound,) = _wave(_timeline([1000], [placed]), silence(1), tone)
    assert (sound[48 * 500 : 48 * 530] == to_pcm(tone)).all()


def test_a_loud_click_under_speech_leaves_the_speech_as_it_is() -> None:
    spoken = Event("speech", "tip", 0, 400, 0, line("words"), 1)
    clip, tone = _noise(400, seed=1), _noise(CLICK_MS, seed=2)
    timeline = _timeline([1000], [spoken, _tone(200, 0, "metronome")])
    (sound,) = _wave(timeline, clip, tone)
    left = sound[: 48 * 400].astype(int) - to_pcm(clip)
    assert np.abs(left).max() <= np.abs(to_pcm(tone)).max() * gain(DUCKED_DB) + 1
    assert not left[: 48 * 200].any()
