"""`voicecoach inspect`: shows what is in a finished file."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from voicecoach.cli import report
from voicecoach.cli.options import PATH, format_option
from voicecoach.cli.plain import is_plain, plain_option, say_facts
from voicecoach.units import counted, megabytes, whole_clock

if TYPE_CHECKING:
    from voicecoach.formats.inspection import Inspection
    from voicecoach.formats.inspection.tag import CoverInfo

_VERSION = 1
_TEXTS = ("title", "artist", "album", "genre", "year", "comment", "language")
_AS_TWO = "(as two channels)"


@click.command("inspect", short_help="Tell what is in a finished FILE, and how loud it is.")
@click.argument("file", type=PATH)
@format_option(["text", "json"], "Text to read, or JSON for programs.")
@plain_option
def command(file: Path, output_format: str, plain: bool) -> None:
    """Tell what is in a finished FILE: form, tags, chapters, loudness and how much is said.

    \b
    Examples:
      voicecoach inspect legs.mp3
      voicecoach inspect legs.mp3 --format json
    """
    from voicecoach.formats.inspection import inspect

    inspection = inspect(file)
    if output_format == "json":
        from voicecoach.outputs.timeline_json import dumps

        click.echo(dumps(_data(file, inspection)))
    elif is_plain(plain):
        _print_plainly(file, inspection)
    else:
        _print(file, inspection)


def _print(file: Path, inspection: "Inspection") -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table

    console = Console(highlight=False)
    report.say(str(file))
    facts = Table(box=None, show_header=False, padding=(0, 2))
    for name, value in _facts(inspection):
        facts.add_row(name, report.cell(value))
    click.echo()
    console.print(facts)
    if inspection.tag.chapters:
        chapters = Table(box=box.SIMPLE_HEAD)
        chapters.add_column("Chapter")
        chapters.add_column("Start", justify="right")
        chapters.add_column("Length", justify="right")
        for chapter in inspection.tag.chapters:
            length_ms = chapter.end_ms - chapter.start_ms
            chapters.add_row(
                report.cell(chapter.title), whole_clock(chapter.start_ms), whole_clock(length_ms)
            )
        console.print(chapters)


def _print_plainly(file: Path, inspection: "Inspection") -> None:
    say_facts([("File", str(file)), *_facts(inspection)])
    for chapter in inspection.tag.chapters:
        length = whole_clock(chapter.end_ms - chapter.start_ms)
        start = whole_clock(chapter.start_ms)
        say_facts([("Chapter", f"{chapter.title}, at {start}, {length} long")])


def _facts(inspection: "Inspection") -> Iterator[tuple[str, str]]:
    """Yield names and values, without those that are missing."""
    tag, sound = inspection.tag, inspection.sound
    for name in _TEXTS:
        value = getattr(tag, name)
        if value is not None:
            yield name.capitalize(), value
    if tag.cover is not None:
        yield "Cover", _cover(tag.cover)
    yield "Built by", tag.built_by or "another program than voicecoach"
    yield "Length", whole_clock(sound.length_ms)
    yield "Size", _size(inspection.size_bytes)
    channels, rate = counted(sound.channels, "channel"), f"{sound.sample_rate_hz / 1000:g} kHz"
    yield "Sound", f"{channels}, {inspection.bitrate_kbps} kb/s, {rate}"
    yield "Loudness", _level(sound.loudness_lufs, f"LUFS {_AS_TWO}")
    yield "True peak", _level(sound.true_peak_db, "dBTP")
    if sound.spoken_ms is not None:
        lines, length = counted(tag.lyric_lines, "line"), whole_clock(sound.spoken_ms)
        yield "Speech", f"{lines}, {length}, {inspection.speech_share or 0:.0%} of the time"
    if sound.speech_lufs is not None:
        yield "Speech level", _level(sound.speech_lufs, f"LUFS {_AS_TWO}")


def _cover(cover: "CoverInfo") -> str:
    pixels = "" if cover.width is None else f" {cover.width} × {cover.height},"
    return f"{cover.mime},{pixels} {_size(len(cover.data))}"


def _level(level: float | None, unit: str) -> str:
    return "silence" if level is None else f"{level:.1f} {unit}"


def _size(size_bytes: int) -> str:
    return f"{size_bytes / 1000:.0f} kB" if size_bytes < 1_000_000 else megabytes(size_bytes)


def _data(file: Path, inspection: "Inspection") -> dict[str, Any]:
    from msgspec.structs import asdict

    tag, sound = inspection.tag, inspection.sound
    return {
        "version": _VERSION,
        "file": str(file),
        "built_by": tag.built_by,
        "length_ms": sound.length_ms,
        "size_bytes": inspection.size_bytes,
        "channels": sound.channels,
        "bitrate_kbps": inspection.bitrate_kbps,
        "sample_rate_hz": sound.sample_rate_hz,
        "loudness_lufs": _rounded(sound.loudness_lufs),
        "true_peak_db": _rounded(sound.true_peak_db),
        "spoken_ms": sound.spoken_ms,
        "speech_share": _rounded(inspection.speech_share),
        "speech_lufs": _rounded(sound.speech_lufs),
        **{name: getattr(tag, name) for name in _TEXTS},
        "cover": None if tag.cover is None else _cover_data(tag.cover),
        "chapters": [asdict(chapter) for chapter in tag.chapters],
        "lyric_lines": tag.lyric_lines,
    }


def _cover_data(cover: "CoverInfo") -> dict[str, Any]:
    return {
        "mime": cover.mime,
        "width": cover.width,
        "height": cover.height,
        "size_bytes": len(cover.data),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 2)
