"""The site as clients see it: paths, parts, conditions and types."""

import email
import os
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from urllib.parse import quote

import pytest

from helpers.cases import cases
from helpers.finished_files import COVER, finish
from helpers.sharing import Served, serving

MOVED_S = 1_700_000_000
MOVED = "Tue, 14 Nov 2023 22:13:20 GMT"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("shared")
    finish(folder / "legs.mp3", "Legs", modified_s=MOVED_S)
    for name in ("a.m4a", "a.m4b", "b.ogg", "c.opus", "d.wav", "e.flac"):
        finish(folder / name, cover=None)
    finish(folder / "50% & more? #1: é.mp3", "Odd")
    (folder / "legs.html").write_text("<!doctype html><title>Legs</title>", "utf-8")
    (folder / "legs.lrc").write_text("[00:01.00]Gö", "utf-8")
    (folder / "legs.yaml").write_text("title: Legs", "utf-8")
    (folder.parent / "secret.mp3").write_bytes(b"secret")
    return folder


@pytest.fixture(scope="module")
def site(folder: Path) -> Iterator[Served]:
    with serving(folder, feed=True) as served:
        yield served


TYPES = {
    "": "text/html; charset=utf-8",
    "legs.html": "text/html; charset=utf-8",
    "legs.lrc": "text/plain; charset=utf-8",
    "legs.mp3": "audio/mpeg",
    "a.m4a": "audio/mp4",
    "a.m4b": "audio/mp4",
    "b.ogg": "audio/ogg",
    "c.opus": "audio/ogg",
    "d.wav": "audio/wav",
    "e.flac": "audio/flac",
    "legs.mp3.cover.png": "image/png",
    "legs.mp3.chapters.json": "application/json+chapters",
    "feed.xml": "application/rss+xml",
}


@pytest.mark.parametrize(
    ("name", "media_type"), TYPES.items(), ids=[name or "list" for name in TYPES]
)
def test_everything_has_its_type_and_tells_no_other_of_its_address(
    site: Served, name: str, media_type: str
) -> None:
    reply = site.get(name)
    assert (reply.status, reply.headers["content-type"]) == (200, media_type)
    assert reply.headers["x-content-type-options"] == "nosniff"
    assert reply.headers["referrer-policy"] == "no-referrer"
    assert reply.headers["cache-control"] == "private, no-cache"
    assert int(reply.headers["content-length"]) == len(reply.body)


def test_a_file_is_sent_as_it_is(site: Served, folder: Path) -> None:
    for path in folder.glob("*.mp3"):
        assert site.get(quote(path.name)).body == path.read_bytes()
    assert site.get("legs.mp3.cover.png").body == COVER.data


ASKED = {
    "the two bytes of iOS": "bytes=0-1",
    "the end": "bytes=-500",
    "from a byte on": "bytes=500-",
    "all": "bytes=0-",
    "the last byte": "bytes=-1",
}


@cases("field", ASKED)
def test_a_part_is_sent_alone(site: Served, folder: Path, field: str) -> None:
    content = (folder / "legs.mp3").read_bytes()
    reply = site.get("legs.mp3", {"Range": field})
    unit, _, bounds = reply.headers["content-range"].partition(" ")
    first, last, size = (int(part) for part in bounds.replace("/", "-").split("-"))
    assert (reply.status, unit, size) == (206, "bytes", len(content))
    assert reply.body == content[first : last + 1]
    assert int(reply.headers["content-length"]) == len(reply.body)


IGNORED = {"another unit": "items=0-5", "turned round": "bytes=5-1", "no range": "bytes=x"}


@cases("field", IGNORED)
def test_what_is_no_range_gets_the_whole_file(site: Served, folder: Path, field: str) -> None:
    reply = site.get("legs.mp3", {"Range": field})
    assert (reply.status, reply.body) == (200, (folder / "legs.mp3").read_bytes())


def test_two_range_fields_get_the_whole_file(site: Served, folder: Path) -> None:
    fields = "Range: bytes=0-1\r\nRange: bytes=5-6\r\nConnection: close"
    request = f"GET /{site.token}/legs.mp3 HTTP/1.1\r\nHost: x\r\n{fields}\r\n\r\n"
    with site.connect() as client, client.makefile("rb") as answer:
        client.sendall(request.encode())
        content = answer.read()
    assert content.startswith(b"HTTP/1.1 200 ")
    assert content.endswith((folder / "legs.mp3").read_bytes())


