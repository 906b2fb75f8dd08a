"""`voicecoach inspect`: what is in a finished file?"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.units import SECOND_MS, clock

if TYPE_CHECKING:
    from rich.text import Text

    from voicecoach.formats.inspection import Inspection
    from voicecoach.formats.inspection.tag import CoverInfo

_VERSION = 1
_TEXTS = ("title", "artist", "album", "genre", "year", "comment", "language")
_AS_TWO = "(as two channels)"


@click.command("inspect")
@click.argument("file", type=click.Path(path_type=Path))
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="Text to read, or JSON for programs.",
)
def command(file: Path, form: str) -> None:
    """Tell what is in FILE, an MP3: form, tags, chapters, loudness and how much is said.

    \b
    Examples:
      voicecoach inspect legs.mp3
      voicecoach inspect legs.mp3 --format json
    """
    from voicecoach.formats.inspection import inspect

    found = inspect(file)
    if form == "json":
        from voicecoach.outputs.timeline_json import dumps

        click.echo(dumps(_data(file, found)))
    else:
        _print(file, found)


def _print(file: Path, found: "Inspection") -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    report.say(str(file))
    facts = Table(box=None, show_header=False, padding=(0, 2))
    for name, value in _facts(found):
        facts.add_row(name, _shown(value))
    click.echo()
    console.print(facts)
    if found.tag.chapters:
        chapters = Table(box=box.SIMPLE_HEAD)
        chapters.add_column("Chapter")
        chapters.add_column("Start", justify="right")
        chapters.add_column("Length", justify="right")
        for chapter in found.tag.chapters:
            length_ms = chapter.end_ms - chapter.start_ms
            chapters.add_row(_shown(chapter.title), _clock(chapter.start_ms), _clock(length_ms))
        console.print(chapters)


def _facts(found: "Inspection") -> Iterator[tuple[str, str]]:
    """Yield names and values, those that are not there left out."""
    tag, sound = found.tag, found.sound
    for name in _TEXTS:
        value = getattr(tag, name)
        if value is not None:
            yield name.capitalize(), value
    if tag.cover is not None:
        yield "Cover", _cover(tag.cover)
    yield "Built by", tag.built_by or "another program than voicecoach"
    yield "Length", _clock(sound.length_ms)
    yield "Size", _size(found.size_bytes)
    channels = "1 channel" if sound.channels == 1 else f"{sound.channels} channels"
    yield "Sound", f"{channels}, {found.bitrate_kbps} kb/s, {sound.sample_rate_hz / 1000:g} kHz"
    yield "Loudness", _level(sound.loudness_lufs, f"LUFS {_AS_TWO}")
    yield "True peak", _level(sound.true_peak_db, "dBTP")
    if sound.spoken_ms is not None:
        lines = "1 line" if tag.lyric_lines == 1 else f"{tag.lyric_lines} lines"
        share = f"{found.speech_share or 0:.0%} of the time"
        yield "Speech", f"{lines}, {_clock(sound.spoken_ms)}, {share}"
    if sound.speech_lufs is not None:
        yield "Speech level", _level(sound.speech_lufs, f"LUFS {_AS_TWO}")


def _cover(cover: "CoverInfo") -> str:
    pixels = "" if cover.width is None else f" {cover.width} × {cover.height},"
    return f"{cover.mime},{pixels} {_size(cover.size_bytes)}"


def _level(level: float | None, unit: str) -> str:
    return "silence" if level is None else f"{level:.1f} {unit}"


def _size(size_bytes: int) -> str:
    if size_bytes < 1_000_000:
        return f"{size_bytes / 1000:.0f} kB"
    return f"{size_bytes / 1_000_000:.1f} MB"


def _clock(length_ms: int) -> str:
    """Return a length to the whole second."""
    return clock(round(length_ms / SECOND_MS) * SECOND_MS)


def _shown(text: str) -> "Text":
    """Return text as a table shows it: no markup, no control characters."""
    from rich.text import Text

    return Text(report.one_line(text))


def _data(file: Path, found: "Inspection") -> dict[str, Any]:
    from dataclasses import asdict

    tag, sound = found.tag, found.sound
    return {
        "version": _VERSION,
        "file": str(file),
        "built_by": tag.built_by,
        "length_ms": sound.length_ms,
        "size_bytes": found.size_bytes,
        "channels": sound.channels,
        "bitrate_kbps": found.bitrate_kbps,
        "sample_rate_hz": sound.sample_rate_hz,
        "loudness_lufs": _rounded(sound.loudness_lufs),
        "true_peak_db": _rounded(sound.true_peak_db),
        "spoken_ms": sound.spoken_ms,
        "speech_share": _rounded(found.speech_share),
        "speech_lufs": _rounded(sound.speech_lufs),
        **{name: getattr(tag, name) for name in _TEXTS},
        "cover": None if tag.cover is None else asdict(tag.cover),
        "chapters": [asdict(chapter) for chapter in tag.chapters],
        "lyric_lines": tag.lyric_lines,
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
