"""The feed of a podcast: RSS 2.0 with the elements that apps read beside it.

https://www.rssboard.org/rss-specification, https://podcasters.apple.com/support/823-podcast-requirements
and https://podcasting2.org/docs/podcast-namespace. It holds no time of its own making, so that the
same episodes give the same bytes.
"""

import os
import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from email.utils import format_datetime
from urllib.parse import quote
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from msgspec import Struct

from voicecoach.files.pictures import Mime
from voicecoach.formats.tags.iso_639 import shortest_code
from voicecoach.formats.tags.text import one_line
from voicecoach.sharing import chapters_json
from voicecoach.sharing.episodes import Episode
from voicecoach.units import SECOND_MS

NAME = "feed.xml"
MEDIA_TYPE = "application/rss+xml"
GENERATOR = "voicecoach"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_ATOM = "http://www.w3.org/2005/Atom"
_COVER_SUFFIXES: Mapping[Mime, str] = {"image/png": ".png", "image/jpeg": ".jpg"}
# XML 1.0, production 2.
_NO_CHARACTER = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

for _prefix, _namespace in (("itunes", _ITUNES), ("podcast", _PODCAST), ("atom", _ATOM)):
    ElementTree.register_namespace(_prefix, _namespace)


class Item(Struct, frozen=True):
    """An episode in a feed, published at a time in UTC.

    `name` is that of its file, or its path with slashes, below the base address. An app knows the
    episode by it.
    """

    episode: Episode
    name: str
    published: datetime

    @property
    def guid(self) -> str:
        """Its identity in the feed: the name, percent-encoded."""
        return percent_encoded(self.name)

    @property
    def chapters_name(self) -> str | None:
        """Where an app fetches its chapters as JSON, None if it has none."""
        return f"{self.name}.chapters.json" if self.episode.chapters else None

    @property
    def cover_name(self) -> str | None:
        """Where an app fetches its cover, None if it has none."""
        cover = self.episode.cover
        return None if cover is None else f"{self.name}.cover{_COVER_SUFFIXES[cover.mime]}"


def feed_xml(items: Sequence[Item], base_url: str, title: str) -> bytes:
    """Return the feed of a folder at `base_url`, which ends with a slash, newest items first.

    Its cover is that of the oldest item, which stays while others come and go; its language that of
    all items, if it is the same.
    """
    newest_first = sorted(items, key=lambda item: item.name)
    newest_first.sort(key=lambda item: item.published, reverse=True)
    rss = Element("rss", version="2.0")
    channel = SubElement(rss, "channel")
    _add(channel, "title", channel_title(title) or GENERATOR)
    _add(channel, "link", base_url)
    _add(channel, "description", "Made with voicecoach.")
    _add(channel, "generator", GENERATOR)
    languages = {item.episode.language for item in items} - {None}
    for language in languages if len(languages) == 1 else ():
        _add(channel, "language", shortest_code(str(language)))
    self_link = {"href": base_url + NAME, "rel": "self", "type": MEDIA_TYPE}
    SubElement(channel, f"{{{_ATOM}}}link", self_link)
    _add(channel, f"{{{_ITUNES}}}block", "Yes")
    _add(channel, f"{{{_ITUNES}}}explicit", "false")
    covers = [item.cover_name for item in newest_first if item.cover_name is not None]
    _add_image(channel, base_url, covers[-1] if covers else None)
    for item in newest_first:
        _add_item(channel, item, base_url)
    ElementTree.indent(rss)
    xml: bytes = ElementTree.tostring(rss, "utf-8", xml_declaration=True)
    return xml + b"\n"


def channel_title(title: str) -> str:
    """Return a title as it stands in a feed, which may be nothing."""
    return _clean(title)


def _add_item(channel: Element, item: Item, base_url: str) -> None:
    episode = item.episode
    entry = SubElement(channel, "item")
    _add(entry, "title", _clean(episode.title) or item.guid)
    _add(entry, "guid", item.guid).set("isPermaLink", "false")
    _add(entry, "pubDate", format_datetime(item.published, usegmt=True))
    enclosure = {"url": base_url + percent_encoded(item.name), "length": str(episode.size_bytes)}
    SubElement(entry, "enclosure", enclosure | {"type": episode.media_type})
    _add(entry, f"{{{_ITUNES}}}duration", str(round(episode.length_ms / SECOND_MS)))
    _add_image(entry, base_url, item.cover_name)
    if item.chapters_name is not None:
        chapters = {"url": base_url + percent_encoded(item.chapters_name)}
        chapters["type"] = chapters_json.MEDIA_TYPE
        SubElement(entry, f"{{{_PODCAST}}}chapters", chapters)


def _add(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = _clean(text)
    return element


def _clean(text: str) -> str:
    """Return text in one line, without characters that XML cannot hold."""
    return one_line(_NO_CHARACTER.sub("", text))


def _add_image(parent: Element, base_url: str, cover_name: str | None) -> None:
    if cover_name is not None:
        SubElement(parent, f"{{{_ITUNES}}}image", href=base_url + percent_encoded(cover_name))


def percent_encoded(name: str) -> str:
    """Return a name in an address, whatever bytes the file system has it in."""
    return quote(os.fsencode(name))
