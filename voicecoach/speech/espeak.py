"""espeak-ng: the library that speaks on Linux, made ready for pyttsx3 to find.

For the process that runs pyttsx3 alone: what is loaded here stays loaded.
"""

import ctypes
import os
import types
from pathlib import Path

# The library keeps the path of its data in 160 bytes and ends the process if it is longer, so it
# is given a link in the working directory.
_DATA_LINK = "espeak-ng-data"


def load_library() -> None:
    """Load the espeak-ng that the wheel espeakng-loader carries, with its data.

    Its name then satisfies pyttsx3's own look-up. Without the wheel, or where it does not fit this
    machine, nothing is loaded and pyttsx3 takes the system's. The working directory must be one
    that may be written.
    """
    try:
        import espeakng_loader

        data = Path(espeakng_loader.get_data_path())
        ctypes.CDLL(espeakng_loader.get_library_path())
    except (ImportError, OSError, RuntimeError):
        return
    Path(_DATA_LINK).symlink_to(data)
    os.environ["ESPEAK_DATA_PATH"] = _DATA_LINK


def wait_instead_of_sleeping() -> None:
    """Let pyttsx3's loop wait for espeak where it would sleep 10 ms and look again.

    A phrase takes espeak half as long. pyttsx3 must be running.
    """
    from pyttsx3.drivers import espeak as driver

    driver.time = types.SimpleNamespace(sleep=lambda _: synchronize())


def synchronize() -> None:
    """Wait until espeak has done all that it was told, from speaking to setting a rate."""
    from pyttsx3.drivers import _espeak

    _espeak.Synchronize()


def variants() -> list[str]:
    """Return the names that can follow a voice's after a `+`. pyttsx3 must be running."""
    from pyttsx3.drivers import _espeak

    data = ctypes.c_char_p()
    _espeak.dll.espeak_Info(ctypes.byref(data))
    directory = Path(os.fsdecode(data.value or b""), "voices", "!v")
    return sorted(file.name for file in directory.iterdir()) if directory.is_dir() else []
