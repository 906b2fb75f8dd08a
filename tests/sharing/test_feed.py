import io
import json
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree

import feedparser
import podcastparser
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from voicecoach.formats import Cover
from voicecoach.sharing.chapters_json import chapters_json
from voicecoach.sharing.episodes import Episode
from voicecoach.sharing.feed import Item, feed_xml
from voicecoach.timeline.model import Chapter

Golden = Callable[[str, str], None]

BASE = "https://example.org/workouts/"
NOON = datetime(2026, 11, 26, 12, 0, 0, tzinfo=timezone.utc)
EPISODE = Episode(
    path=Path("legs.mp3"),
    title="Legs",
    length_ms=62_600,
    size_bytes=500_123,
    modified=NOON,
    language="eng",
    chapters=(Chapter("Squats", 0, 31_005), Chapter("Lunges", 31_005, 62_600)),
    cover=Cover("image/png", b"\x89PNG\r\n\x1a\n"),
    page=None,
    lyrics=None,
)
HOSTILE = {
    "markup": "</title></item><script>alert(1)</script>&amp;]]>",
    "controls": "a\x00b\x07c\x1b[31m\ufffe\ud800d\r\n\te",
    "blanks": "  a  b  ",
    "nothing": "\x00\x07",
    "other letters": "Γέφυρα مرحبا 体操 💪🏽",
}


def _item(name: str = "legs.mp3", hours: int = 0, **changes: Any) -> Item:
    return Item(replace(EPISODE, **changes), name, NOON + timedelta(hours=hours))


def _by_feedparser(xml: bytes) -> Any:
    read = feedparser.parse(io.BytesIO(xml))
    assert not read.bozo, read.get("bozo_exception")
    return read


def _by_podcastparser(xml: bytes) -> Any:
    return podcastparser.parse(f"{BASE}feed.xml", io.BytesIO(xml))


def test_the_feed_and_its_chapters_are_as_somebody_has_read_them(golden: Golden) -> None:
    items = [_item(), _item("arms & core.ogg", 1, title="Arms & core", cover=None, chapters=())]
    golden("sharing/feed.xml", feed_xml(items, BASE, "Workouts").decode())
    golden("sharing/legs.mp3.chapters.json", chapters_json(EPISODE.chapters).decode())


def test_two_parsers_read_what_an_app_shows() -> None:
    xml = feed_xml([_item()], BASE, "Workouts")
    feed, podcast = _by_feedparser(xml), _by_podcastparser(xml)
    assert feed.version == "rss20"
    assert feed.feed.title == podcast["title"] == "Workouts"
    assert feed.feed.language == podcast["language"] == "en"
    assert feed.feed.itunes_block
    assert [link.href for link in feed.feed.links if link.rel == "self"] == [f"{BASE}feed.xml"]
    (entry,), (episode,) = feed.entries, podcast["episodes"]
    assert entry.title == episode["title"] == "Legs"
    assert entry.id == episode["guid"] == "legs.mp3"
    assert not entry.guidislink
    assert entry.published == "Thu, 26 Nov 2026 12:00:00 GMT"
    assert episode["published"] == NOON.timestamp()
    assert episode["total_time"] == int(entry.itunes_duration) == 63
    (sound,) = episode["enclosures"]
    assert sound == {"url": f"{BASE}legs.mp3", "file_size": 500_123, "mime_type": "audio/mpeg"}
    assert (entry.enclosures[0].href, entry.enclosures[0].length) == (sound["url"], "500123")


def test_chapters_and_covers_have_addresses_of_their_own() -> None:
    entry = _by_feedparser(feed_xml([_item()], BASE, "Workouts")).entries[0]
    assert entry.podcast_chapters == {
        "url": f"{BASE}legs.mp3.chapters.json",
        "type": "application/json+chapters",
    }
    assert entry.image.href == f"{BASE}legs.mp3.cover.png"
    jpeg = _item(cover=Cover("image/jpeg", b"\xff\xd8"))
    assert jpeg.cover_name == "legs.mp3.cover.jpg"


def test_chapters_are_those_of_the_sound_in_seconds() -> None:
    assert json.loads(chapters_json(EPISODE.chapters)) == {
        "version": "1.2.0",
        "chapters": [
            {"startTime": 0, "endTime": 31.005, "title": "Squats"},
            {"startTime": 31.005, "endTime": 62.6, "title": "Lunges"},
        ],
    }


def test_the_newest_comes_first_and_of_one_time_the_first_by_name() -> None:
    items = [_item("b.mp3"), _item("c.mp3", 2), _item("a.mp3"), _item("d.mp3", 1)]
    read = _by_feedparser(feed_xml(items, BASE, "Workouts"))
    assert [entry.id for entry in read.entries] == ["c.mp3", "d.mp3", "a.mp3", "b.mp3"]


def test_the_cover_of_the_podcast_is_that_of_the_oldest_item() -> None:
    items = [_item("new.mp3", 2), _item("old.mp3", 1), _item("bare.mp3", cover=None)]
    xml = feed_xml(items, BASE, "Workouts")
    assert _by_podcastparser(xml)["cover_url"] == f"{BASE}old.mp3.cover.png"


@pytest.mark.parametrize(
    ("languages", "told"),
    [(["eng", None], "en"), (["gsw"], "gsw"), (["eng", "deu"], None), ([None], None)],
)
def test_the_language_is_told_where_it_is_one(languages: list[str | None], told: str) -> None:
    items = [_item(f"{number}.mp3", language=each) for number, each in enumerate(languages)]
    assert _by_feedparser(feed_xml(items, BASE, "Workouts")).feed.get("language") == told


@pytest.mark.parametrize("name", ["a b?&#%.mp3", "Übung.mp3", "体操.mp3", "a\udcff.mp3", "a/b.mp3"])
def test_addresses_are_ascii_and_lead_to_the_file(name: str) -> None:
    entry = _by_feedparser(feed_xml([_item(name)], BASE, "Workouts")).entries[0]
    address = urlsplit(entry.enclosures[0].href)
    assert entry.enclosures[0].href.isascii()
    assert (address.query, address.fragment) == ("", "")
    assert unquote(address.path, errors="surrogateescape") == f"/workouts/{name}"
    assert entry.id.isascii()


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_title_is_text(title: str) -> None:
    chapters = (Chapter(title, 0, 1000),)
    xml = feed_xml([_item(title=title, chapters=chapters)], BASE, title)
    feed = _by_podcastparser(xml)
    assert [each["guid"] for each in feed["episodes"]] == ["legs.mp3"]
    assert feed["episodes"][0]["title"]
    assert len(json.loads(chapters_json(chapters))["chapters"]) == 1
    assert "<script" not in xml.decode()


@given(st.text(), st.text())
@example("\ufffe", "\x0b")
def test_any_title_gives_a_feed_that_reads_back(title: str, channel_title: str) -> None:
    xml = feed_xml([_item(title=title)], BASE, channel_title)
    read = ElementTree.fromstring(xml)
    titles = [element.text or "" for element in read.iter("title")]
    assert all(titles)
    for wanted, found in zip([channel_title, title], titles, strict=True):
        kept = [character for character in wanted if character.isalnum()]
        if not kept:
            continue
        assert [character for character in found if character.isalnum()] == kept


def test_the_same_episodes_give_the_same_bytes() -> None:
    items = [_item("b.mp3"), _item("a.mp3", 1)]
    assert feed_xml(items, BASE, "W") == feed_xml(items[::-1], BASE, "W")
