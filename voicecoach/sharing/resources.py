"""Resources: what is offered under an address, and how it is opened when it is asked for."""

import hashlib
import io
import os
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, NamedTuple, Protocol

from msgspec import Struct

from voicecoach.files.ordinary import open_ordinary, resolved
from voicecoach.sharing.answer import Representation
from voicecoach.sharing.conditions import Validators


class Opened(NamedTuple):
    """A resource that is open for reading, in the state in which it is now."""

    file: BinaryIO
    representation: Representation


class Resource(Protocol):
    """Something that is offered."""

    def open(self, base_url: str) -> Opened:
        """Open the resource; `base_url`, with a slash at its end, is where it is asked for.

        Raises OSError if it is not there any more.
        """


class FileResource(Struct, frozen=True):
    """A file on the disk; `path` is absolute and has no links in it."""

    path: Path
    media_type: str

    def open(self, base_url: str) -> Opened:  # noqa: ARG002
        """Open the file. Raises OSError if it is gone, or something else is in its place."""
        if resolved(self.path) != self.path:
            raise FileNotFoundError(f"{self.path} has become a link")
        file = open_ordinary(self.path)
        status = os.fstat(file.fileno())
        etag = f'"{status.st_mtime_ns:x}-{status.st_size:x}"'
        validators = Validators(etag, _stated_s(status.st_mtime))
        return Opened(file, Representation(status.st_size, self.media_type, validators))


class MadeResource(Struct, frozen=True):
    """What is made when it is asked for, of the address where that is; `since_s` in Unix time."""

    make: Callable[[str], bytes]
    media_type: str
    since_s: float

    def open(self, base_url: str) -> Opened:
        """Make it."""
        content = self.make(base_url)
        etag = f'"{hashlib.sha256(content).hexdigest()[:32]}"'
        validators = Validators(etag, _stated_s(self.since_s))
        representation = Representation(len(content), self.media_type, validators)
        return Opened(io.BytesIO(content), representation)


def _stated_s(changed_s: float) -> int:
    """Return the time of a change as it may be stated: before that of the answer.

    RFC 9110 says so in section 8.8.2.1; the server's clock may be a second late.
    """
    return max(0, int(min(changed_s, time.time() - 1)))
