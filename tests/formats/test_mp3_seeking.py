import numpy as np
import pytest

from helpers.cases import cases
from helpers.mp3_listening import by_ffmpeg, encoded
from voicecoach.audio.pcm import Pcm, Samples, from_samples, to_pcm
from voicecoach.formats import Tags
from voicecoach.timeline.model import Chapter

LENGTH_MS = 60_000
STARTS_MS = [0, 20_013, 58_001]
BEGINNING = 48 * 100


@pytest.fixture(scope="module", params=[1, 2], ids=["mono", "stereo"])
def programme(request: pytest.FixtureRequest) -> tuple[Pcm, bytes]:
    """A programme whose chapters begin with a sound of their own, of one channel, and its file."""
    rng = np.random.default_rng(1)
    wave: Samples = np.zeros(48 * LENGTH_MS)
    for start_ms in STARTS_MS:
        wave[48 * start_ms :][: 3 * BEGINNING] = np.convolve(
            rng.normal(0, 0.1, 3 * BEGINNING), np.ones(8) / 8, "same"
        )
    ends_ms = [*STARTS_MS[1:], LENGTH_MS]
    chapters = [
        Chapter(f"Part {start_ms}", start_ms, end_ms)
        for start_ms, end_ms in zip(STARTS_MS, ends_ms, strict=True)
    ]
    sound = from_samples(wave if request.param == 1 else np.stack((wave, wave), axis=1))
    return to_pcm(from_samples(wave)), encoded(sound, tags=Tags("Legs", chapters=chapters))


@pytest.mark.parametrize("start_ms", STARTS_MS)
@cases(
    ("options", "within_ms"),
    {
        "exactly": ((), 0),
        "to the frame": (("-noaccurate_seek",), 24),
    },
)
def test_a_player_that_seeks_to_a_chapter_hears_its_beginning(
    programme: tuple[Pcm, bytes], start_ms: int, options: tuple[str, ...], within_ms: int
) -> None:
    sent, file = programme
    heard = by_ffmpeg(file, *options, "-ss", f"{start_ms / 1000}", "-t", "0.5")
    beginning = sent[48 * start_ms :][:BEGINNING].astype(np.float64)
    around = np.pad(heard[: 2 * BEGINNING], (BEGINNING, 0)).astype(np.float64)
    late = int(np.correlate(around, beginning, "valid").argmax()) - BEGINNING
    assert abs(late) <= 48 * within_ms
