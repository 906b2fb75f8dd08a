"""ffmpeg: found, and asked to decode what libsndfile does not read.

The system's ffmpeg on PATH comes first, then the one in the package imageio-ffmpeg.
"""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from voicecoach.files.inputs import program, variable
from voicecoach.files.ordinary import check_readable
from voicecoach.files.scratch import check_room, scratch_directory
from voicecoach.problems import EngineError

# Of MP4, which libsndfile does not read.
_SUFFIXES = (".m4a", ".m4b")
# Far more than a slow machine takes for a file of many hours.
_LIMIT_S = 600


def find() -> str:
    """Return the path of ffmpeg. Raise `EngineError` if there is none."""
    path = program("ffmpeg")
    if path is None:
        try:
            import imageio_ffmpeg

            variable("IMAGEIO_FFMPEG_EXE")
            path = imageio_ffmpeg.get_ffmpeg_exe()
        except (ImportError, RuntimeError):
            raise EngineError(
                "m4a and m4b need ffmpeg, and there is none",
                "pip install imageio-ffmpeg, or install the system's ffmpeg",
            ) from None
    return str(Path(path).absolute())


def is_needed(path: Path) -> bool:
    """Return whether ffmpeg decodes a file, by its name."""
    return path.suffix.lower() in _SUFFIXES


@contextmanager
def readable(path: Path, most_samples: int | None = None) -> Iterator[Path]:
    """Yield a file that libsndfile reads: the one at `path`, or for m4a and m4b a decoded copy.

    With `most_samples`, so many and one are the most that are decoded in each channel: a few kB may
    unfold to gigabytes. Raise `EngineError` if there is no ffmpeg, it hangs or has no room for the
    copy, `ValueError` if it cannot decode the file, and `OSError` if that cannot be opened.
    """
    if not is_needed(path):
        yield path
        return
    ffmpeg = find()
    # ffmpeg's message would be of no use to the user, the system's is.
    check_readable(path)
    with scratch_directory() as directory:
        copy = Path(directory, "decoded.flac")
        source = ["-i", f"file:{path.absolute()}", "-map", "0:a:0", "-xerror"]
        # One more, so that too many are seen to be.
        bound = ["-af", f"atrim=end_sample={most_samples + 1}"] if most_samples else []
        encoded = ["-sample_fmt", "s32", str(copy)]
        command = [ffmpeg, "-v", "error", "-nostdin", *source, *bound, *encoded]
        try:
            ended = subprocess.run(command, capture_output=True, timeout=_LIMIT_S, check=False)
        except OSError as error:
            raise EngineError(f"ffmpeg cannot be started: {error.strerror}", ffmpeg) from error
        except subprocess.TimeoutExpired:
            message = f"ffmpeg hangs: it has not decoded {path} in {_LIMIT_S} s"
            raise EngineError(message) from None
        if ended.returncode or not copy.exists():
            check_room(Path(directory))
            raise ValueError("it is no sound file that can be read")
        yield copy
