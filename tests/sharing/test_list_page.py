"""The list of what is shared, read as a browser does."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import html5lib
import pytest

from helpers.finished_files import finish
from helpers.odd_files import ON_POSIX
from voicecoach.sharing.list_page import list_page
from voicecoach.sharing.offers import Offer, find_offers

HOSTILE = "</h2><img src=x onerror=alert(1)>&amp;\"'"
FEED = "http://192.168.1.5:8000/token/feed.xml"


def _read(page: bytes) -> Any:
    return html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(page.decode())


def test_a_programme_is_listed_with_length_cover_page_and_words(tmp_path: Path) -> None:
    finish(tmp_path / "50% legs #1.mp3", "Legs")
    for suffix in (".html", ".lrc"):
        (tmp_path / f"50% legs #1{suffix}").write_text("x")
    page = _read(list_page(find_offers([tmp_path]).offers, None))
    (row,) = page.iter("li")
    assert row.find(".//h2/a").text == "Legs"
    assert row.find(".//p").text == "0:02 · 0.0 MB"
    name = "50% legs #1"
    assert unquote(row.find("img").get("src")) == f"{name}.mp3.cover.png"
    targets = {link.text: unquote(link.get("href")) for link in row.iter("a")}
    assert targets == {
        "Legs": f"{name}.html",
        "Player": f"{name}.html",
        "Listen": f"{name}.mp3",
        "Save": f"{name}.mp3",
        "Words": f"{name}.lrc",
    }


def test_a_title_is_text_whatever_is_in_it(tmp_path: Path) -> None:
    path = finish(tmp_path / "legs.mp3", HOSTILE, cover=None)
    page = _read(list_page(find_offers([path]).offers, None))
    assert page.find(".//h2/a").text == HOSTILE
    assert list(page.iter("img")) == []


def test_a_page_that_holds_its_sound_is_listed_by_its_name(tmp_path: Path) -> None:
    page = _read(list_page([Offer("Alone", None, tmp_path / "alone.html")], None))
    assert [link.text for link in page.iter("a")] == ["Alone", "Player"]


@ON_POSIX
@pytest.mark.parametrize("suffix", [".mp3", ".html"])
def test_a_name_of_bytes_that_are_no_text_is_listed_and_leads_to_its_file(
    tmp_path: Path, suffix: str
) -> None:
    path = tmp_path / os.fsdecode(b"l\xe9gs" + suffix.encode())
    if suffix == ".mp3":
        finish(path, " ", cover=None)
    else:
        path.write_text("a page that holds its sound")
    page = _read(list_page(find_offers([path]).offers, None))
    link = page.find(".//h2/a")
    assert (link.text, link.get("href")) == ("l\ufffdgs", f"l%E9gs{suffix}")


def test_the_podcast_is_there_with_its_whole_address_if_it_is_offered(tmp_path: Path) -> None:
    offers = find_offers([finish(tmp_path / "legs.mp3")]).offers
    assert FEED in "".join(_read(list_page(offers, FEED)).itertext())
    assert "podcast" not in list_page(offers, None).decode()


def test_the_page_has_no_script_and_may_load_nothing_from_elsewhere(tmp_path: Path) -> None:
    page = _read(list_page(find_offers([finish(tmp_path / "legs.mp3")]).offers, FEED))
    (policy,) = (
        meta.get("content")
        for meta in page.iter("meta")
        if meta.get("http-equiv") == "Content-Security-Policy"
    )
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "unsafe" not in policy
    assert list(page.iter("script")) == []
