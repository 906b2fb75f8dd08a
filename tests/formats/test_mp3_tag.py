import io
import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from mutagen.id3 import ID3

from helpers.cases import cases
from helpers.mp3_listening import by_ffmpeg, encoded, ffmpeg
from voicecoach.audio.pcm import silence
from voicecoach.formats import Cover, Lyric, Tags
from voicecoach.formats.tags.id3 import id3_tag
from voicecoach.formats.tags.iso_639 import iso_639_2
from voicecoach.formats.tags.text import one_line
from voicecoach.timeline.model import Chapter

PNG = b"\x89PNG\r\n\x1a\n" + bytes(range(256))
FULL = Tags(
    "Rücken 🏃🏽‍♀️",
    artist="AC/DC",
    album="Mein Album",
    genre="Workout",
    year=987,
    comment="Zwei\nZeilen",
    language="de-AT",
    chapters=(Chapter("Erst", 0, 1500), Chapter("Dann", 1500, 60_000)),
    lyrics=(
        Lyric(100, 900, "Los!"),
        Lyric(1150, 2000, "Noch\neinmal 💪"),
        Lyric(2251, 3000, ""),
        Lyric(3251, 4000, "Fertig."),
    ),
    cover=Cover("image/png", PNG),
)


def _read(tags: Tags, duration_ms: int = 60_000) -> Any:
    return ID3(io.BytesIO(id3_tag(tags, duration_ms)), translate=False)


def _frame_ids(content: bytes) -> list[str]:
    """Return the names of a tag's frames in the order of the file."""
    names, at = [], 10
    while at < len(content):
        names.append(content[at : at + 4].decode("ascii"))
        at += 10 + int.from_bytes(content[at + 4 : at + 8], "big")
    assert at == len(content)
    return names


def _by_ffmpeg(tags: Tags) -> tuple[dict[str, str], list[str], list[tuple[float, float]]]:
    """Return what ffmpeg reads: fields, the chapters' titles, and their times in seconds."""
    said = ffmpeg(encoded(silence(2000), tags=tags), form=("-f", "ffmetadata"))
    whole, *chapters = said.stdout.decode("utf-8").split("\n[CHAPTER]\n")
    read, _, _ = said.stderr.partition(b"\nOutput #0")
    times = re.findall(rb"Chapter #0:\d+: start ([\d.]+), end ([\d.]+)", read)
    return (
        _fields(whole),
        [_fields(chapter).get("title", "") for chapter in chapters],
        [(float(start), float(end)) for start, end in times],
    )


def _fields(metadata: str) -> dict[str, str]:
    """Return the fields of ffmpeg's own form, in which `\\` stands before its signs."""
    pairs = re.findall(r"^(\w[^=\n]*)=((?:\\.|[^\\\n])*)", metadata, re.M | re.S)
    return {key: re.sub(r"\\(.)", r"\1", text, flags=re.S) for key, text in pairs}


def test_all_that_a_player_shows_is_in_the_tag() -> None:
    found = _read(FULL)
    texts = {key: str(found[key]) for key in found if key.startswith("T")}
    assert re.fullmatch(r"voicecoach \d[\w.]*", texts.pop("TSSE"))
    assert texts == {
        "TIT2": "Rücken 🏃🏽‍♀️",
        "TPE1": "AC/DC",
        "TALB": "Mein Album",
        "TCON": "Workout",
        "TYER": "0987",
        "TLEN": "60000",
        "TLAN": "deu",
    }
    assert found.version == (2, 3, 0)
    assert found["COMM::deu"].text == ["Zwei Zeilen"]
    cover = found["APIC:"]
    assert (cover.mime, cover.type, cover.data) == ("image/png", 3, PNG)


def test_ffmpeg_reads_the_same() -> None:
    fields, titles, times_s = _by_ffmpeg(FULL)
    fields.pop("encoder")
    assert fields == {
        "title": "Rücken 🏃🏽‍♀️",
        "artist": "AC/DC",
        "album": "Mein Album",
        "genre": "Workout",
        "date": "0987",
        "comment": "Zwei Zeilen",
        "language": "deu",
        "TLEN": "2000",
        "lyrics-deu": "Los!\nNoch einmal 💪\n\nFertig.",
    }
    assert titles == ["Erst", "Dann"]
    assert times_s == [(0.0, 1.5), (1.5, 60.0)]


def test_what_is_empty_is_left_out() -> None:
    bare = id3_tag(Tags("\n", artist="\0", language="x-klingon", lyrics=[Lyric(0, 100, " ")]), 100)
    assert _frame_ids(bare) == ["TLEN", "TSSE"]
    found = _read(Tags("T", comment="c", language="x-klingon", chapters=[Chapter("", 0, 100)]))
    assert "COMM::XXX" in found
    assert found["CHAP:chp1"].sub_frames == {}


