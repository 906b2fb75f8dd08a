"""The worker that runs pyttsx3: `python -m voicecoach.speech.pyttsx3_worker`.

pyttsx3 prints, supports neither threads nor a second engine, and can crash or hang the process.
Requests are `{"do": "installed"}`, `{"do": "choose", "voice", "rate_wpm", "pitch"}` and
`{"do": "speak", "text", "file"}`; an answer has `error` if the request failed.
"""

import json
import os
import queue
import signal
import sys
import threading
from typing import Any

from voicecoach.speech import espeak


class Speaker:
    """pyttsx3 with its default driver, and what that driver needs."""

    def __init__(self) -> None:
        if sys.platform not in ("darwin", "win32"):
            espeak.load_library()
        import pyttsx3

        self._engine = pyttsx3.init()
        self._espeak = self._engine.driver_name == "espeak"
        if self._espeak:
            espeak.wait_instead_of_sleeping()
        self._errors: list[str] = []
        self._engine.connect("error", self._note_error)
        # Until it has run once, the engine defers settings and swallows errors.
        self._run()

    def installed(self) -> dict[str, Any]:
        """Return the installed voices and variants, and the id of the current voice."""
        voices = [
            {
                "id": voice.id,
                "name": voice.name,
                "languages": [tag for tag in voice.languages if tag],
                "gender": voice.gender,
            }
            for voice in self._engine.getProperty("voices")
        ]
        variants = espeak.variants() if self._espeak else []
        return {
            "voices": voices,
            "variants": variants,
            "default": self._engine.getProperty("voice"),
        }

    def choose(self, voice: str, rate_wpm: int, pitch: int | None) -> None:
        """Set a voice by its id, then rate and pitch, which setting a voice resets."""
        self._engine.setProperty("voice", voice)
        self._engine.setProperty("rate", rate_wpm)
        if pitch is not None and self._espeak:
            self._engine.setProperty("pitch", pitch)
        self._synchronize()
        # espeak does not report a variant that does not exist: it speaks without it.
        if self._espeak and self._engine.getProperty("voice") != voice.lower():
            raise ValueError(f"espeak took another voice for {voice}")

    def speak(self, text: str, file: str) -> None:
        """Write `text` as sound to `file`."""
        self._engine.save_to_file(text, file)
        self._run()

    def _run(self) -> None:
        # A run does not wait for espeak, and its end would cancel what espeak has yet to do.
        self._synchronize()
        self._engine.runAndWait()
        self._synchronize()

    def _synchronize(self) -> None:
        if self._espeak:
            espeak.synchronize()
        errors, self._errors = self._errors, []
        if errors:
            raise ValueError("; ".join(errors))

    def _note_error(self, name: str | None, exception: Exception) -> None:  # noqa: ARG002
        self._errors.append(str(exception))


def main() -> None:
    """Answer requests until the input ends."""
    # Ctrl-C reaches every process in a terminal; the parent decides.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    requests: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_listen, args=(requests,), daemon=True).start()
    speaker: Speaker | None = None
    while True:
        request = json.loads(requests.get())
        action = request.pop("do")
        try:
            speaker = speaker or Speaker()
            answer = getattr(speaker, action)(**request) or {}
        except Exception as error:
            answer = {"error": str(error) or type(error).__name__}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


def _listen(requests: "queue.SimpleQueue[bytes]") -> None:
    for line in sys.stdin.buffer:
        requests.put(line)
    # The parent is gone. Exit at once, as the main thread may hang.
    os._exit(0)


if __name__ == "__main__":
    main()
