"""Reading: a finished file as mutagen reads it, with its faults as errors for the user."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import soundfile
from mutagen import MutagenError
from mutagen.flac import FLACNoHeaderError
from mutagen.mp3 import HeaderNotFoundError
from mutagen.oggopus import OggOpusHeaderError
from mutagen.oggvorbis import OggVorbisHeaderError

from voicecoach.files.ordinary import check_ordinary
from voicecoach.formats.inspection.container import READERS, tag_of
from voicecoach.formats.inspection.tag import TagInfo
from voicecoach.problems import WrongUsageError, reason

HINT = "copy or build it again"
_NO_HEADERS = (HeaderNotFoundError, FLACNoHeaderError, OggOpusHeaderError, OggVorbisHeaderError)
# A damaged header may ask the decoder for more memory than there is.
_DAMAGED = (MutagenError, soundfile.LibsndfileError, ValueError, OverflowError, MemoryError)


@contextmanager
def read_errors(path: Path) -> Iterator[None]:
    """Raise as WrongUsageError what reading the file at `path` raises.

    So it is refused before that if it is no ordinary file, or of no format that is built.
    """
    suffix = path.suffix.lower()
    if suffix not in READERS:
        message = f"cannot inspect {path}: only {', '.join(READERS)} files can be inspected"
        raise WrongUsageError(message)
    kind = suffix.removeprefix(".").upper()
    try:
        check_ordinary(path)
        # mutagen would wrap an error in opening the file.
        path.open("rb").close()
        yield
    except OSError as error:
        raise WrongUsageError(f"cannot read {path}: {reason(error)}") from error
    except _NO_HEADERS as error:
        raise WrongUsageError(f"{path} is no {kind} file: no sound is found in it") from error
    except _DAMAGED as error:
        raise WrongUsageError(f"{path} is damaged or cut off", HINT) from error


def read(path: Path) -> tuple[Any, TagInfo]:
    """Return a file as mutagen reads it, and what is in its tag.

    Raises OSError, or MutagenError whatever mutagen trips over.
    """
    try:
        file = READERS[path.suffix.lower()](path)
        return file, tag_of(file)
    except (OSError, MutagenError):
        raise
    except Exception as error:
        # It takes numbers as they stand, and they raise anything, from IndexError to MemoryError.
        raise MutagenError(str(error)) from error
