"""Bitrates: which of them a format supports."""

from voicecoach.problems import WrongUsageError

_WITH_BITRATE = "m4a, m4b, mp3 and opus have one"


def no_bitrate(suffix: str, bitrate_kbps: int | None) -> None:
    """Raise `WrongUsageError` if a bitrate is given, for a format that has none."""
    if bitrate_kbps is not None:
        raise WrongUsageError(f"{suffix} has no bitrate", f"leave it out; {_WITH_BITRATE}")


def bitrate_within(suffix: str, bitrate_kbps: int | None, lowest: int, highest: int) -> None:
    """Raise `WrongUsageError` if a bitrate is given that is out of a format's range."""
    if bitrate_kbps is not None and not lowest <= bitrate_kbps <= highest:
        raise WrongUsageError(
            f"{suffix} has no bitrate of {bitrate_kbps} kb/s", f"use {lowest} to {highest}"
        )
