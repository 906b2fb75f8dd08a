"""The engine `say`: the voices of macOS, through its program `say`.

A voice is named as `say -v '?'` lists it (`Samantha`, `Eddy (English (US))`, `Ava (Premium)`) or by
its language. The man page say(1) has the options; the embedded command `[[pbas +2]]`, which sets
the pitch in semitones, is from Apple's Speech Synthesis Programming Guide. Some newer voices take
no notice of it.
"""

import platform
import re
from pathlib import Path

from voicecoach.files.inputs import program
from voicecoach.files.scratch import scratch_directory
from voicecoach.problems import NoVoiceError, nearest_hint
from voicecoach.routine.voice import Voice
from voicecoach.speech.engines import Engine, Recording, VoiceInfo
from voicecoach.speech.limits import START_LIMIT_S, line_limit_s
from voicecoach.speech.pace import measure_pace
from voicecoach.speech.programs import Program
from voicecoach.speech.system_voices import system_voices
from voicecoach.speech.voice_choice import InstalledVoice, InstalledVoices

# The program runs in a process of its own.
ISOLATED = False

# Increment it when the samples change for another reason than a new version of macOS.
_VERSION = "1"
_PROGRAM = "say"
_HINT = "it comes with macOS; on other systems choose another engine"
_FILE = "line.aiff"
# `Eddy (English (US)) en_US    # Hello! My name is Eddy.`
_LISTED = re.compile(r"(\S.*?)\s+([a-z]{2,3}(?:[_-][A-Za-z0-9]+)*)\s+#")
_QUALITY = re.compile(r"\((Premium|Enhanced)\)$")
_QUALITIES = ("premium", "enhanced", None)
# Voices made for fun, and those that sound like the computers of old.
_LAST_CHOICE = re.compile(
    r"(Agnes|Albert|Bad News|Bahh|Bells|Boing|Bruce|Bubbles|Cellos|Deranged|Eddy|Flo|Fred|Good News"
    r"|Grandma|Grandpa|Hysterical|Jester|Junior|Kathy|Organ|Pipe Organ|Princess|Ralph|Reed|Rocko"
    r"|Sandy|Shelley|Superstar|Trinoids|Vicki|Victoria|Whisper|Wobble|Zarvox)( \(.*)?"
)


class SayEngine(Engine):
    """Speaks by running `say` once a line."""

    def __init__(self, voice: Voice, language: str) -> None:
        self.version = f"{_VERSION} {platform.platform()} {system_voices('darwin')}"
        self._voice = voice
        self._language = language
        self._program = Program("say", _HINT)
        self._name: str | None = None
        self._rate_wpm = voice.rate_wpm

    def speak(self, text: str) -> Recording:
        """Return `text` as sound. Raise `EngineError` if there is no such voice, or no `say`."""
        if self._name is None:
            self._name = self._choose()
            pace_wpm = measure_pace(self._say, self._language)
            self._rate_wpm = round(self._rate_wpm * self._voice.rate_wpm / pace_wpm)
        return self._say(text)

    def voices(self) -> list[VoiceInfo]:
        """Return the voices of the system, the best first."""
        return _listed(self._program)

    def close(self) -> None:
        """End the program, if it is speaking."""
        self._program.close()

    def _choose(self) -> str:
        """Return the name of the voice. Raise `NoVoiceError` if there is none."""
        installed = InstalledVoices(
            tuple(
                InstalledVoice(info.name, info.name, info.languages, info.gender)
                for info in _listed(self._program)
            ),
            variants=(),
            default=None,
        )
        wanted = self._voice.name
        name = installed.find(wanted) if wanted else installed.for_language(self._language)
        if name:
            return name
        if wanted:
            hint = nearest_hint(wanted, installed.candidates(wanted))
            raise NoVoiceError(f"the speech engine `say` has no voice `{wanted}`", hint)
        raise NoVoiceError(
            f"the speech engine `say` has no voice for the language `{self._language}`",
            "add one in the system's settings, under Accessibility, Spoken Content",
        )

    def _say(self, text: str) -> Recording:
        pitch = self._voice.pitch_semitones
        given = f"[[pbas {pitch:+g}]] {text}" if pitch else text
        with scratch_directory() as name:
            directory = Path(name)
            # From standard input, nothing in the text is taken for an option.
            command = [_PROGRAM, "-v", str(self._name), "-r", str(self._rate_wpm)]
            command += ["-o", str(directory / _FILE), "-f", "-"]
            return self._program.record(command, given, directory, _FILE, line_limit_s(text))


def open_engine(voice: Voice, language: str) -> Engine:
    """Return the engine, which runs nothing before its first line."""
    return SayEngine(voice, language)


def installed_voices() -> list[VoiceInfo]:
    """Return the voices of the system, the best first; none where there is no `say`."""
    return _listed(Program("say", _HINT)) if program(_PROGRAM) else []


def _listed(program: Program) -> list[VoiceInfo]:
    with scratch_directory() as name:
        lines = program.run([_PROGRAM, "-v", "?"], "", Path(name), START_LIMIT_S).splitlines()
    voices = [_info(*match.groups()) for match in map(_LISTED.match, lines) if match]
    return sorted(voices, key=_order)


def _info(name: str, language: str) -> VoiceInfo:
    quality = _QUALITY.search(name)
    tag = language.replace("_", "-")
    return VoiceInfo(name, "macOS", (tag,), quality=quality[1].lower() if quality else None)


def _order(voice: VoiceInfo) -> tuple[bool, int]:
    return _LAST_CHOICE.fullmatch(voice.name) is not None, _QUALITIES.index(voice.quality)
