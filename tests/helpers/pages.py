"""The pages of the documentation, and the examples in them.

A fenced block is named by its language, the word after the backticks. What an example that is no
whole file belongs to stands in a comment on the line before it, which no reader of the page sees:

- `<!-- blocks -->`: blocks of a workout;
- `<!-- head -->`: keys of the file, without title and workout;
- `<!-- wrong -->`: a whole routine that is refused, as the block after it shows;
- `<!-- warned -->`: a whole routine that is warned of, as the block after it shows;
- `<!-- file: NAME -->`: a file that a test puts where the page says it belongs.

Further marks are those of a single test.
"""

import re
from base64 import b64decode
from dataclasses import dataclass
from functools import cache
from io import BytesIO
from pathlib import Path
from textwrap import indent

import numpy as np
import soundfile

ROOT = Path(__file__).parents[2]
PAGES = tuple(
    path.relative_to(ROOT).as_posix()
    for path in sorted([ROOT / "README.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").glob("*.md")])
)

# The languages of the files that commands of a page may name.
_FILES = ("", "yaml", "csv", "json", "xml")
_FENCE = re.compile(
    r"(?:^ *<!-- (?P<mark>[^\n]*?) -->\n)?^(?P<indent> *)(?P<fence>`{3,})(?P<language>\S*)\n"
    r"(?P<text>.*?)^(?P=indent)(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Example:
    """A fenced block: where it is, the language it says it is in, its mark and its text."""

    page: str
    line: int
    language: str
    mark: str
    text: str

    @property
    def content(self) -> bytes:
        """The bytes of a file that is shown, perhaps in base64."""
        return b64decode(self.text) if self.language == "base64" else self.text.encode()

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"


def text_of(page: str) -> str:
    """Return the text of a page."""
    return (ROOT / page).read_text("utf-8")


def examples(page: str) -> list[Example]:
    """Return the examples of a page, in order."""
    text = text_of(page)
    return [
        Example(
            page,
            text.count("\n", 0, match.start("language")) + 1,
            match["language"],
            match["mark"] or "",
            re.sub(f"^{match['indent']}", "", match["text"], flags=re.MULTILINE),
        )
        for match in _FENCE.finditer(text)
    ]


def all_examples(language: str) -> list[Example]:
    """Return the examples in a language, of all pages."""
    return [example for page in PAGES for example in examples(page) if example.language == language]


def file_in(page: str, name: str) -> str:
    """Return the text of the file that a page shows under a name."""
    marks = {example.mark: example.text for example in examples(page)}
    return marks[f"file: {name}"]


def bytes_in(page: str, name: str) -> bytes:
    """Return the bytes of the file that a page shows under a name, perhaps in base64."""
    (example,) = (each for each in examples(page) if each.mark == f"file: {name}")
    return example.content


def put_files(page: str, directory: Path) -> None:
    """Put the files that a page shows, and what it speaks of, into a directory.

    That are sounds, and folders of music and recordings.
    """
    for example in examples(page):
        if example.language in _FILES and example.mark.startswith("file: "):
            (directory / example.mark.removeprefix("file: ")).write_text(example.text, "utf-8")
    for name, content in _sound_files().items():
        (directory / name).write_bytes(content)
    for folder in ("songs", "more songs"):
        (directory / folder).mkdir(exist_ok=True)
        (directory / folder / "song.mp3").write_bytes(_sound_files()["song.mp3"])
    (directory / "recordings").mkdir(exist_ok=True)
    (directory / "recordings" / "halfway.wav").write_bytes(_sound_files()["bell.wav"])


@cache
def _sound_files() -> dict[str, bytes]:
    """Return the files that the pages speak of: a bell, and music of a few seconds."""
    found = {}
    for name, seconds in (("bell.wav", 0.4), ("song.mp3", 8), ("calm.ogg", 8)):
        wave = 0.2 * np.sin(2 * np.pi * 440 / 16_000 * np.arange(int(16_000 * seconds)))
        file = BytesIO()
        soundfile.write(file, wave, 16_000, format=name.rpartition(".")[2])
        found[name] = file.getvalue()
    return found


def routine_in(example: Example) -> str:
    """Return the routine that a YAML example is, or is a part of."""
    if example.mark == "blocks":
        return f"title: T\nworkout:\n{indent(example.text, '  ')}"
    if example.mark == "head":
        return f"title: T\n{example.text}workout:\n  - Plank 40s\n  - rest: 30s\n  - Squats x10\n"
    return example.text
