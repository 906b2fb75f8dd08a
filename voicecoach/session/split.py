"""The split: a programme's sound in a folder, one file a chapter, with the playlist of them.

It is mixed once and cut between samples, so that the files, played one after another, are the
whole: neither gap nor overlap, and what rings on at the end of one goes on in the next.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.files.numbered_names import numbered_name
from voicecoach.files.ordinary import exists, is_directory
from voicecoach.files.whole_file import check_target
from voicecoach.problems import WrongUsageError
from voicecoach.session.outputs import BuildContext, SoundOutput, segments_of
from voicecoach.session.playlist import playlist
from voicecoach.session.tagging import tags_of_part


@dataclass(frozen=True, slots=True)
class SplitOutput:
    """The sound of `whole`, a file for each chapter, in a folder of its name without the suffix.

    The folder is made if it is not there. `target` is the playlist in it.
    """

    whole: SoundOutput

    @property
    def folder(self) -> Path:
        """Where the files are."""
        return self.whole.target.with_suffix("")

    @property
    def target(self) -> Path:
        """The playlist."""
        return self.folder / f"{self.folder.name}.m3u8"

    @property
    def sources(self) -> Collection[Path]:
        """The files that it is made of, in addition to those of the routine."""
        return self.whole.sources

    def check(self) -> None:
        """Raise WrongUsageError or EngineError if it is already clear that it cannot be written."""
        self.whole.check_form()
        is_there = is_directory(self.folder)
        if exists(self.folder) and not is_there:
            message = f"cannot make the folder {self.folder}: there is a file of that name"
            raise WrongUsageError(message, "rename it, or write to another directory")
        check_target(self.target if is_there else self.folder)

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Mix once; encode and tag each chapter. Raises WrongUsageError or EngineError."""
        chapters = context.plan.timeline.chapters
        count = len(chapters)
        format_ = formats.for_path(self.whole.target)
        form, tags = self.whole.form_and_tags(context)
        sound = _Slices(segments_of(context))
        names = []
        for number, chapter in enumerate(chapters, 1):
            name = f"{numbered_name(number, count, chapter.title)}{self.whole.target.suffix}"
            names.append(name)
            length_ms = chapter.end_ms - chapter.start_ms
            with context.new_file(self.folder / name) as part:
                format_.write(
                    part,
                    sound.take(length_ms),
                    replace(form, duration_ms=length_ms),
                    tags_of_part(tags, chapter, number, count),
                )
        file.write(playlist(tags.title, chapters, names))


class _Slices:
    """Sound that is taken from its beginning, a stretch at a time."""

    def __init__(self, segments: Iterable[AudioSegment]) -> None:
        self._segments = iter(segments)
        self._rest: AudioSegment | None = None

    def take(self, length_ms: int) -> Iterator[AudioSegment]:
        """Yield the next `length_ms`, or what there is."""
        while length_ms > 0:
            segment = next(self._segments, None) if self._rest is None else self._rest
            if segment is None:
                return
            self._rest = segment[length_ms:] if len(segment) > length_ms else None
            length_ms -= min(len(segment), length_ms)
            yield segment if self._rest is None else segment[: len(segment) - len(self._rest)]
