"""The comparison: the same line by several voices in one file, to choose by ear."""

from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path

from voicecoach import formats
from voicecoach.audio.mixing import mix
from voicecoach.files.whole_file import replacing
from voicecoach.problems import WrongUsageError
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import Voice
from voicecoach.session.session import Session
from voicecoach.session.voices import label
from voicecoach.speech.narrator import Narrator
from voicecoach.speech.reading import read, speakable
from voicecoach.timeline.model import Chapter, Event, TimedPhase, Timeline

_PAUSE_MS = 700


def compare_voices(
    session: Session,
    text: str,
    voices: Sequence[Voice],
    language: str,
    announcer: Voice,
    target: Path,
) -> Timeline:
    """Write `text` by each voice to a sound file, each after its name, which `announcer` says.

    Every voice is a chapter. Raises WrongUsageError if there is nothing to be spoken or the file
    cannot be written, EngineError if a voice cannot speak it.
    """
    spoken = read(text, language)
    if not spoken:
        raise WrongUsageError("there is nothing to be spoken in this line")
    formats.check(target, None)
    narrator = Narrator(session.engines, session.store, language)
    lines = [
        Utterance("say", said, aloud, voice)
        for each in voices
        for said, aloud, voice in (
            (label(each), speakable(label(each)), announcer),
            (text, spoken, each),
        )
    ]
    with session.working_on(target.name) as on_progress:
        on_progress("Speaking", 0, None)
        timeline = _timeline(lines, [narrator.measure(line) for line in lines], language)
        with replacing(target) as file:
            form = formats.Form(timeline.duration_ms, 1, None, session.store)
            tags = formats.Tags("Voices", language=language, chapters=timeline.chapters)
            segments = mix(timeline, narrator.clip, {})
            formats.for_path(target).write(file, segments, form, tags)
    return timeline


def _timeline(lines: Sequence[Utterance], lengths_ms: Sequence[int], language: str) -> Timeline:
    """Return the lines one after another; each name is a chapter with the line after it."""
    starts_ms = [0, *accumulate(length_ms + _PAUSE_MS for length_ms in lengths_ms)]
    phases = [
        TimedPhase("say", start_ms, length_ms + _PAUSE_MS, "", 0)
        for start_ms, length_ms in zip(starts_ms, lengths_ms, strict=False)
    ]
    events = [
        Event("speech", line.role, phase.start_ms, length_ms, number, line, 0)
        for number, (line, phase, length_ms) in enumerate(
            zip(lines, phases, lengths_ms, strict=True)
        )
    ]
    chapters = [
        Chapter(lines[number].text, phases[number].start_ms, phases[number + 1].end_ms)
        for number in range(0, len(lines), 2)
    ]
    return Timeline(
        "Voices", language, starts_ms[-1], tuple(phases), tuple(events), tuple(chapters), ()
    )
