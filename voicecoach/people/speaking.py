"""Speaking: all lines of a batch that are not in the store, each once, before any file is built.

One process speaks all of them, in the order of the table: some voices speak a line a little
differently after another one, and the files are to be the same wherever they are built.
"""

from collections.abc import Callable, Collection, Mapping

from voicecoach.problems import EngineError
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.session.session import Session
from voicecoach.speech.narrator import Narrator

# By the language of the routine.
Lines = Mapping[str, Collection[Utterance]]
# By that language and the voice.
Failures = dict[tuple[str, Voice], EngineError]


def speak(
    session: Session, lines: Lines, loudness_lufs: float, on_line: Callable[[Utterance], None]
) -> Failures:
    """Speak lines into the store; return the voices that could not, of which no more is spoken."""
    failures: Failures = {}
    for language, utterances in lines.items():
        narrator = Narrator(session.engines, session.store, language, loudness_lufs)
        narrator.speak_ahead(utterances, on_line)
        for utterance in utterances:
            if (language, utterance.voice) not in failures:
                if not narrator.knows(utterance):
                    on_line(utterance)
                try:
                    narrator.measure(utterance)
                except EngineError as error:
                    failures[language, utterance.voice] = error
    return failures


def a_line_of_each_voice(lines: Lines) -> Lines:
    """Return the first line of each voice: whoever speaks that can speak."""
    return {
        language: {utterance.voice: utterance for utterance in reversed(list(utterances))}.values()
        for language, utterances in lines.items()
    }
