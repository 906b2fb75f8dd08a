"""`voicecoach voices --say`: the same line by several voices."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from voicecoach.cli import report
from voicecoach.cli.progress import Display, open_session
from voicecoach.problems import MissingEngineError, SpeechError
from voicecoach.routine.voice import AUTO, Voice
from voicecoach.session.comparison import compare_voices
from voicecoach.session.session import Session
from voicecoach.speech.casting import Casting
from voicecoach.speech.voice_choice import speaks
from voicecoach.units import whole_clock

_NATURAL = ("natural", "piper")
_SYSTEM = Voice("pyttsx3")


def compare(text: str, names: Sequence[str], language: str, target: Path, plain: bool) -> None:
    """Write `text` by each of the voices named, or by the best of the language, and report it."""
    with open_session(Display(not plain)) as session:
        best = _resolve(AUTO, language)
        voices = [_resolve(name, language) for name in names] or list(_best(session, language))
        timeline = None
        while timeline is None:
            try:
                timeline = compare_voices(session, text, voices, language, best, target)
            except (MissingEngineError, SpeechError) as error:
                # The others can still be compared, where none was asked for by name.
                if names or error.engine == _SYSTEM.engine:
                    raise
                report.show_error(error, "warning")
                voices = [voice for voice in voices if voice.engine != error.engine]
                best = voices[0]
    for chapter in timeline.chapters:
        report.say(f"{whole_clock(chapter.start_ms)}  {chapter.title}")
    report.say(str(target))


def _resolve(name: str, language: str) -> Voice:
    voice = Voice(name=None if name == AUTO else name)
    return Casting(voice, {}, language).candidates("coach")[0]


def _best(session: Session, language: str) -> Iterator[Voice]:
    """Yield the natural voices that speak a language, and the system's."""
    for engine in _NATURAL:
        for info in session.engines.voices(engine):
            if speaks(info, language):
                yield Voice(engine, info.name)
    yield _SYSTEM
