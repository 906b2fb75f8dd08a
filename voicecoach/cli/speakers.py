"""Speakers: how a command says who speaks in a programme, and what would speak better."""

from voicecoach.session.built import ChosenVoices

_INSTALL_NATURAL = 'for a natural voice, `pip install "voicecoach[natural]"`'


def sentence(voices: ChosenVoices | None, language: str) -> str | None:
    """Return whom the program chose to speak, in one sentence; None if the choice was not its."""
    if voices is None:
        return None
    labels = ("your recordings" if label is None else label for label in voices.labels)
    text = f"Spoken by {', '.join(labels) or 'nobody'}"
    if voices.failures:
        return f"{text}, as {', and '.join(voices.failures)}."
    if not voices.fell_back:
        return f"{text}."
    if language.partition("-")[0] == "en":
        return f"{text}; {_INSTALL_NATURAL}."
    return f"{text}; `voicecoach voices --language {language}` lists more natural voices."
