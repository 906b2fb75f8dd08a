"""Build: the stages in order, from a routine's file to a programme's.

Read the routine, open the voice, plan with the measured clips, mix phase by phase into the encoder.
"""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.audio.bed import channels_of, laid_under
from voicecoach.audio.mixing import mix
from voicecoach.files.store import default_directory, sweep
from voicecoach.files.whole_file import check_target, replacing
from voicecoach.outputs.cover import cover as drawn_cover
from voicecoach.outputs.lrc import lrc
from voicecoach.problems import WrongUsageError
from voicecoach.routine import Routine, used_files
from voicecoach.routine.sounds import Music
from voicecoach.session.planning import Options, Planned, Progress, planned
from voicecoach.session.tagging import read_cover, tags_of
from voicecoach.timeline import Timeline


@dataclass(frozen=True, slots=True)
class Output:
    """The file to write, in the format of its suffix, and how.

    A `bitrate_kbps` of None is the format's own choice; a `cover` of None is drawn. With
    `with_lrc`, the lyrics are written beside the file.
    """

    target: Path
    bitrate_kbps: int | None = None
    cover: Path | Literal["off"] | None = None
    with_lrc: bool = False

    @property
    def lrc(self) -> Path:
        """Where the lyrics are written."""
        return self.target.with_suffix(".lrc")

    def check(self, sources: Iterable[Path]) -> None:
        """Raise WrongUsageError or EngineError if it is plain that nothing can be written.

        Nor is anything written over one of the `sources` that it is made of.
        """
        formats.check(self.target, self.bitrate_kbps)
        written = {self.target.resolve()}
        if self.with_lrc:
            check_target(self.lrc)
            written.add(self.lrc.resolve())
        for source in sources:
            if source.resolve() in written:
                raise WrongUsageError(
                    f"cannot write {source}: the programme is made of it",
                    "name another file with `-o`",
                )


@dataclass(frozen=True, slots=True)
class Built:
    """A finished file, what is in it, and its size."""

    target: Path
    routine: Routine
    timeline: Timeline
    size_bytes: int


def build(
    routine_path: Path,
    output: Output,
    options: Options,
    progress: Progress,
    speaking: AbstractContextManager[object] | None = None,
) -> Built:
    """Write the programme of a routine to a file.

    `progress` and `speaking` are used as by `planned`. Raises RoutineError, WrongUsageError or
    EngineError; the old file is then as it was.
    """
    target = output.target
    cover = read_cover(output.cover) if isinstance(output.cover, Path) else None

    def check(routine: Routine) -> None:
        sources = used_files(routine).union(options.music or ())
        if isinstance(output.cover, Path):
            sources.add(output.cover)
        output.check(sources)

    with planned(routine_path, options, progress, check, speaking) as found:
        timeline = found.timeline
        if output.cover is None:
            cover = formats.Cover("image/png", drawn_cover(timeline))
        segments = _told(_mixed(found, options.loudness_lufs), timeline, progress)
        channels = channels_of(found.songs)
        form = formats.Form(
            timeline.duration_ms, channels, output.bitrate_kbps, default_directory()
        )
        tags = tags_of(found.routine, timeline, options.written(), cover)
        with ExitStack() as lyrics:
            if output.with_lrc:
                # First written, and put in its place only once the programme is in its own.
                lyrics.enter_context(replacing(output.lrc)).write(lrc(timeline).encode())
            formats.save(target, segments, form, tags)
    sweep(default_directory())
    return Built(target, found.routine, timeline, target.stat().st_size)


def _mixed(found: Planned, loudness_lufs: float) -> Iterator[AudioSegment]:
    """Return the programme's sound, over its music where there is some."""
    routine, timeline = found.routine, found.timeline

    def clip(text: str) -> AudioSegment:
        return found.narrator.clip(routine.spelled(text))

    segments = mix(timeline, clip, found.sounds)
    if not found.songs:
        return segments
    music = routine.music or Music(())
    return laid_under(segments, timeline, music, found.songs, loudness_lufs)


def _told(
    segments: Iterator[AudioSegment], timeline: Timeline, progress: Progress
) -> Iterator[AudioSegment]:
    """Yield the segments, and tell how far they have come."""
    mixed_ms = 0
    for segment in segments:
        progress("Mixing", mixed_ms, timeline.duration_ms)
        mixed_ms += len(segment)
        yield segment
