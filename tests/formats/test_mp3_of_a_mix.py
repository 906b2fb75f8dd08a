"""Spans of a mix: known by their keys before they are mixed, and encoded as any other samples."""

import io
from pathlib import Path

import numpy as np
import soundfile
from hypothesis import given, settings
from hypothesis import strategies as st

from helpers.mp3_listening import noise, snr_db
from voicecoach.audio import AudioSegment
from voicecoach.audio.mixing import Mix, Stretch
from voicecoach.audio.pcm import join, to_pcm
from voicecoach.audio.placed import PlacedSound
from voicecoach.files.store import Store
from voicecoach.formats import Form, Tags, mp3
from voicecoach.formats.encoders import mp3_mix
from voicecoach.formats.encoders.lame import Coding

# When each begins after the one before ended, and how long it is.
layouts = st.lists(
    st.tuples(st.integers(0, 900), st.integers(1, 4) | st.integers(5, 400)), max_size=8
)


def _stretch(start_ms: int, length_ms: int, mixed: list[int]) -> Stretch:
    def sound() -> AudioSegment:
        mixed.append(start_ms)
        return noise(length_ms)

    placed = PlacedSound(start_ms, length_ms, str(length_ms), sound)
    return Stretch((placed,), start_ms, start_ms + length_ms)


def _mix(layout: list[tuple[int, int]], closing_ms: int, mixed: list[int] | None = None) -> Mix:
    stretches, at_ms = [], 0
    for gap_ms, length_ms in layout:
        stretches.append(_stretch(at_ms + gap_ms, length_ms, [] if mixed is None else mixed))
        at_ms += gap_ms + length_ms
    return Mix(stretches, at_ms + closing_ms, lambda _: None)


def _written(mix: Mix, store: Store | None = None) -> bytes:
    file = io.BytesIO()
    mp3.write(file, mix, Form(mix.length_ms, store=store), Tags("Legs"))
    return file.getvalue()


@given(layouts, st.integers(1, 700))
@settings(max_examples=25)
def test_it_decodes_to_what_was_mixed(layout: list[tuple[int, int]], closing_ms: int) -> None:
    mix = _mix(layout, closing_ms)
    sent = to_pcm(join(mix))
    file = _written(mix)
    heard, _ = soundfile.read(io.BytesIO(file), dtype="int16")
    assert len(heard) == len(sent)
    if sent.any():
        plain = io.BytesIO()
        mp3.write(plain, list(mix), Form(mix.length_ms), Tags("Legs"))
        whole, _ = soundfile.read(io.BytesIO(plain.getvalue()), dtype="int16")
        assert snr_db(sent, heard) > min(snr_db(sent, whole), 20) - 4


def test_only_spans_that_are_not_kept_are_mixed(tmp_path: Path) -> None:
    store = Store(tmp_path)
    layout = [(500, 300), (3000, 200), (3000, 100), (3000, 90_000), (100, 50)]
    mixed: list[int] = []
    first = _written(_mix(layout, 500, mixed), store)
    assert len(mixed) == 5
    mixed.clear()
    assert _written(_mix(layout, 500, mixed), store) == first
    # What lasts longer than a minute is not kept.
    assert len(mixed) == 2
    mixed.clear()
    # Longer by a frame.
    layout[1] = (3000, 224)
    changed = _written(_mix(layout[:3], 500, mixed), store)
    assert mixed == [3800]
    assert changed == _written(_mix(layout[:3], 500))


def test_spans_with_one_key_have_the_same_samples_and_others_have_another() -> None:
    by_key: dict[str, bytes] = {}
    by_pcm: dict[bytes, str] = {}
    rng = np.random.default_rng(1)
    for _ in range(40):
        layout = [
            (int(rng.integers(4) * 300 + 12), int(rng.choice([24, 100, 48]))) for _ in range(6)
        ]
        for part in mp3_mix._parts(_mix(layout, 100)):
            if not isinstance(part, int):
                key, pcm = part.key(Coding(1, 64)), b"".join(part.pieces())
                assert by_key.setdefault(key, pcm) == pcm
                assert by_pcm.setdefault(pcm, key) == key
    assert len(by_key) > 20
