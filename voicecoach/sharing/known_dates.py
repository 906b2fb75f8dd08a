"""Known dates: when the episodes of a feed were published, so that a new feed keeps them."""

from collections.abc import Iterator
from datetime import datetime, timezone
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError

from defusedxml import ElementTree

from voicecoach.files.ordinary import read_ordinary
from voicecoach.problems import WrongUsageError, reason
from voicecoach.sharing.feed import GENERATOR

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

# Far more than the feed of ten thousand episodes has.
_MOST_BYTES = 20_000_000
_HINT = "move it away; episodes then get the dates of their files"


def known_dates(feed: Path) -> dict[str, datetime]:
    """Return when each episode of a feed was published, in UTC, by its guid; none without a feed.

    Raises WrongUsageError if the feed cannot be read, is damaged or was made by another program.
    """
    try:
        xml = read_ordinary(feed, _MOST_BYTES)
    except FileNotFoundError:
        return {}
    except OSError as error:
        raise WrongUsageError(f"cannot read {feed}: {reason(error)}") from error
    try:
        root = ElementTree.fromstring(xml)
    except (ParseError, ValueError, LookupError) as error:
        # defusedxml's refusals are ValueErrors; LookupErrors are about unknown encodings.
        raise WrongUsageError(f"{feed} is damaged: it is no XML", _HINT) from error
    if root.tag != "rss" or root.findtext("channel/generator") != GENERATOR:
        message = f"{feed} was not made by voicecoach, and would be overwritten"
        raise WrongUsageError(message, "move it away, or choose another folder")
    return dict(_dates(root, feed))


def _dates(root: "Element", feed: Path) -> Iterator[tuple[str, datetime]]:
    for item in root.iterfind("channel/item"):
        guid, date = item.findtext("guid", ""), item.findtext("pubDate", "")
        try:
            published = parsedate_to_datetime(date)
            if published.tzinfo is None:
                published = published.replace(tzinfo=timezone.utc)
            yield guid, published.astimezone(timezone.utc)
        except (ValueError, TypeError, OverflowError) as error:
            message = f"{feed} is damaged: `{guid}` has no date that can be read"
            raise WrongUsageError(message, _HINT) from error
