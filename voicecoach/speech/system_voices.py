"""The system's voices: a digest of those that are installed, as who speaks may depend on it.

One of them is the best for a language, and a new one may take its place. So the digest is part of
the version of an engine that speaks with them, and what it is made of are inputs of a build.
"""

import os
import sys
from collections.abc import Iterable, Sequence
from glob import escape
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from voicecoach.files.home import expanded
from voicecoach.files.inputs import note, probed, variable
from voicecoach.files.store import digest

_DIGITS = 16

# Voices that come with macOS, those that programs bring, and those that were downloaded in the
# settings, in folders named by digests; then which one was chosen there.
_MACOS = (
    "/System/Library/Speech/Voices/*",
    "/Library/Speech/Voices/*",
    "~/Library/Speech/Voices/*",
    "/System/Library/AssetsV2/com_apple_MobileAsset_*Voice*/*",
    "/System/Library/AssetsV2/com_apple_MobileAsset_*TTS*/*",
    "~/Library/Preferences/com.apple.speech.voice.prefs.plist",
)
# The voices of SAPI 5 ("Object Tokens and Registry Settings" of its documentation); above them
# stands which one was chosen in the settings.
_SAPI = tuple(
    rf"{root}\SOFTWARE\Microsoft\Speech\{key}"
    for root in ("HKEY_LOCAL_MACHINE", "HKEY_CURRENT_USER")
    for key in ("Voices", r"Voices\Tokens")
)
# espeak-ng or its predecessor, where distributions put them: the library that pyttsx3 loads, and
# what that reads.
_LIBRARIES = ("libespeak-ng.so.1", "libespeak.so.1")
_LIBRARY_FOLDERS = ("/usr/local/lib", "/usr/local/lib64", "/lib", "/usr/lib", "/usr/lib64")
_DATA = ("espeak-ng-data/**", "espeak-data/**")
_DATA_FOLDERS = ("~", "/usr/local/share", "/usr/share", "/usr/lib", "/usr/lib64")


def system_voices(platform: str) -> str:
    """Return a digest of the voices of the system, whose name is one of `sys.platform`.

    Where they are in no known place, that is noted as well: then no build is up to date.
    """
    found = {"darwin": _of_macos, "win32": _of_sapi}.get(platform, _of_espeak)()
    return digest({"voices": found})[:_DIGITS]


def _of_macos() -> Sequence[Any]:
    stamps = [probed("stamps", str(expanded(pattern))) for pattern in _MACOS]
    return [probed("release", ""), *stamps]


def _of_sapi() -> Sequence[Any]:
    return [probed("release", ""), *(probed("registry", key) for key in _SAPI)]


def _of_espeak() -> Sequence[Any]:
    # The wheel has voices of its own, and is one of the packages.
    if find_spec("espeakng_loader") is not None:
        return []
    libraries = _stamps(
        [*_named_by("LD_LIBRARY_PATH"), *_with_processor_folders(_LIBRARY_FOLDERS)], _LIBRARIES
    )
    # The variable names the folder with the data, or the one that it is in.
    named = _named_by("ESPEAK_DATA_PATH")
    above = [folder.parent for folder in named]
    data = _stamps([*named, *above, *_with_processor_folders(_DATA_FOLDERS)], _DATA)
    if not any(libraries) or not any(data):
        note("unknown")
    return [*libraries, *data]


def _named_by(name: str) -> list[Path]:
    """Return the folders that a variable of the environment names."""
    paths = map(Path, (variable(name) or "").split(os.pathsep))
    return [path for path in paths if path.is_absolute()]


def _with_processor_folders(folders: Iterable[str]) -> list[Path]:
    """Return folders of the system, and those for this kind of processor."""
    # As Debian calls it: `x86_64-linux-gnu`.
    kind = getattr(sys.implementation, "_multiarch", "")
    own = (Path(above, kind) for above in ("/usr/local/lib", "/usr/lib", "/lib"))
    return [*map(expanded, folders), *own]


def _stamps(folders: Iterable[Path], patterns: Sequence[str]) -> list[Any]:
    return [
        probed("stamps", f"{escape(str(folder))}/{pattern}")
        for folder in folders
        for pattern in patterns
    ]
