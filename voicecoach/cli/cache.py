"""`voicecoach cache`: shows or clears what is kept from build to build."""

from collections.abc import Iterable
from contextlib import suppress
from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import format_option
from voicecoach.cli.plain import is_plain, plain_option, say_facts
from voicecoach.files.ordinary import check_directory
from voicecoach.problems import EngineError, reason
from voicecoach.units import megabytes

if TYPE_CHECKING:
    from voicecoach.files.store import Store, StoredFile

_VERSION = 1
_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)
# A day from the ends, so that there is a local time everywhere.
_DAY = timedelta(days=1)
_FIRST_S, _LAST_S = (
    int((end.replace(tzinfo=timezone.utc) - _EPOCH).total_seconds())
    for end in (datetime.min + _DAY, datetime.max - _DAY)
)
_CONTENTS = {
    "clip": "spoken lines",
    "span": "encoded sounds",
    "song": "measured music",
    "cover": "drawn covers",
    "voice": "lists of voices",
    "record": "builds",
}


@click.command("cache", short_help="Tell what is kept from build to build, or remove it.")
@click.argument("action", type=click.Choice(["info", "clear"]), default="info")
@format_option(["text", "json"], "How `info` is printed: for people, or for programs.")
@plain_option
def command(action: str, output_format: str, plain: bool) -> None:
    """Tell what is kept from build to build (`info`), or remove it (`clear`).

    Spoken lines and encoded sounds are kept, so that builds make only what is new. They make again
    what was removed.

    \b
    Examples:
      voicecoach cache
      voicecoach cache info --format json
      voicecoach cache clear
    """
    from voicecoach.session.session import default_store

    store = default_store()
    directory = store.directory
    try:
        # It is made for the first result, and does without where a file is in the way.
        with suppress(FileNotFoundError, NotADirectoryError):
            check_directory(directory)
    except OSError as error:
        message = f"{directory} cannot be read: {reason(error)}"
        raise EngineError(message, "check who may read it") from error
    if action == "info":
        _show(store, output_format, is_plain(plain))
        return
    if output_format == "json":
        raise click.UsageError("`clear` has no formats: `--format` is for `info`")
    report.say(f"removed {_amount(store.clear())}")
    left = len(list(store.files()))
    if left:
        message = f"{left} files in {directory} cannot be removed"
        raise EngineError(message, "check who may write there")


def _show(store: "Store", output_format: str, plain: bool) -> None:
    from voicecoach.files.store import KINDS, LIMIT_BYTES

    files = list(store.files())
    oldest_s = min((file.used_s for file in files), default=None)
    kinds = {kind: [file for file in files if file.kind == kind] for kind in KINDS}
    if output_format == "json":
        from voicecoach.outputs.timeline_json import dumps

        data: dict[str, Any] = {
            "version": _VERSION,
            "directory": str(store.directory),
            **{f"{kind}s": _count(files) for kind, files in kinds.items()},
            "limit_bytes": LIMIT_BYTES,
            "oldest_use": None if oldest_s is None else _time(oldest_s).isoformat(),
        }
        click.echo(dumps(data))
        return
    rows = {"directory": str(store.directory)}
    rows |= {_CONTENTS[kind]: _amount(files) for kind, files in kinds.items()}
    rows["at most"] = megabytes(LIMIT_BYTES)
    if oldest_s is not None:
        rows["oldest use"] = f"{_time(oldest_s).astimezone():%Y-%m-%d %H:%M}"
    if plain:
        say_facts((name.capitalize(), value) for name, value in rows.items())
        return
    for name, value in rows.items():
        report.say(f"{name:<14}  {value}")


def _count(files: Iterable["StoredFile"]) -> dict[str, int]:
    sizes_bytes = [file.size_bytes for file in files]
    return {"count": len(sizes_bytes), "size_bytes": sum(sizes_bytes)}


def _amount(files: Iterable["StoredFile"]) -> str:
    total = _count(files)
    return f"{total['count']}, {megabytes(total['size_bytes'])}"


def _time(time_s: float) -> datetime:
    """Return a time; of one that no calendar has, the nearest of the years 1 to 9999."""
    return _EPOCH + timedelta(seconds=min(max(_FIRST_S, int(time_s)), _LAST_S))
