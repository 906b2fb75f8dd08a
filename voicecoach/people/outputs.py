"""What is made for a person: the sound, and a sheet to print if it is asked for."""

from collections.abc import Collection
from pathlib import Path
from typing import BinaryIO

from msgspec import Struct
from msgspec.structs import replace

from voicecoach import formats
from voicecoach.files.whole_file import check_target
from voicecoach.outputs import sheet
from voicecoach.people.job import Job, Setting
from voicecoach.people.privacy import Privacy
from voicecoach.session.outputs import BuildContext, Output, SoundOutput
from voicecoach.session.sound import form_and_tags, segments_of


class PersonalSound(Struct, frozen=True):
    """A programme's sound whose tags and cover hold nothing private, for all that it says."""

    sound: SoundOutput
    privacy: Privacy

    @property
    def target(self) -> Path:
        """The file."""
        return self.sound.target

    @property
    def sources(self) -> Collection[Path]:
        """The files that it is made of, in addition to those of the routine."""
        return self.sound.sources

    def check(self) -> None:
        """Raise WrongUsageError or EngineError if it is already clear that it cannot be written."""
        self.sound.check()

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Mix, encode and tag the programme. Raises WrongUsageError or EngineError."""
        public = replace(context, plan=self.privacy.public_plan(context.plan))
        form, tags = form_and_tags(self.sound, public)
        with segments_of(context) as segments:
            formats.for_path(self.target).write(file, segments, form, tags)


class SheetOutput(Struct, frozen=True):
    """A sheet to print and hand to the person, who may be called by name in it."""

    target: Path
    sources: Collection[Path] = ()

    def check(self) -> None:
        """Raise WrongUsageError if it is already clear that it cannot be written."""
        check_target(self.target)

    def write(self, file: BinaryIO, context: BuildContext) -> None:
        """Write it to an empty file."""
        file.write(sheet.text(context.plan.timeline).encode())


def outputs_of(job: Job, target: Path, setting: Setting, privacy: Privacy) -> list[Output]:
    """Return the outputs of a job whose sound is to be `target`."""
    sound = SoundOutput(
        target, setting.bitrate_kbps, setting.cover, setting.comment, setting.year, job.entry
    )
    outputs: list[Output] = [PersonalSound(sound, privacy)]
    if setting.with_sheet:
        outputs.append(SheetOutput(target.with_suffix(".html")))
    return outputs