def test_a_range_behind_the_end_is_told_the_size(site: Served, folder: Path) -> None:
    size = (folder / "legs.mp3").stat().st_size
    reply = site.get("legs.mp3", {"Range": f"bytes={size}-"})
    assert (reply.status, reply.headers["content-range"]) == (416, f"bytes */{size}")


def test_several_parts_come_as_a_multipart(site: Served, folder: Path) -> None:
    content = (folder / "legs.mp3").read_bytes()
    reply = site.get("legs.mp3", {"Range": "bytes=0-1,100-199,-5"})
    assert reply.status == 206
    parts = _parts(reply.headers["content-type"], reply.body)
    assert [part["content-range"] for part in parts] == [
        f"bytes {bounds}/{len(content)}"
        for bounds in ("0-1", "100-199", f"{len(content) - 5}-{len(content) - 1}")
    ]
    assert {part["content-type"] for part in parts} == {"audio/mpeg"}
    # The boundary is longer than what the parts of this file could have.
    for expected in (content[:2], content[100:200], content[-5:]):
        assert b"\r\n\r\n" + expected + b"\r\n--" in reply.body


def test_a_thousand_ranges_get_no_byte_twice(site: Served, folder: Path) -> None:
    size = (folder / "legs.mp3").stat().st_size
    whole = site.get("legs.mp3", {"Range": "bytes=" + ",".join(["0-"] * 1000)})
    assert (whole.status, len(whole.body)) == (206, size)
    single = ",".join(f"{2 * n}-{2 * n}" for n in range(1000))
    parts = site.get("legs.mp3", {"Range": f"bytes={single}"})
    assert parts.status == 206
    assert len(_parts(parts.headers["content-type"], parts.body)) == 1000
    assert len(parts.body) < 1000 * 150


def _parts(content_type: str, body: bytes) -> list[Message]:
    head = f"Content-Type: {content_type}\n\n".encode()
    message = email.message_from_bytes(head + body)
    parts = message.get_payload()
    assert isinstance(parts, list)
    return [part for part in parts if isinstance(part, Message)]


def test_a_head_states_the_length_and_has_no_body(site: Served, folder: Path) -> None:
    reply = site.get("legs.mp3", {"Range": "bytes=0-1"}, "HEAD")
    size = (folder / "legs.mp3").stat().st_size
    assert (reply.status, reply.headers["content-length"], reply.body) == (200, str(size), b"")
    assert reply.headers["accept-ranges"] == "bytes"


def test_what_a_client_has_is_not_sent_again(site: Served) -> None:
    first = site.get("legs.mp3")
    assert first.headers["last-modified"] == MOVED
    for condition in ({"If-None-Match": first.headers["etag"]}, {"If-Modified-Since": MOVED}):
        again = site.get("legs.mp3", condition)
        assert (again.status, again.body) == (304, b"")
        assert again.headers["etag"] == first.headers["etag"]
    assert site.get("legs.mp3", {"If-Match": '"another"'}).status == 412


def test_a_part_of_another_state_is_not_sent(site: Served) -> None:
    etag = site.get("legs.mp3").headers["etag"]
    wanted = {"Range": "bytes=0-1"}
    assert site.get("legs.mp3", wanted | {"If-Range": etag}).status == 206
    assert site.get("legs.mp3", wanted | {"If-Range": '"another"'}).status == 200


@pytest.mark.parametrize("name", ["", "feed.xml", "legs.mp3"])
def test_nothing_states_a_change_to_come(site: Served, folder: Path, name: str) -> None:
    future_s = 4_000_000_000
    os.utime(folder / "legs.mp3", (future_s, future_s))
    try:
        headers = site.get(name).headers
    finally:
        os.utime(folder / "legs.mp3", (MOVED_S, MOVED_S))
    changed, sent = (
        email.utils.parsedate_to_datetime(headers[field]) for field in ("last-modified", "date")
    )
    assert changed <= sent


