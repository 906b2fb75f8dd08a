"""Speakers: how a command says who speaks in a programme, and what would speak better."""

from voicecoach.routine.voice import RECORDINGS
from voicecoach.session.voices import Speakers, label

_INSTALL_NATURAL = 'for a natural voice, `pip install "voicecoach[natural]"`'


def sentence(speakers: Speakers, language: str) -> str | None:
    """Return whom the program chose to speak, in one sentence; None if the choice was not its."""
    if not speakers.chosen:
        return None
    labels = dict.fromkeys(
        "your recordings" if voice.engine == RECORDINGS else label(voice)
        for voice in speakers.voices
    )
    text = f"Spoken by {', '.join(labels) or 'nobody'}"
    if speakers.failed:
        return f"{text}, as {', and '.join(speakers.failed.values())}."
    if not speakers.fell_back:
        return f"{text}."
    if language.partition("-")[0] == "en":
        return f"{text}; {_INSTALL_NATURAL}."
    return f"{text}; `voicecoach voices --language {language}` lists more natural voices."
