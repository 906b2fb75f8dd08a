"""Conditional requests, by the rules of RFC 9110, section 13."""

from helpers.cases import cases
from voicecoach.sharing.conditions import Validators, allows_ranges, judge

CHANGED = "Sun, 06 Nov 1994 08:49:37 GMT"
BEFORE = "Sun, 06 Nov 1994 08:49:36 GMT"
AFTER = "Sun, 06 Nov 1994 08:49:38 GMT"
NOW = Validators('"a-1"', 784111777)

REQUESTS = {
    "nothing": ({}, "send"),
    "the same tag": ({"if-none-match": '"a-1"'}, "unchanged"),
    "the same tag as a weak one": ({"if-none-match": 'W/"a-1"'}, "unchanged"),
    "the same tag among others": ({"if-none-match": '"b", "a-1",W/"c"'}, "unchanged"),
    "any tag": ({"if-none-match": "*"}, "unchanged"),
    "another tag": ({"if-none-match": '"a-2"'}, "send"),
    "a part of the tag": ({"if-none-match": '"a"'}, "send"),
    "a comma within a tag": ({"if-none-match": '"b,"a-1""'}, "send"),
    "changed just then": ({"if-modified-since": CHANGED}, "unchanged"),
    "changed before": ({"if-modified-since": AFTER}, "unchanged"),
    "changed since": ({"if-modified-since": BEFORE}, "send"),
    "another tag goes before a time": (
        {"if-none-match": '"b"', "if-modified-since": AFTER},
        "send",
    ),
    "a time that is none": ({"if-modified-since": "yesterday"}, "send"),
    "a time of another zone": (
        {"if-modified-since": "Sun, 06 Nov 1994 09:49:37 +0100"},
        "unchanged",
    ),
    "an impossible time": ({"if-modified-since": "Sun, 99 Nov 1994 08:49:37 GMT"}, "send"),
    "the tag it has to have": ({"if-match": '"a-1"'}, "send"),
    "any tag it has to have": ({"if-match": "*"}, "send"),
    "a tag it has not": ({"if-match": '"a-2"'}, "failed"),
    "a weak tag is no match": ({"if-match": 'W/"a-1"'}, "failed"),
    "not changed": ({"if-unmodified-since": CHANGED}, "send"),
    "changed though it must not": ({"if-unmodified-since": BEFORE}, "failed"),
    "a match goes before a time": ({"if-match": '"a-1"', "if-unmodified-since": BEFORE}, "send"),
}
PARTS = {
    "no condition": ({}, True),
    "the same tag": ({"if-range": '"a-1"'}, True),
    "the same tag as a weak one": ({"if-range": 'W/"a-1"'}, False),
    "another tag": ({"if-range": '"a-2"'}, False),
    "the same time": ({"if-range": CHANGED}, True),
    "a later time": ({"if-range": AFTER}, False),
}


@cases(("headers", "verdict"), REQUESTS)
def test_conditions_are_judged(headers: dict[str, str], verdict: str) -> None:
    assert judge(headers, NOW) == verdict


@cases(("headers", "allowed"), PARTS)
def test_a_part_is_sent_only_of_the_state_that_the_client_has(
    headers: dict[str, str], allowed: bool
) -> None:
    assert allows_ranges(headers, NOW) is allowed


def test_the_time_of_a_change_is_written_as_http_does() -> None:
    assert NOW.last_modified == CHANGED
