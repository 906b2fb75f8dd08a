"""The worker that runs one speech engine: `python -m voicecoach.speech.engine_worker`.

Requests are `{"do": "open", "voice", "language"}` with the fields of a `Voice`, `{"do": "start"}`,
`{"do": "speak", "text", "file", "finishing"}`, which writes 16-bit samples to a file and answers
with their `rate_hz`, and `{"do": "voices"}`. `finishing` is what `finish` is given, or null for
samples as they are. If the request failed, the answer has `error`, a `hint` or none, and the `kind`
of error: `missing`, `voice`, `failed`, or `foreign` if it is no error of ours.
"""

import json
import os
import queue
import signal
import threading
from pathlib import Path
from typing import Any

from msgspec.structs import asdict

from voicecoach.audio.clips import finish
from voicecoach.audio.pcm import to_pcm
from voicecoach.problems import MissingEngineError, NoVoiceError, VoicecoachError, words_of
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, open_engine, spoken_by
from voicecoach.speech.recording_check import check_recording
from voicecoach.units import SAMPLE_RATE_HZ


class _Host:
    """Answers requests with one engine."""

    _voice: Voice
    _engine: Engine

    def open(self, voice: dict[str, Any], language: str) -> dict[str, Any]:
        self._voice = Voice(**{**voice, "run": tuple(voice["run"])})
        self._engine = open_engine(self._voice, language)
        return {}

    def start(self) -> dict[str, Any]:
        # It is an option, which the engine of another package may lack.
        if hasattr(self._engine, "start"):
            self._engine.start()
        return {}

    def speak(self, text: str, file: str, finishing: dict[str, float] | None) -> dict[str, Any]:
        recording = spoken_by(self._engine, text)
        check_recording(recording, text, self._voice)
        if finishing is not None:
            clip = finish(recording.samples, recording.rate_hz, **finishing)
            recording = Recording(to_pcm(clip), SAMPLE_RATE_HZ)
        target = Path(file)
        # Some file systems wait for the disk where a file is emptied and written anew.
        target.unlink(missing_ok=True)
        target.write_bytes(recording.samples.astype("<i2").tobytes())
        return {"rate_hz": int(recording.rate_hz)}

    def voices(self) -> dict[str, Any]:
        return {"voices": [asdict(voice) for voice in self._engine.voices()]}


def main() -> None:
    """Answer requests until the input ends."""
    # Ctrl-C reaches every process in a terminal; the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Whatever an engine prints, and whatever it reads, is no part of the conversation.
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    questions = os.fdopen(os.dup(0), "rb")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(questions, requests), daemon=True).start()
    host = _Host()
    while True:
        request = json.loads(requests.get())
        answers.write(json.dumps(_answer(host, request)) + "\n")
        answers.flush()


def _answer(host: _Host, request: dict[str, Any]) -> dict[str, Any]:
    action = request.pop("do")
    try:
        answer: dict[str, Any] = getattr(host, action)(**request)
    except MissingEngineError as error:
        return {"error": error.reason, "kind": "missing", "hint": error.hint}
    except NoVoiceError as error:
        return {"error": error.message, "kind": "voice", "hint": error.hint}
    except VoicecoachError as error:
        return {"error": error.message, "kind": "failed", "hint": error.hint}
    except Exception as error:
        return {"error": words_of(error), "kind": "foreign"}
    return answer


def _listen(questions: Any, requests: "queue.SimpleQueue[bytes]") -> None:
    for line in questions:
        requests.put(line)
    # The parent is gone. Exit at once, as the main thread may hang.
    os._exit(0)


if __name__ == "__main__":
    main()
