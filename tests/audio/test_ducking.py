import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from voicecoach.audio.ducking import Envelope

HOUR_MS = 3_600_000


def _level_db(envelope: Envelope, at_ms: float) -> float:
    at = round(at_ms)
    return float(20 * np.log10(envelope.between(at, at + 1).gains(0, 1)[0]))


def test_music_is_down_when_a_line_begins_and_up_1100_ms_after_it() -> None:
    envelope = Envelope([(10_000, 12_000)], -15.0, 0, HOUR_MS)
    levels = {at_ms: _level_db(envelope, at_ms) for at_ms in (9750, 9875, 10_000, 12_300, 12_700, 13_100)}  # fmt: skip
    assert levels == pytest.approx(
        {9750: 0, 9875: -7.5, 10_000: -15, 12_300: -15, 12_700: -7.5, 13_100: 0}, abs=0.01
    )


@pytest.mark.parametrize(("gap_ms", "highest_db"), [(1099, -15), (1350, 0), (5000, 0)])
def test_music_stays_down_in_gaps_under_1100_ms(gap_ms: int, highest_db: float) -> None:
    start_ms = 12_000 + gap_ms
    envelope = Envelope([(10_000, 12_000), (start_ms, start_ms + 500)], -15.0, 0, HOUR_MS)
    between = envelope.between(12_000, start_ms).gains(0, gap_ms)
    assert 20 * np.log10(between.max()) == pytest.approx(highest_db, abs=0.05)


def test_in_a_gap_too_short_to_come_up_wholly_rise_and_fall_meet() -> None:
    envelope = Envelope([(10_000, 12_000), (13_200, 14_000)], -15.0, 0, HOUR_MS)
    between_db = 20 * np.log10(envelope.between(12_000, 13_200).gains(0, 1200))
    assert -5 < between_db.max() < -1
    assert np.abs(np.diff(between_db)).max() < 15 / 250 / 48 * 1.1


def test_music_fades_in_and_out_with_the_programme() -> None:
    envelope = Envelope([], -15.0, 2000, 10_000)
    gains = envelope.between(0, 10_000).gains(0, 10_000)
    assert (gains[0], gains[48_000], gains[240_000], gains[432_000]) == pytest.approx((0, 0.5, 1, 0.5), abs=0.001)  # fmt: skip
    assert gains[-1] < 0.001


def test_fades_longer_than_the_programme_meet_in_its_middle() -> None:
    gains = Envelope([], -15.0, 60_000, 1000).between(0, 1000).gains(0, 1000)
    assert gains.argmax() == pytest.approx(24_000, abs=50)
    assert gains.max() == pytest.approx(1.0, abs=0.01)


@settings(max_examples=30)
@given(
    st.lists(st.tuples(st.integers(0, 1500), st.integers(1, 1500)), max_size=6),
    st.floats(-60, 0),
    st.integers(100, 7000),
)
def test_music_is_never_louder_than_any_line_allows(
    gaps_and_lengths: list[tuple[int, int]], duck_db: float, piece_ms: int
) -> None:
    spoken, at_ms = [], 0
    for gap_ms, length_ms in gaps_and_lengths:
        spoken.append((at_ms + gap_ms, at_ms + gap_ms + length_ms))
        at_ms += gap_ms + length_ms
    envelope = Envelope(spoken, duck_db, 0, 20_000)
    whole = np.concatenate(
        [
            envelope.between(start, start + piece_ms).gains(0, piece_ms)
            for start in range(0, 20_000, piece_ms)
        ]
    )
    levels_db = 20 * np.log10(whole[: 48 * 19_900] + 1e-9)
    for start_ms, end_ms in spoken:
        assert levels_db[48 * start_ms : 48 * (end_ms + 300)].max() <= duck_db + 0.1
    steepest = np.abs(np.diff(levels_db[48 : 48 * 19_000])).max()
    assert steepest <= max(-duck_db, 0.001) / 250 / 48 * 1.3
