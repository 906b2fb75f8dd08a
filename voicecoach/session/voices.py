"""Voices: who speaks in a programme, and what the author has to know of it."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from msgspec import Struct
from msgspec.structs import asdict, replace

from voicecoach.files.store import digest
from voicecoach.problems import EngineError, Problem, Span
from voicecoach.routine.routine import Routine
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import RECORDINGS, Voice, part_of
from voicecoach.session.recordings import recording_warnings
from voicecoach.session.session import Session
from voicecoach.speech.casting import Casting
from voicecoach.speech.engines import VoiceInfo, unread, unsupported
from voicecoach.speech.voice_choice import meant, speaks
from voicecoach.timeline import Timeline
from voicecoach.units import counted, listed

_SHOWN_LINES = 10
_SHOWN_CHARACTERS = 10


class Speakers(Struct, frozen=True):
    """Who speaks in a programme, in the order of appearance; of recordings, their folders.

    `chosen` means that the program chose the best voice for the language, and `fell_back` that
    there was none but the system's; `failed` are better ones, with what was wrong with them.
    """

    voices: tuple[Voice, ...]
    chosen: bool
    fell_back: bool
    failed: Mapping[str, str]
    warnings: tuple[Problem, ...]


def speakers_of(
    session: Session, routine: Routine, casting: Casting, timeline: Timeline
) -> Speakers:
    """Return who speaks a timeline, with the warnings about that."""
    utterances = [event.utterance for event in timeline.events if event.utterance is not None]
    voices = tuple(dict.fromkeys(_speaker(utterance.voice) for utterance in utterances))
    span = routine.voice_span or routine.span
    warnings = [
        Problem(span, message, hint, code, routine.source_line(span))
        for code, message, hint in (
            *recording_warnings(casting, timeline),
            *_stand_ins(casting, utterances),
            *_misfits(session, routine, voices),
        )
    ]
    warnings += _unread(routine, timeline)
    return Speakers(
        voices=voices,
        chosen=casting.best is not None,
        fell_back=casting.fell_back,
        failed=casting.failed,
        warnings=tuple(warnings),
    )


def label(voice: Voice) -> str:
    """Return how a voice is shown: `heart (natural)`."""
    return f"{voice.name} ({voice.engine})" if voice.name else voice.engine


def _speaker(voice: Voice) -> Voice:
    if voice.engine != RECORDINGS:
        return voice
    return replace(voice, name=str(Path(voice.name or "").parent), stamp="")


# The code, message and hint of a warning.
_Warning = tuple[str, str, str | None]


def _stand_ins(casting: Casting, utterances: Sequence[Utterance]) -> Iterator[_Warning]:
    """Warn of lines that the voice meant for them does not speak."""
    lines: dict[tuple[Voice, Voice], dict[str, None]] = {}
    for utterance in utterances:
        meant = casting.candidates(part_of(utterance.role))[0]
        actual = utterance.voice
        if actual.engine != meant.engine and meant.engine != RECORDINGS:
            lines.setdefault((meant, actual), {})[utterance.text] = None
    for (meant, actual), texts in lines.items():
        said = f"{label(actual)} says {counted(len(texts), 'line')} that {label(meant)} cannot"
        quoted = [f"“{text}”" for text in texts]
        yield "other-voice", f"{said}: {listed(quoted, _SHOWN_LINES)}", None


def _misfits(session: Session, routine: Routine, voices: Sequence[Voice]) -> Iterator[_Warning]:
    """Warn of voices of another language, and of what they cannot do."""
    for voice in voices:
        info = None
        if voice.name is not None and voice.engine != RECORDINGS:
            info = meant(_infos(session, voice), voice.name)
        if info is not None and info.languages and not speaks(info, routine.language):
            languages = ", ".join(info.languages)
            message = f"the voice {label(voice)} speaks {languages}, the routine {routine.language}"
            yield "other-language", message, "choose a voice of the routine's language"
        for cannot in unsupported(voice):
            yield "voice-cannot", f"with the voice {label(voice)}, {cannot}", None


def _unread(routine: Routine, timeline: Timeline) -> Iterator[Problem]:
    """Warn of lines with characters that their voice says something else for."""
    told = set()
    known: dict[tuple[Voice, str], str] = {}
    for event in timeline.events:
        if event.utterance is None:
            continue
        voice, spoken = event.utterance.voice, event.utterance.spoken
        if (voice, spoken) not in known:
            known[voice, spoken] = unread(voice, spoken, routine.language)
        characters = known[voice, spoken]
        span = Span(timeline.phases[event.phase].file, event.line)
        if characters and (span, characters) not in told:
            told.add((span, characters))
            shown = characters[:_SHOWN_CHARACTERS] + "…" * (len(characters) > _SHOWN_CHARACTERS)
            message = f"the voice {label(voice)} cannot read `{shown}`, and says something else"
            hint = "write it as it sounds, in kana for instance, or choose another voice"
            yield Problem(span, message, hint, "not-read", routine.source_line(span))


def _infos(session: Session, voice: Voice) -> Sequence[VoiceInfo]:
    """Return the voices of an engine, which are kept: some engines are slow to start."""
    try:
        version = session.engines.version(voice, "en")
        key = digest({"engine": voice.engine, "version": version})
        data = session.store.get("voice", key)
        kept = None if data is None else _kept(data)
        if kept is not None:
            return kept
        voices = session.engines.voices(voice.engine)
    except EngineError:
        return []
    session.store.put("voice", key, json.dumps([asdict(info) for info in voices]).encode())
    return voices


def _kept(data: bytes) -> Sequence[VoiceInfo] | None:
    """Return the voices that are stored, None where these are none."""
    try:
        infos = [
            VoiceInfo(**{**info, "languages": tuple(map(str, info["languages"]))})
            for info in json.loads(data)
        ]
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return infos if all(isinstance(info.name, str) for info in infos) else None
