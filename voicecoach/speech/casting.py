"""Casting: who speaks which line."""

from collections.abc import Mapping, Sequence
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from voicecoach.problems import MissingEngineError, SpeechError, UninstalledVoiceError
from voicecoach.routine.voice import AUTO, RECORDINGS, Part, Voice, part_of
from voicecoach.speech.engines import (
    VoiceInfo,
    can_speak,
    engine_module,
    is_engine,
    natural,
)
from voicecoach.speech.piper_voices.catalogue import load_catalogue
from voicecoach.speech.piper_voices.folder import default_voice_folder
from voicecoach.speech.recording_folder import RecordingFolder
from voicecoach.speech.voice_choice import best_for, is_regional, named

# The engines to choose from where none is named, the best first: those with neural voices, and the
# one with a voice for nearly every language.
_NEURAL = ("natural", "piper")
_LAST = "pyttsx3"


class Casting(Struct, frozen=True):
    """Who speaks the lines of a routine in `language`.

    `voice` speaks all but the `parts` that have a voice of their own. Where a voice cannot speak a
    line, the next one does. Engines that have `failed` are not chosen: by their names, what they
    failed of.
    """

    voice: Voice
    parts: Mapping[Part, Voice]
    language: str
    failed: Mapping[str, str] = field(default_factory=dict)
    _candidates: dict[Part, list[Voice]] = field(default_factory=dict)
    _resolved: dict[Voice, list[Voice]] = field(default_factory=dict)
    _folders: dict[str, RecordingFolder] = field(default_factory=dict)

    def voice_for(self, role: str, text: str, spoken: str) -> Voice:
        """Return who speaks a line, `text` as it is written and `spoken` as it is read aloud.

        Raise `EngineError` if there is no such engine, or a folder of recordings cannot be read.
        """
        *first, last = self.candidates(part_of(role))
        for voice in first:
            if voice.engine == RECORDINGS:
                for file in self.folder(voice).find(text):
                    return replace(voice, name=str(file.path), stamp=file.stamp)
            elif can_speak(voice.engine, spoken):
                return voice
        return last

    def candidates(self, part: Part) -> list[Voice]:
        """Return the voices that may speak a part, in order, each with its engine."""
        if part not in self._candidates:
            asked = [self.parts.get(part), self.parts.get("coach"), self.voice]
            voices = [voice for each in asked if each is not None for voice in self._resolve(each)]
            self._candidates[part] = list(dict.fromkeys(voices))
        return self._candidates[part]

    def folder(self, voice: Voice) -> RecordingFolder:
        """Return the folder that a voice of the engine `recordings` is, which is read once."""
        name = voice.name or ""
        if name not in self._folders:
            self._folders[name] = RecordingFolder(Path(name))
        return self._folders[name]

    @property
    def best(self) -> Voice | None:
        """The best voice for the language, if the choice was left to the program."""
        free = (v for v in (self.voice, *self.parts.values()) if v.engine == AUTO and not v.name)
        return next((self._resolve(voice)[0] for voice in free), None)

    @property
    def fell_back(self) -> bool:
        """Whether the choice was free, and the last of the engines was all there was."""
        return self.best is not None and self.best.engine == _LAST

    def can_do_without(self, engine: str) -> bool:
        """Return whether an engine was chosen here, where another one may take its place."""
        asked = (self.voice, *self.parts.values())
        by_name = [voice for voice in asked if voice.engine != AUTO or voice.name]
        wanted = any(voice.engine == engine for each in by_name for voice in self._resolve(each))
        return engine in _NEURAL and engine not in self.failed and not wanted

    def without(self, error: MissingEngineError | SpeechError) -> "Casting":
        """Return the casting that does without the engine that failed."""
        failed = {**self.failed, error.engine: error.message}
        return Casting(self.voice, self.parts, self.language, failed)

    def _resolve(self, voice: Voice) -> list[Voice]:
        """Return the voices that a voice means, the best first, each with its engine."""
        if voice not in self._resolved:
            self._resolved[voice] = self._look_up(voice)
        return self._resolved[voice]

    def _look_up(self, voice: Voice) -> list[Voice]:
        if voice.engine != AUTO:
            return [voice]
        if voice.name and is_engine(voice.name.lower()):
            return [replace(voice, engine=voice.name.lower(), name=None)]
        offers = {engine: _installed(engine) for engine in _NEURAL if engine not in self.failed}
        if voice.name is not None:
            found = ((engine, named(infos, voice.name)) for engine, infos in offers.items())
            owners = (
                replace(voice, engine=engine, name=info.name) for engine, info in found if info
            )
            return [next(owners, None) or replace(voice, engine=_engine_lacking(voice.name))]
        best = [(engine, best_for(infos, self.language)) for engine, infos in offers.items()]
        suitable = [(engine, info) for engine, info in best if info is not None]
        # A voice of the right region is worth more than the better engine.
        suitable.sort(key=lambda pair: not is_regional(pair[1], self.language))
        chosen = [replace(voice, engine=engine, name=info.name) for engine, info in suitable]
        return [*chosen, replace(voice, engine=_LAST)]


def _installed(engine: str) -> Sequence[VoiceInfo]:
    infos: Sequence[VoiceInfo] = engine_module(engine).installed_voices()
    return infos


def _engine_lacking(name: str) -> str:
    """Return the engine that is to say what a voice lacks that no neural engine has.

    Raise `UninstalledVoiceError` for a voice of Piper that can be installed.
    """
    if name == natural.USUAL_VOICE:
        return "natural"
    # `de_DE-thorsten-medium`: no voice of the system has such a name.
    if "_" in name and name in load_catalogue(default_voice_folder().catalogue_file).voices:
        raise UninstalledVoiceError(f"the voice `{name}` is not installed")
    return _LAST
