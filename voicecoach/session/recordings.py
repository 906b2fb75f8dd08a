"""Recordings: which phrases of a programme the user has recorded, and which are missing."""

import textwrap
from collections.abc import Iterator
from pathlib import Path

from voicecoach.outputs.phrase_sheet import SheetGroup, SheetPhrase
from voicecoach.problems import Problem, RecordingError, RoutineError
from voicecoach.routine.routine import Routine
from voicecoach.routine.utterance import Utterance
from voicecoach.routine.voice import PARTS, RECORDINGS, Part, Voice, part_of
from voicecoach.speech.casting import Casting
from voicecoach.speech.file_stems import file_stem
from voicecoach.timeline import Timeline
from voicecoach.units import counted, listed

_MOST_SHOWN = 5
_SHOWN_CHARACTERS = 50
# What a phrase that is not recorded yet is to be recorded in.
_USUAL_SUFFIX = ".wav"


def sheet_groups(casting: Casting, timeline: Timeline) -> list[SheetGroup]:
    """Return the phrases of a timeline that are to be recorded, by part.

    Those are all phrases, unless there are parts that are folders of recordings.
    """
    groups: dict[Part, dict[str, Utterance]] = {}
    are_chosen = any(voice.engine == RECORDINGS for voice in casting.parts.values())
    for stem, utterance in _phrases(timeline):
        if not are_chosen or _meant(casting, utterance).engine == RECORDINGS:
            part = part_of(utterance.role)
            owner = part if part in casting.parts else "coach"
            groups.setdefault(owner, {}).setdefault(stem, utterance)
    return [
        SheetGroup(
            part,
            casting.parts[part].name if are_chosen else None,
            tuple(_sheet_phrase(*phrase) for phrase in groups[part].items()),
        )
        for part in PARTS
        if part in groups
    ]


def recording_warnings(
    casting: Casting, timeline: Timeline
) -> Iterator[tuple[str, str, str | None]]:
    """Yield the code, message and hint of each warning about a folder of recordings."""
    if not any(casting.candidates(part)[0].engine == RECORDINGS for part in PARTS):
        return
    phrases: dict[Voice, dict[str, Utterance]] = {}
    for stem, utterance in _phrases(timeline):
        meant = _meant(casting, utterance)
        if meant.engine == RECORDINGS:
            phrases.setdefault(meant, {}).setdefault(stem, utterance)
    for voice, by_stem in phrases.items():
        folder = casting.folder(voice)
        texts = [utterance.text for utterance in by_stem.values()]
        missing = [each.text for each in by_stem.values() if each.voice.engine != RECORDINGS]
        if missing:
            quoted = [
                f"“{textwrap.shorten(text, _SHOWN_CHARACTERS, placeholder='…')}”"
                for text in missing
            ]
            message = f"`{voice.name}` lacks {len(missing)} of {counted(len(texts), 'phrase')}"
            message += f", which the next voice speaks: {listed(quoted, _MOST_SHOWN)}"
            yield "not-recorded", message, None
        names = [file.path.name for text in missing for file in folder.unreadable(text)]
        if names:
            message = f"`{voice.name}` has files that cannot be read: {listed(names, _MOST_SHOWN)}"
            yield "unreadable-recording", message, "convert them, for instance to wav or mp3"
        names = [file.path.name for text in texts for file in folder.find(text)[1:]]
        if names:
            message = f"`{voice.name}` has other files for the same phrases, which are not heard: "
            message += listed(names, _MOST_SHOWN)
            yield "recorded-twice", message, "keep one file for each phrase"


def unusable_recording(routine: Routine, error: RecordingError) -> RoutineError:
    """Return the error of a recording as one of the routine, at the line that is recorded."""
    span = error.span or routine.voice_span or routine.span
    source_line = routine.source_line(span)
    code = "recording"
    return RoutineError([Problem(span, error.message, error.hint, code, source_line, error.file)])


def _phrases(timeline: Timeline) -> Iterator[tuple[str, Utterance]]:
    """Yield what is spoken, with its file's stem; what has no letters cannot be recorded."""
    for event in timeline.events:
        utterance = event.utterance
        if utterance is not None and utterance.spoken:
            stem = file_stem(utterance.text)
            if stem:
                yield stem, utterance


def _meant(casting: Casting, utterance: Utterance) -> Voice:
    return casting.candidates(part_of(utterance.role))[0]


def _sheet_phrase(stem: str, utterance: Utterance) -> SheetPhrase:
    is_recorded = utterance.voice.engine == RECORDINGS
    file_name = Path(utterance.voice.name or "").name if is_recorded else stem + _USUAL_SUFFIX
    return SheetPhrase(utterance.text, file_name, is_recorded)
