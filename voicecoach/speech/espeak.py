"""espeak-ng: the library that speaks on Linux, loaded so that pyttsx3 finds it.

Only for the process that runs pyttsx3: a library cannot be unloaded.
"""

import ctypes
import os
import types
from pathlib import Path

# The library keeps the path of its data in 160 bytes and crashes if it is longer, so it is given a
# link in the working directory.
_DATA_LINK = "espeak-ng-data"


def load_library() -> None:
    """Load the espeak-ng that comes with the wheel espeakng-loader, with its data.

    pyttsx3's own look-up then finds it by name. Without the wheel, or if it does not suit this
    machine, nothing is loaded and pyttsx3 uses the system's. The working directory must be
    writable.
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
    """Make pyttsx3's loop wait for espeak instead of sleeping for 10 ms before each look.

    A phrase then takes half as long. pyttsx3 must be running.
    """
    from pyttsx3.drivers import espeak as driver

    driver.time = types.SimpleNamespace(sleep=lambda _: synchronize())


def synchronize() -> None:
    """Wait until espeak has finished everything requested, from speaking to setting a rate."""
    from pyttsx3.drivers import _espeak

    _espeak.Synchronize()


def variants() -> list[str]:
    """Return the names of the variants of every voice. pyttsx3 must be running."""
    from pyttsx3.drivers import _espeak

    data = ctypes.c_char_p()
    _espeak.dll.espeak_Info(ctypes.byref(data))
    directory = Path(os.fsdecode(data.value or b""), "voices", "!v")
    return sorted(file.name for file in directory.iterdir()) if directory.is_dir() else []
