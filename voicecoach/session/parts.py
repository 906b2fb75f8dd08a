"""Parts: a programme's sound in a file a chapter.

It is mixed once and cut between samples, so that the files, played one after another, are the
whole: neither gap nor overlap, and what rings on at the end of one goes on in the next.
"""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from msgspec.structs import replace

from voicecoach import formats
from voicecoach.audio import AudioSegment
from voicecoach.files.numbered_names import numbered_name
from voicecoach.session.outputs import BuildContext, SoundOutput
from voicecoach.session.playlist import playlist
from voicecoach.session.sound import form_and_tags, segments_of
from voicecoach.session.tagging import tags_of_part


def write_parts(file: BinaryIO, whole: SoundOutput, folder: Path, context: BuildContext) -> None:
    """Write each chapter to a file in a folder, and the playlist of them to `file`.

    Raises WrongUsageError or EngineError.
    """
    chapters = context.plan.timeline.chapters
    count = len(chapters)
    format_ = formats.for_path(whole.target)
    form, tags = form_and_tags(whole, context)
    names = [
        f"{numbered_name(number, count, chapter.title)}{whole.target.suffix}"
        for number, chapter in enumerate(chapters, 1)
    ]
    with segments_of(context) as segments:
        sound = _Slices(segments)
        for number, (chapter, name) in enumerate(zip(chapters, names, strict=True), 1):
            length_ms = chapter.end_ms - chapter.start_ms
            with context.new_file(folder / name) as part:
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
