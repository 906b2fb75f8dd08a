import pytest

from helpers.cases import inputs
from voicecoach.problems import WrongUsageError
from voicecoach.sharing.base_url import read_base_url


@inputs(
    ("text", "address"),
    {
        "https://example.org": "https://example.org/",
        "http://example.org/a/": "http://example.org/a/",
        "HTTPS://Example.org/A": "https://example.org/A/",
        "http://192.168.1.7:8000/x": "http://192.168.1.7:8000/x/",
        "http://[fe80::1]:80": "http://[fe80::1]:80/",
        "https://bücher.example/Übung": "https://xn--bcher-kva.example/%C3%9Cbung/",
        "https://example.org/my%20feed//": "https://example.org/my%20feed/",
        "https://xn--bcher-kva.example": "https://xn--bcher-kva.example/",
        "https://example.org/~me/a,b;c=(1)": "https://example.org/~me/a,b;c=(1)/",
    },
)
def test_an_address_is_written_in_ascii_with_a_slash(text: str, address: str) -> None:
    assert read_base_url(text) == address


@inputs(
    ("text", "told"),
    {
        "": "is no web address",
        "example.org/a": "is no web address",
        "ftp://example.org": "is no web address",
        "https://": "is no web address",
        "https:///a": "is no web address",
        "/home/me": "is no web address",
        "javascript:alert(1)": "is no web address",
        "https://example.org/my feed": "has a blank or an invisible",
        " https://example.org": "has a blank or an invisible",
        "https://example.org/\u200b": "has a blank or an invisible",
        "https://example.org\n/a": "has a blank or an invisible",
        "https://example.org/?key=1": r"has a `\?` or `#`",
        "https://example.org/#top": r"has a `\?` or `#`",
        "https://example.org/?": r"has a `\?` or `#`",
        "https://me:secret@example.org": "name or password",
        "https://me@example.org": "name or password",
        "https://example.org:99999": "is no address",
        "https://example.org:http": "is no address",
        "https://[::1": "is no address",
        "https://example.org/week/feed.xml": "address of the feed",
        "https://example.org/100%": "encodes nothing",
        "https://faß.example": "another one for some programs",
        "https://a..b": "no host that there can be",
        "https://" + "a" * 64 + ".org": "no host that there can be",
        "https://exa<mple.org": "no host that there can be",
        "https://-a-.org": "no host that there can be",
        "https://999.1.1.1": "no host that there can be",
        "https://1.2.3": "no host that there can be",
        "https://[v1.x]/": "no host that there can be|is no address",
        "https://example.org:0/": "the port 0",
        "https://example.org/feed.xml/": "address of the feed",
        "https://example.org/a//b/": "in its path",
        "https://example.org/a/../c/": "in its path",
        "https://example.org/./c/": "in its path",
        "https://example.org//c/": "in its path",
    },
)
def test_what_is_no_address_of_a_folder_is_refused(text: str, told: str) -> None:
    with pytest.raises(WrongUsageError, match=told) as caught:
        read_base_url(text)
    assert caught.value.hint