def test_lines_are_told_once_as_a_text_and_once_with_their_times() -> None:
    found = _read(FULL)
    assert found["USLT::deu"].text == "Los!\nNoch einmal 💪\n\nFertig."
    timed = found["SYLT::deu"]
    assert (timed.format, timed.type) == (2, 1)
    # The second line follows after 250 ms: the first one stays until then.
    assert timed.text == [
        ("Los!", 100),
        ("Noch einmal 💪", 1150),
        ("", 2000),
        ("Fertig.", 3251),
        ("", 4000),
    ]


@pytest.mark.parametrize("count", [1, 2, 255])
def test_chapters_are_listed_and_stand_in_order(count: int) -> None:
    # Titles of many lengths: mutagen would sort the chapters by size.
    titles = ["x" * (7 * number % 50) + f" {number}" for number in range(count)]
    chapters = [Chapter(title, 100 * n, 100 * n + 100) for n, title in enumerate(titles)]
    tags = Tags("T", chapters=chapters)
    found = _read(tags)
    contents = found["CTOC:toc"]
    assert contents.flags == 3
    listed = [found[f"CHAP:{name}"] for name in contents.child_element_ids]
    assert [str(each.sub_frames["TIT2"]) for each in listed] == [title.strip() for title in titles]
    assert [(each.start_time, each.end_time) for each in listed] == [
        (chapter.start_ms, chapter.end_ms) for chapter in chapters
    ]
    assert {(each.start_offset, each.end_offset) for each in listed} == {(0xFFFFFFFF, 0xFFFFFFFF)}
    _, heard, times_s = _by_ffmpeg(tags)
    assert heard == [title.strip() for title in titles]
    assert times_s == [(each.start_ms / 1000, each.end_ms / 1000) for each in chapters]
    content = id3_tag(tags, 1000)
    in_file = re.findall(rb"CHAP.{6}(chp\d+)\0", content, re.DOTALL)
    assert [name.decode() for name in in_file] == contents.child_element_ids


@cases(
    ("given", "shown"),
    {
        "umlauts, quotes and an emoji": ('Rücken & "Beine" 🏃🏽‍♀️', 'Rücken & "Beine" 🏃🏽‍♀️'),
        "what ffmpeg takes for its own": ("= # ; \\ [CHAPTER]", "= # ; \\ [CHAPTER]"),
        "lines and tabs": ("two\nlines\r\n and\ttabs ", "two lines and tabs"),
        "a zero": ("an end\0in the middle", "an end in the middle"),
        "half a character": ("half a \ud83d character", "half a \ufffd character"),
        "a long text": ("x" * 2000, "x" * 2000),
        "many emojis": ("🏃" * 2000, "🏃" * 2000),
    },
)
def test_texts_are_kept_in_one_line_everywhere(given: str, shown: str) -> None:
    tags = Tags(
        given,
        given,
        given,
        given,
        comment=given,
        chapters=[Chapter(given, 0, 2000)],
        lyrics=[Lyric(0, 100, given)],
    )
    found = _read(tags)
    texts = [found[key] for key in ("TIT2", "TPE1", "TALB", "TCON", "COMM::eng", "USLT::eng")]
    assert {str(text) for text in [*texts, found["CHAP:chp1"].sub_frames["TIT2"]]} == {shown}
    assert found["SYLT::eng"].text[0] == (shown, 0)
    fields, titles, _ = _by_ffmpeg(tags)
    keys = ("title", "artist", "album", "genre", "comment", "lyrics-eng")
    assert {*titles, *(fields[key] for key in keys)} == {shown}


@given(
    st.lists(st.tuples(st.integers(0, 900), st.integers(1, 900), st.text()), max_size=5), st.text()
)
@settings(max_examples=50)
def test_any_lines_and_title_are_read_back(lines: list[tuple[int, int, str]], title: str) -> None:
    lyrics, now_ms = [], 0
    for gap_ms, length_ms, text in lines:
        lyrics.append(Lyric(now_ms + gap_ms, now_ms + gap_ms + length_ms, text))
        now_ms += gap_ms + length_ms
    found = _read(Tags(title, lyrics=lyrics))
    assert str(found.get("TIT2", "")) == one_line(title)
    spoken = [(one_line(each.text), each.start_ms) for each in lyrics if one_line(each.text)]
    timed = found["SYLT::eng"].text if spoken else []
    assert [entry for entry in timed if entry[0]] == spoken


def test_a_large_tag_does_not_disturb_the_sound() -> None:
    tags = Tags("T", cover=Cover("image/jpeg", b"\xff\xfb\x54\xc4" * 125_000))
    assert len(by_ffmpeg(encoded(silence(100), tags=tags))) == 4800


def test_the_same_tags_give_the_same_bytes() -> None:
    assert id3_tag(FULL, 5) == id3_tag(FULL, 5)


@pytest.mark.parametrize(
    ("language", "code"),
    [
        ("en", "eng"),
        ("en-GB", "eng"),
        ("DE", "deu"),
        ("zh-Hant", "zho"),
        ("ast", None),
        ("ces", "ces"),
        ("", None),
    ],
)
def test_a_language_has_three_letters(language: str, code: str | None) -> None:
    assert iso_639_2(language) == code
