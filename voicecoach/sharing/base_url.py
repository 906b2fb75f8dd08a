"""Base addresses: the address of a folder on the web, as it can stand in a feed, in ASCII."""

import re
from contextlib import suppress
from ipaddress import AddressValueError, IPv4Address
from urllib.parse import quote, urlsplit, urlunsplit

from voicecoach.problems import WrongUsageError, ticked
from voicecoach.sharing.feed import NAME as FEED

_EXAMPLE = "write one like `https://example.org/workouts/`"
# RFC 3986: what may stand in a path as it is, with what is encoded already.
_IN_A_PATH = "/%:@!$&'()*+,;=~"
_STRAY_PERCENT = re.compile("%(?![0-9A-Fa-f]{2})")
# Python's IDNA of 2003 makes other names of them than the IDNA of 2008 that browsers use.
_ANOTHER_NAME = set("ßς\u200c\u200d")
# Labels of letters, digits, hyphens within (RFC 1123, section 2.1), and the underscores in use.
_HOST = re.compile(r"(?!-)[\w-]+(?<!-)(\.(?!-)[\w-]+(?<!-))*\.?", re.ASCII)


def read_base_url(text: str) -> str:
    """Return the address of a folder in ASCII and with a slash at its end.

    A host's name becomes Punycode, other characters are percent-encoded. Raises WrongUsageError if
    it is no http or https address, or has more than a host, a port and a path.
    """
    shown = ticked(text)
    if any(character.isspace() or not character.isprintable() for character in text):
        message = f"{shown} has a blank or an invisible character in it"
        raise WrongUsageError(message, "write `%20` for a blank in an address")
    try:
        parts = urlsplit(text)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise WrongUsageError(f"{shown} is no address", _EXAMPLE) from None
    if parts.scheme not in ("http", "https") or not host:
        raise WrongUsageError(f"{shown} is no web address", _EXAMPLE)
    if parts.username is not None or parts.password is not None:
        message = f"{shown} has a user's name or password in it, which would stand in the feed"
        raise WrongUsageError(message, "leave it out; the app asks for it")
    if "?" in text or "#" in text:
        message = f"{shown} has a `?` or `#` in it, and names of files cannot follow that"
        raise WrongUsageError(message, _EXAMPLE)
    if _STRAY_PERCENT.search(parts.path):
        raise WrongUsageError(f"{shown} has a `%` that encodes nothing", "write `%25` for it")
    segments = parts.path.removeprefix("/").rstrip("/").split("/")
    if {".", ".."} & set(segments) or (segments != [""] and "" in segments):
        message = f"{shown} has a `//`, `.` or `..` in its path, which apps read in several ways"
        raise WrongUsageError(message, _EXAMPLE)
    if port == 0:
        raise WrongUsageError(f"{shown} has the port 0, which no server has", _EXAMPLE)
    if segments[-1] == FEED:
        message = f"{shown} is the address of the feed, not of its folder"
        raise WrongUsageError(message, f"leave out `{FEED}`")
    place = _ascii_host(host, "[" in parts.netloc, shown) + ("" if port is None else f":{port}")
    path = quote(parts.path, safe=_IN_A_PATH)
    return urlunsplit((parts.scheme, place, path.rstrip("/") + "/", "", ""))


def _ascii_host(host: str, bracketed: bool, shown: str) -> str:
    if ":" in host:
        return f"[{host}]"
    if bracketed:
        # "IPvFuture" of RFC 3986, of which there is none.
        raise WrongUsageError(f"{shown} has no host that there can be", _EXAMPLE)
    try:
        ascii_host = host.encode("idna").decode()
    except UnicodeError:
        raise WrongUsageError(f"{shown} has no host that there can be", _EXAMPLE) from None
    if _ANOTHER_NAME & set(host):
        message = f"{shown} has a host that is another one for some programs"
        raise WrongUsageError(message, "write its name in Punycode, which begins with `xn--`")
    if not _HOST.fullmatch(ascii_host) or not _is_name_or_ipv4(ascii_host):
        raise WrongUsageError(f"{shown} has no host that there can be", _EXAMPLE)
    return ascii_host


def _is_name_or_ipv4(host: str) -> bool:
    """Return whether a host is a name, or, as browsers take one that ends in digits, an address."""
    if not host.rstrip(".").rpartition(".")[2].isdigit():
        return True
    with suppress(AddressValueError):
        IPv4Address(host)
        return True
    return False
