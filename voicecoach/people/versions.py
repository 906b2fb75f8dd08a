"""Versions: of all that the bytes of a file depend on, besides what it is made of."""

from collections.abc import Mapping
from functools import cache
from importlib.metadata import PackageNotFoundError, version

from voicecoach import __version__

# Engines, codecs, and what reckons with samples. Not every one of them is there.
_PACKAGES = (
    "espeakng-loader", "hibari-tts", "imageio-ffmpeg", "lameenc", "mutagen", "numpy", "onnxruntime",
    "piper-tts", "pyttsx3", "resvg-py", "soundfile", "soxr",
)  # fmt: skip
_NONE = "none"


@cache
def versions() -> Mapping[str, str]:
    """Return the versions of voicecoach and of the packages by their names, `none` for no such."""
    return {"voicecoach": __version__, **{package: _version(package) for package in _PACKAGES}}


def _version(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return _NONE
