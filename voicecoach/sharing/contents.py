"""Contents: what stands under which name on the site, made of what is offered."""

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress

from msgspec.structs import replace

from voicecoach.files.ordinary import resolved
from voicecoach.sharing import chapters_json, feed
from voicecoach.sharing.feed import Item
from voicecoach.sharing.list_page import list_page
from voicecoach.sharing.offers import Offers
from voicecoach.sharing.resources import FileResource, MadeResource, Resource

# The list is what there is in the folder that the token makes.
LIST = ""
_PODCAST_TITLE = "voicecoach"
_PAGE_TYPE = "text/html; charset=utf-8"
_TEXT_TYPES = {".html": _PAGE_TYPE, ".lrc": "text/plain; charset=utf-8"}


def contents(offers: Offers, with_feed: bool) -> dict[str, Resource]:
    """Return the resources by their names: the list, the files, their covers, and the podcast."""
    since_s = time.time()

    def made(make: Callable[[str], bytes], media_type: str) -> Resource:
        return MadeResource(make, media_type, since_s)

    def page(base_url: str) -> bytes:
        return list_page(offers.offers, base_url + feed.NAME if with_feed else None)

    items = list(_items(offers))
    resources: dict[str, Resource] = dict(_files(offers))
    for item in items:
        cover = item.episode.cover
        if item.cover_name is not None and cover is not None:
            resources[item.cover_name] = made(_always(cover.data), cover.mime)
        if with_feed and item.chapters_name is not None:
            chapters = chapters_json.chapters_json(item.episode.chapters)
            resources[item.chapters_name] = made(_always(chapters), chapters_json.MEDIA_TYPE)
    if with_feed:
        resources[feed.NAME] = made(
            lambda base_url: feed.feed_xml(
                list(_as_they_are(items, resources)), base_url, _PODCAST_TITLE
            ),
            feed.MEDIA_TYPE,
        )
    return resources | {LIST: made(page, _PAGE_TYPE)}


def _items(offers: Offers) -> Iterator[Item]:
    for offer in offers.offers:
        if offer.episode is not None:
            yield Item(offer.episode, offer.episode.path.name, offer.episode.modified)


def _as_they_are(items: Iterable[Item], resources: Mapping[str, Resource]) -> Iterator[Item]:
    """Yield items with the sizes that their files have now, without those that are gone."""
    for item in items:
        with suppress(OSError):
            opened = resources[item.name].open("")
            opened.file.close()
            episode = replace(item.episode, size_bytes=opened.representation.size)
            yield replace(item, episode=episode)


def _files(offers: Offers) -> Iterator[tuple[str, Resource]]:
    for offer in offers.offers:
        for path in offer.files:
            media_type = _TEXT_TYPES.get(path.suffix.lower())
            if media_type is None and offer.episode is not None:
                media_type = offer.episode.media_type
            yield path.name, FileResource(resolved(path), str(media_type))


def _always(data: bytes) -> Callable[[str], bytes]:
    return lambda _base_url: data
