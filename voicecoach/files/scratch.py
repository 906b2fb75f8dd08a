"""Scratch: a temporary directory for one run."""

from tempfile import TemporaryDirectory

from voicecoach.problems import EngineError


def scratch_directory() -> "TemporaryDirectory[str]":
    """Return a new temporary directory. Raise `EngineError` if none can be made."""
    try:
        return TemporaryDirectory(prefix="voicecoach-", ignore_cleanup_errors=True)
    except OSError as error:
        raise EngineError(
            f"no temporary directory can be made: {error}",
            "make room on the disk, or set TMPDIR to a directory that can be written",
        ) from error
