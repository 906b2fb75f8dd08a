"""The split: a programme's sound in a folder, one file a chapter, with the playlist of them."""

from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct

from voicecoach.files.ordinary import exists, is_directory
from voicecoach.problems import WrongUsageError
from voicecoach.session.outputs import BuildContext, SoundOutput


class SplitOutput(Struct, frozen=True):
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
        from voicecoach.files.whole_file import check_target

        self.whole.check_form()
        is_there = is_directory(self.folder)
        if exists(self.folder) and not is_there:
            message = f"cannot make the folder {self.folder}: there is a file of that name"
            raise WrongUsageError(message, "rename it, or write to another directory")
        check_target(self.target if is_there else self.folder)

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Mix once; encode and tag each chapter. Raises WrongUsageError or EngineError."""
        from voicecoach.session.parts import write_parts

        write_parts(file, self.whole, self.folder, context)
