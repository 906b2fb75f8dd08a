"""Routine: a routine file, checked and written out flat."""

from collections.abc import Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import Literal

from msgspec import Struct, field

from voicecoach.phrases import Phrases
from voicecoach.problems import Problem, Span
from voicecoach.routine.cues import Line
from voicecoach.routine.phase import Phase, Work
from voicecoach.routine.sounds import Music, Sound, SoundFile, Sounds, Tone, sound_key
from voicecoach.routine.voice import RECORDINGS, Part, Voice


class Routine(Struct, frozen=True, dict=True):
    """What a routine file says, at one level.

    `phrases` are what the program says in its `language`. `phases` are those of the workout; intro,
    caution and the closing are made from their own fields. `aim_ms` is the length that it should
    come near to, `length_span` where the file says so, each None where it does not. `seed` is the
    number that something was drawn by, None where nothing was; it is `partial` where something was
    left out on request, and `cut_off` are the places of exercises that are not done whole then. It
    `is_split` where each chapter becomes a file, so that none are merged.
    `voice` speaks all but the `parts` that have a voice of their own; `voice_span` is where the
    file says so, None where it does not. `sources` are the lines of each file, for messages that
    show one. `warnings` and `notes` are what is to be told about how the file was read.
    """

    file: str
    title: str
    span: Span
    language: str
    phrases: Phrases
    voice: Voice
    sounds: Sounds
    phases: tuple[Phase, ...]
    sources: Mapping[str, Sequence[str]] = field(default_factory=dict)
    author: str | None = None
    description: str | None = None
    caution: Line | None = None
    intro: Literal["auto", "off"] | Line = "auto"
    outro: Literal["auto", "off"] | Line = "auto"
    music: Music | None = None
    fit: Literal["keep", "extend"] = "keep"
    aim_ms: int | None = None
    length_span: Span | None = None
    seed: int | None = None
    partial: bool = False
    is_split: bool = False
    cut_off: frozenset[Span] = frozenset()
    pronounce: Mapping[str, str] = field(default_factory=dict)
    parts: Mapping[Part, Voice] = field(default_factory=dict)
    voice_span: Span | None = None
    warnings: tuple[Problem, ...] = ()
    notes: tuple[Problem, ...] = ()

    @cached_property
    def exact_ms(self) -> int:
        """The sum of the lengths that do not depend on how long something takes to say."""
        return sum(phase.length_ms or 0 for phase in self.phases)

    @property
    def is_drawn(self) -> bool:
        """Whether something in it was drawn, which another seed draws in another way."""
        return self.seed is not None

    def source_line(self, span: Span) -> str | None:
        """Return the line that a span stands in, where it is known."""
        lines = self.sources.get(span.file, ())
        return lines[span.line - 1] if span.line <= len(lines) else None


def used_sounds(routine: Routine) -> dict[Tone | str, Sound]:
    """Return the tones and files that the routine uses, by `sound_key`."""
    sounds: list[Sound] = [*routine.sounds.values()]
    for phase in routine.phases:
        if isinstance(phase, Work):
            sounds += phase.exercise.sounds.values()
            sounds += (tip.sound for tip in phase.exercise.tips if tip.sound is not None)
        elif phase.kind == "sound":
            sounds.append(phase.sound)
    return {sound_key(sound): sound for sound in reversed(sounds)}


def used_files(routine: Routine) -> set[Path]:
    """Return all that a routine is made of: itself, includes, sounds, music with the folders and
    patterns that find it, and folders of recordings.
    """
    music = routine.music.files if routine.music else ()
    sounds = (*used_sounds(routine).values(), *music)
    files = {Path(sound.path) for sound in sounds if isinstance(sound, SoundFile)}
    folders = {
        Path(voice.name)
        for voice in routine.parts.values()
        if voice.engine == RECORDINGS and voice.name is not None
    }
    finders = {Path(finder) for finder in routine.music.finders} if routine.music else set()
    return files | folders | finders | {Path(source) for source in routine.sources}
