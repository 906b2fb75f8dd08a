"""espeak-ng: the library that speaks on Linux, loaded so that pyttsx3 finds it.

Only for the process that runs pyttsx3: a library cannot be unloaded.

What espeak says depends on what it has said before: the flutter of its pitch, the roughness of its
voice, echoes and the noise of breath go on from line to line. So it is given voices without the
first three, and its noise begins anew with each line. A line then has one length in any order. Its
samples are the same as well, but for a voice's breath, and r's: see `voicecoach.speech.rolled_r`.
"""

import ctypes
import os
import time
import types
from collections.abc import Iterable
from pathlib import Path

# The library keeps the path of its data in 160 bytes and crashes if it is longer, so it is given
# links in the working directory.
_DATA = Path("espeak-ng-data")
_VARIANTS = Path("voices", "!v")
# The library's own variants, of which a steady copy is made when one is asked for: to copy all of
# them would take most of the time to start.
_UNSTEADY = Path("espeak-ng-variants")
# The variant for voices that are asked for without one.
_STEADY = "steady"
_LOOK_S = 0.0005
_STEADYING = (b"flutter 0", b"roughness 0", b"echo 0 0")


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
    _lay_out(data)
    os.environ["ESPEAK_DATA_PATH"] = str(_DATA)


def _lay_out(data: Path) -> None:
    """Link the library's data into the working directory, but for the variants."""
    _link(data.iterdir(), _DATA, _VARIANTS.parent.name)
    _link((data / _VARIANTS.parent).iterdir(), _DATA / _VARIANTS.parent, _VARIANTS.name)
    (_DATA / _VARIANTS).mkdir()
    _UNSTEADY.symlink_to(data / _VARIANTS)


def _link(files: Iterable[Path], directory: Path, but: str) -> None:
    directory.mkdir()
    for file in files:
        if file.name != but:
            (directory / file.name).symlink_to(file)


def _steadied(variant: bytes) -> bytes:
    """Return the file of a variant without what would make a line depend on those before it."""
    names = tuple(line.split()[0] for line in _STEADYING)
    kept = (line for line in variant.splitlines() if not line.startswith(names))
    return b"\n".join([*kept, *_STEADYING, b""])


def steady(voice_id: str) -> str:
    """Return the id of a voice, or voice and variant, that says a line the same in any order.

    pyttsx3 must be running. A library of the system has no variant that does.
    """
    if not _UNSTEADY.is_dir():
        return voice_id
    base, _, name = voice_id.partition("+")
    if name:
        variant = (_UNSTEADY / name).read_bytes()
    else:
        name, variant = _STEADY, b"language variant\nname " + _STEADY.encode()
    (_DATA / _VARIANTS / name).write_bytes(_steadied(variant))
    return f"{base}+{name}"


def wait_instead_of_sleeping() -> None:
    """Make pyttsx3's loop wait for espeak instead of sleeping for 10 ms before each look.

    pyttsx3 must be running.
    """
    from pyttsx3.drivers import espeak as driver

    driver.time = types.SimpleNamespace(sleep=lambda _: synchronize())


def renew_noise() -> None:
    """Begin the noise of breath anew. pyttsx3 must be running."""
    from pyttsx3.drivers import _espeak

    # Older libraries of a system do without.
    if hasattr(_espeak.dll, "espeak_ng_SetRandSeed"):
        _espeak.dll.espeak_ng_SetRandSeed(1)


def synchronize() -> None:
    """Wait until espeak has finished everything requested, from speaking to setting a rate.

    Its own wait looks only every 20 ms, and most lines take less than that.
    """
    from pyttsx3.drivers import _espeak

    while _espeak.IsPlaying():
        time.sleep(_LOOK_S)
    _espeak.Synchronize()


def variants() -> list[str]:
    """Return the names of the variants of every voice. pyttsx3 must be running."""
    from pyttsx3.drivers import _espeak

    directory = _UNSTEADY
    if not directory.is_dir():
        data = ctypes.c_char_p()
        _espeak.dll.espeak_Info(ctypes.byref(data))
        directory = Path(os.fsdecode(data.value or b""), _VARIANTS)
    return sorted(file.name for file in directory.iterdir()) if directory.is_dir() else []
