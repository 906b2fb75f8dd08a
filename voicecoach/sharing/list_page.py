"""The list: a page that shows what is shared, each programme with its cover, length and page.

It is in English, as all is that the program says of itself; the titles are as they are. It has no
script, and loads nothing but the covers.
"""

import base64
import hashlib
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from markupsafe import Markup

from voicecoach.outputs.html import render_template
from voicecoach.sharing.feed import Item, percent_encoded
from voicecoach.sharing.offers import Offer
from voicecoach.units import counted, megabytes, whole_clock

_LANGUAGE = "en"


class _Link(NamedTuple):
    text: str
    url: str
    saves: bool = False


def list_page(offers: Sequence[Offer], feed_url: str | None) -> bytes:
    """Return the page; `feed_url` is the whole address of the podcast, None where it has none."""
    style = render_template("sharing/list.css", _LANGUAGE)
    text = render_template(
        "sharing/list.html",
        _LANGUAGE,
        policy=_policy(style),
        style=Markup(style),
        heading=counted(len(offers), "programme"),
        rows=[_row(offer) for offer in offers],
        feed_url=feed_url,
    )
    return text.encode()


def _row(offer: Offer) -> dict[str, Any]:
    links = list(_links(offer))
    episode = offer.episode
    facts, cover = "", None
    if episode is not None:
        facts = f"{whole_clock(episode.length_ms)} · {megabytes(episode.size_bytes)}"
        cover = Item(episode, episode.path.name, episode.modified).cover_name
    return {
        "title": offer.title,
        "facts": facts,
        "cover": cover and percent_encoded(cover),
        "opens": links[0].url,
        "links": links,
    }


def _links(offer: Offer) -> Iterator[_Link]:
    """Yield where one can go from here, first what shows most of the programme."""
    if offer.page is not None:
        yield _Link("Player", percent_encoded(offer.page.name))
    if offer.episode is not None:
        sound = percent_encoded(offer.episode.path.name)
        yield _Link("Listen", sound)
        yield _Link("Save", sound, saves=True)
    if offer.lyrics is not None:
        yield _Link("Words", percent_encoded(offer.lyrics.name))


def _policy(style: str) -> str:
    """Return a Content Security Policy that allows this style and the covers, and nothing else."""
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; img-src 'self' data:; "
        "base-uri 'none'; form-action 'none'"
    )