NOWHERE = {
    "the root": "/",
    "no token": "/legs.mp3",
    "a wrong token": "/AAAAAAAAAAAAAAAAAAAAAA/legs.mp3",
    "a part of the token": "/{part}/legs.mp3",
    "a token in other case": "/{swapped}/legs.mp3",
    "the token behind another segment": "/x/{token}/legs.mp3",
    "two slashes": "//{token}/legs.mp3",
    "two slashes behind the token": "/{token}//legs.mp3",
    "a folder up": "/{token}/../secret.mp3",
    "a folder up, encoded": "/{token}/%2e%2e/secret.mp3",
    "a folder up, a slash encoded": "/{token}/..%2fsecret.mp3",
    "a folder up, encoded twice": "/{token}/%252e%252e%252fsecret.mp3",
    "an encoded slash behind the token": "/{token}%2flegs.mp3",
    "up and back": "/{token}/../{token}/legs.mp3",
    "a backslash": "/{token}/..%5csecret.mp3",
    "an absolute path": "/{token}//etc/passwd",
    "an absolute path, encoded": "/{token}/%2fetc%2fpasswd",
    "the absolute path of what is shared": "/{token}/{path}",
    "a file that is not shared": "/{token}/legs.yaml",
    "a file in the folder above": "/{token}/secret.mp3",
    "a zero byte": "/{token}/legs.mp3%00",
    "bytes that are no text": "/{token}/%ff%fe",
    "a slash at the end": "/{token}/legs.mp3/",
    "a name in other case": "/{token}/LEGS.MP3",
    "a whole address of another scheme": "ftp://example.com/{token}/legs.mp3",
    "a whole address without the token": "http://{token}/legs.mp3",
    "a star": "*",
    "long": "/{token}/" + "a" * 10_000,
}


@cases("target", NOWHERE)
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_every_other_path_leads_nowhere(
    site: Served, folder: Path, target: str, method: str
) -> None:
    token = site.token
    path = quote(str(folder / "legs.mp3"), safe="")
    reply = site.ask(
        target.format(token=token, part=token[:-1], swapped=token.swapcase(), path=path),
        method=method,
    )
    assert reply.status == 404
    assert reply.body in (b"Not found", b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE"])
def test_nothing_can_be_written(site: Served, method: str) -> None:
    assert site.ask("/", method=method).status == 404
    reply = site.get("legs.mp3", method=method)
    assert (reply.status, reply.headers["allow"]) == (405, "GET, HEAD")


def test_the_folder_without_its_slash_leads_to_the_list(site: Served) -> None:
    reply = site.ask(f"/{site.token}")
    assert (reply.status, reply.headers["location"]) == (308, f"/{site.token}/")


def test_a_whole_address_leads_where_its_path_does(site: Served) -> None:
    for origin in (f"http://127.0.0.1:{site.port}", "HTTP://example.org"):
        assert site.ask(f"{origin}/{site.token}/legs.mp3").status == 200


def test_a_query_does_not_matter(site: Served) -> None:
    assert site.get("legs.mp3?t=5").status == 200


HOSTS = {
    "the address that was asked for": ("[::1]:{port}", "http://[::1]:{port}/"),
    "an address of somebody else": ("evil.example", "http://127.0.0.1:{port}/"),
    "an address with more": ("127.0.0.1:{port}/x?", "http://127.0.0.1:{port}/"),
}


@cases(("host", "expected"), HOSTS)
def test_the_podcast_is_told_by_an_address_of_this_computer(
    site: Served, host: str, expected: str
) -> None:
    feed = site.get("feed.xml", {"Host": host.format(port=site.port)}).body.decode()
    assert f'url="{expected.format(port=site.port)}{site.token}/legs.mp3"' in feed
    assert "evil" not in feed


def test_the_podcast_states_lengths_as_they_are_and_leaves_out_what_is_gone(
    tmp_path: Path,
) -> None:
    path = finish(tmp_path / "arms.mp3")
    with serving(path, feed=True) as site:
        os.truncate(path, 1000)
        assert b'length="1000"' in site.get("feed.xml").body
        path.unlink()
        assert b"<item>" not in site.get("feed.xml").body


def test_without_a_podcast_there_is_none(folder: Path) -> None:
    with serving(folder / "legs.mp3") as site:
        assert [site.get(name).status for name in ("feed.xml", "legs.mp3.chapters.json")] == [
            404,
            404,
        ]
        # The page and the lyrics lie beside it, and were not named.
        assert [site.get(name).status for name in ("legs.html", "legs.lrc")] == [404, 404]
