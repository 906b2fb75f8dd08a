"""Joined spans against one encoder for the whole: the proof in `mp3_frames`, put to the test."""

import io

import numpy as np
import numpy.typing as npt
import pytest
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.mp3_listening import snr_db
from voicecoach.audio.pcm import Pcm, segment
from voicecoach.formats.encoders.info_frame import info_frame
from voicecoach.formats.encoders.lame import FRAME_SAMPLES, Coding, LameEncoder
from voicecoach.formats.encoders.mp3_frames import frames

CODINGS = [Coding(1, 64), Coding(1, 192), Coding(2, 128), Coding(2, 320)]
# Beyond this, LAME's choices differ between any two encodings, for the better and for the worse.
GOOD_DB = 20
# Silence of up to 23 frames stays in a span.
layouts = st.lists(
    st.tuples(
        st.integers(0, 900),
        st.integers(1, 150),
        st.sampled_from(["noise", "tone", "struck"]),
    ),
    min_size=1,
    max_size=3,
)


@given(layouts, st.integers(0, 700), st.sampled_from(CODINGS))
@settings(max_examples=25)
def test_joined_spans_decode_as_one_encoder_would_have_it(
    layout: list[tuple[int, int, str]], closing_ms: int, coding: Coding
) -> None:
    sent = _laid_out(layout, closing_ms, coding.channels)
    stream = b"".join(
        encoded.frames for encoded in frames([segment(sent.tobytes(), coding.channels)], coding)
    )
    joined = _decoded(stream, len(sent), coding)
    whole = _decoded(_by_one_encoder(sent, len(stream), coding), len(sent), coding)
    assert joined.shape == whole.shape == sent.shape
    assert snr_db(sent, joined) > min(snr_db(sent, whole), GOOD_DB) - 4
    assert np.abs(joined - sent).max() < 3 * np.abs(whole - sent).max() + 8
    assert not joined[_far_from_sound(sent)].any()


def _laid_out(layout: list[tuple[int, int, str]], closing_ms: int, channels: int) -> Pcm:
    """Return the samples of silences, each followed by a sound, and a silence at the end."""
    rng = np.random.default_rng(len(layout))
    parts = []
    for silent_ms, length_ms, kind in layout:
        time = np.arange(48 * length_ms)
        if kind == "noise":
            sound = np.convolve(rng.normal(0, 0.1, len(time)), np.ones(16) / 8, "same")
        else:
            sound = 0.25 * np.sin(time * rng.uniform(0.02, 0.2))
            sound *= np.exp(-time / 2000) if kind == "struck" else 1
        parts += [np.zeros(48 * silent_ms), sound]
    wave = np.concatenate([*parts, np.zeros(48 * closing_ms)])
    places = [wave, 0.5 * np.roll(wave, 9)][:channels]
    pcm: Pcm = np.rint(np.stack(places, axis=1) * 32_768).astype("<i2")
    return pcm


def _by_one_encoder(sent: Pcm, byte_count: int, coding: Coding) -> bytes:
    encoder = LameEncoder(coding)
    frame_count = byte_count // coding.frame_bytes
    padded = np.pad(sent, ((0, frame_count * FRAME_SAMPLES - len(sent)), (0, 0)))
    return (encoder.encode(padded.tobytes()) + encoder.flush())[:byte_count]


def _decoded(stream: bytes, length: int, coding: Coding) -> npt.NDArray[np.int32]:
    info = info_frame(coding, stream[:4], length, len(stream) // coding.frame_bytes, 0)
    pcm, _ = soundfile.read(io.BytesIO(info + stream), dtype="int16", always_2d=True)
    return np.asarray(pcm).astype(np.int32)


def _far_from_sound(sent: Pcm) -> npt.NDArray[np.bool_]:
    """Return which moments have no sound within two frames."""
    reach = 2 * FRAME_SAMPLES
    sounding = np.pad(np.any(sent, axis=1), (reach + 1, reach))
    sounds_until = np.cumsum(sounding)
    far: npt.NDArray[np.bool_] = sounds_until[2 * reach + 1 :] == sounds_until[: -2 * reach - 1]
    return far


@pytest.mark.parametrize("coding", CODINGS, ids=str)
def test_a_sound_has_coefficients_in_its_frame_and_the_next_alone(coding: Coding) -> None:
    """The reach in the proof's second step: a click anywhere in source frame 6."""
    for at in (0, 1, 47, 48, 575, 576, 1103, 1104, 1151):
        pcm = np.zeros((12 * FRAME_SAMPLES, coding.channels), dtype="<i2")
        pcm[6 * FRAME_SAMPLES + at] = 30_000
        assert _frames_with_coefficients(pcm, coding) <= {6, 7}


def _frames_with_coefficients(pcm: Pcm, coding: Coding) -> set[int]:
    """Return the frames with a granule that takes up bits (ISO/IEC 11172-3, 2.4.1.7)."""
    encoder = LameEncoder(coding)
    stream = encoder.encode(pcm.tobytes()) + encoder.flush()
    # After the start of the data, private bits and four bits a channel; 59 bits a granule.
    head_bits, side_bytes = ((9 + 5 + 4, 17), (9 + 3 + 8, 32))[coding.channels - 1]
    found = set()
    for number in range(len(stream) // coding.frame_bytes):
        start = number * coding.frame_bytes + 4
        bits = "".join(f"{byte:08b}" for byte in stream[start : start + side_bytes])
        granules = [head_bits + 59 * each for each in range(2 * coding.channels)]
        if any(int(bits[at : at + 12], 2) for at in granules):
            found.add(number)
    return found
