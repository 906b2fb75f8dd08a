"""Where a build's time goes: a profile by steps, of the thread that everything waits for.

`python -m benchmarks.steps ROUTINE OUTPUT` builds like `voicecoach build` and prints JSON: the
seconds of each step. A thousand times a second it is looked up which module is at work; time in
which the main thread waits for another process or thread belongs to the step that waits.
"""

import json
import signal
import sys
import time
from collections import defaultdict
from types import FrameType

_EVERY_S = 0.001
IMPORTS = "imports"
OTHER = "other"
# The innermost frame of one of these modules decides; the longest name that fits counts.
STEPS = {
    "voicecoach.text": "reading the routine",
    "voicecoach.language": "reading the routine",
    "voicecoach.routine": "reading the routine",
    "voicecoach.phrases": "planning",
    "voicecoach.session.sounds": "tones",
    "voicecoach.audio.tones": "tones",
    "voicecoach.timeline": "planning",
    "voicecoach.speech": "speaking",
    "voicecoach.audio.clips": "trimming and levelling clips",
    "voicecoach.audio.limiter": "trimming and levelling clips",
    "voicecoach.audio.loudness": "trimming and levelling clips",
    "voicecoach.files.store": "the store",
    "voicecoach.files.entries": "the store",
    "voicecoach.session.records": "the store",
    "voicecoach.files.inputs": "the store",
    "voicecoach.audio": "mixing",
    "voicecoach.formats": "writing the file",
    "voicecoach.formats.encoders.mp3_frames": "encoding",
    "voicecoach.formats.encoders.mp3_mix": "encoding",
    "voicecoach.formats.encoders.mp3_music_span": "encoding",
    "voicecoach.formats.encoders.mp3_over_music": "encoding",
    "voicecoach.formats.encoders.mp3_seam": "encoding",
    "voicecoach.formats.encoders.lame": "encoding",
    "voicecoach.formats.encoders.side_by_side": "encoding",
    "voicecoach.formats.encoders.crc_16": "checksum",
    "voicecoach.formats.tags.id3": "tags and cover",
    "voicecoach.session.tagging": "tags and cover",
    "voicecoach.outputs": "tags and cover",
}
# Parts that every step uses: the step is found further out.
_SHARED = ("voicecoach.audio.pcm", "voicecoach.units")


class Sampler:
    """Counts the main thread's time by steps while it runs."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)
        self._last_s = time.perf_counter()

    def start(self) -> None:
        """Begin to count."""
        signal.signal(signal.SIGALRM, self._count)
        signal.setitimer(signal.ITIMER_REAL, _EVERY_S, _EVERY_S)

    def stop(self) -> None:
        """End counting."""
        signal.setitimer(signal.ITIMER_REAL, 0)

    def _count(self, number: int, frame: FrameType | None) -> None:  # noqa: ARG002
        # All since the last signal: within a long call into C none is delivered.
        now_s = time.perf_counter()
        self.seconds[_step(frame)] += now_s - self._last_s
        self._last_s = now_s


def _step(frame: FrameType | None) -> str:
    while frame:
        module = frame.f_globals.get("__name__", "")
        top_level = frame.f_code.co_name == "<module>" and module != "__main__"
        if top_level or "importlib" in module:
            return IMPORTS
        step = _of_module(module)
        if step:
            return step
        frame = frame.f_back
    return OTHER


def _of_module(module: str) -> str | None:
    if not module.startswith("voicecoach.") or module.startswith(_SHARED):
        return None
    fitting = [name for name in STEPS if module.startswith(name)]
    return STEPS[max(fitting, key=len)] if fitting else None


def main() -> None:
    """Build, and print what each step took."""
    sampler = Sampler()
    sampler.start()
    from voicecoach.cli import run

    code = run(["build", "--quiet", sys.argv[1], "-o", sys.argv[2], "--voice", "pyttsx3"])
    sampler.stop()
    print(json.dumps(sampler.seconds))
    sys.exit(code)


if __name__ == "__main__":
    main()
