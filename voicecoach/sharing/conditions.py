"""Conditional requests: what a client knows of a file already, as RFC 9110 says in section 13."""

import re
from collections.abc import Mapping
from datetime import timezone
from email.utils import formatdate, parsedate_to_datetime
from typing import Literal

from msgspec import Struct

# What the conditions of a request come to: its file is sent, or the client has it already, or it
# is not the one that the client wants a part of.
Verdict = Literal["send", "unchanged", "failed"]

_ENTITY_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')


class Validators(Struct, frozen=True):
    """What tells one state of a file from another: its entity tag, and when it was changed.

    `changed_s` is in whole seconds of Unix time.
    """

    etag: str
    changed_s: int

    @property
    def last_modified(self) -> str:
        """The time of the change as HTTP writes it."""
        return formatdate(self.changed_s, usegmt=True)


def judge(headers: Mapping[str, str], validators: Validators) -> Verdict:
    """Return what the conditions of a GET or HEAD come to, in the order of section 13.2.2."""
    if "if-match" in headers:
        if not _names(headers["if-match"], validators.etag, weakly=False):
            return "failed"
    elif "if-unmodified-since" in headers:
        since_s = _time_s(headers["if-unmodified-since"])
        if since_s is not None and validators.changed_s > since_s:
            return "failed"
    if "if-none-match" in headers:
        known = _names(headers["if-none-match"], validators.etag, weakly=True)
        return "unchanged" if known else "send"
    since_s = _time_s(headers.get("if-modified-since", ""))
    return "unchanged" if since_s is not None and validators.changed_s <= since_s else "send"


def allows_ranges(headers: Mapping[str, str], validators: Validators) -> bool:
    """Return whether a part may be sent: not if it would be joined with parts of another state."""
    condition = headers.get("if-range")
    return condition is None or condition.strip() in (validators.etag, validators.last_modified)


def _names(field: str, etag: str, *, weakly: bool) -> bool:
    """Return whether a list of entity tags has `etag`, a strong one, in it."""
    if field.strip() == "*":
        return True
    known = _ENTITY_TAG.findall(field)
    return etag in known or (weakly and f"W/{etag}" in known)


def _time_s(field: str) -> float | None:
    """Return a time that HTTP writes, as Unix time; None if it is none."""
    try:
        time = parsedate_to_datetime(field)
        return time.replace(tzinfo=time.tzinfo or timezone.utc).timestamp()
    except (ValueError, TypeError, OverflowError):
        return None
