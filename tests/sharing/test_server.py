"""The server: files that change while they are sent, clients that hang, ports and time."""

import http.client
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path

import pytest

from helpers.finished_files import finish
from helpers.odd_files import ON_POSIX
from helpers.sharing import LOOPBACK, Served, serving
from helpers.shell import PATIENCE_S
from voicecoach.problems import WrongUsageError
from voicecoach.sharing import connections
from voicecoach.sharing.connections import PunctualProtocol
from voicecoach.sharing.server import listen, port_of, serve
from voicecoach.sharing.site import Site

# More than the system holds for a client that does not read.
LARGE_BYTES = 64_000_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in ("legs.mp3", "core.mp3", "large.mp3"):
        finish(tmp_path / name)
    return tmp_path


@pytest.fixture
def site(folder: Path, capfd: pytest.CaptureFixture[str]) -> Iterator[Served]:
    """A site, of which nothing is ever printed."""
    with serving(folder) as served:
        # It does not matter to the server what a file was before it was asked for.
        os.truncate(folder / "large.mp3", LARGE_BYTES)
        yield served
    assert capfd.readouterr() == ("", "")


def test_a_file_that_vanishes_is_not_found(site: Served, folder: Path) -> None:
    (folder / "legs.mp3").unlink()
    assert site.get("legs.mp3").status == 404
    assert site.get("core.mp3").status == 200


@ON_POSIX
def test_what_takes_the_place_of_a_file_is_not_found(site: Served, folder: Path) -> None:
    path = folder / "legs.mp3"
    path.unlink()
    path.symlink_to("/etc/passwd")
    assert site.get("legs.mp3").status == 404
    path.unlink()
    path.mkdir()
    assert site.get("legs.mp3").status == 404
    path.rmdir()
    os.mkfifo(path)
    assert site.get("legs.mp3").status == 404


def test_a_file_that_is_built_anew_is_sent_as_it_is_now(site: Served, folder: Path) -> None:
    before = site.get("legs.mp3").headers["etag"]
    new = finish(folder / "other.mp3", "Another title", modified_s=1_800_000_000)
    new.replace(folder / "legs.mp3")
    now = site.get("legs.mp3", {"If-None-Match": before})
    assert (now.status, now.body) == (200, (folder / "legs.mp3").read_bytes())


def test_a_file_that_shrinks_closes_the_connection(site: Served, folder: Path) -> None:
    connection = http.client.HTTPConnection(LOOPBACK, site.port, timeout=PATIENCE_S)
    with closing(connection):
        connection.request("GET", f"/{site.token}/large.mp3")
        response = connection.getresponse()
        assert int(response.headers["content-length"]) == LARGE_BYTES
        os.truncate(folder / "large.mp3", 1_000_000)
        with response, pytest.raises(http.client.IncompleteRead):
            response.read()
    assert site.get("legs.mp3").status == 200


def test_a_client_that_goes_is_no_trouble(site: Served) -> None:
    client = site.connect()
    client.sendall(f"GET /{site.token}/large.mp3 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    client.recv(1000)
    client.close()
    assert site.get("legs.mp3").status == 200


@pytest.mark.parametrize(
    "sent",
    [
        b"",
        b"GET / HT",
        b"GET / HTTP/1.1\r\nHost: x\r\nX: ",
        b"POST / HTTP/1.1\r\nContent-Length: 9",
    ],
    ids=["nothing", "half a line", "half a head", "a head without its end"],
)
def test_a_client_that_does_not_go_on_asking_is_cut(
    site: Served, monkeypatch: pytest.MonkeyPatch, sent: bytes
) -> None:
    monkeypatch.setattr(connections, "REQUEST_PATIENCE_S", 0.05)
    with site.connect() as client:
        client.sendall(sent)
        assert _rest(client) == b""


def test_a_client_that_does_not_go_on_with_a_second_request_is_cut(
    site: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "REQUEST_PATIENCE_S", 0.05)
    with site.connect() as client:
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\nGET / HT")
        assert _rest(client).startswith(b"HTTP/1.1 404 ")


def test_a_client_that_does_not_read_is_cut(site: Served, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "REQUEST_PATIENCE_S", 0.05)
    monkeypatch.setattr(connections, "PATIENCE_S", 0.05)
    lost = threading.Event()
    before = PunctualProtocol.connection_lost

    def connection_lost(protocol: PunctualProtocol, exc: Exception | None) -> None:
        before(protocol, exc)
        lost.set()

    monkeypatch.setattr(PunctualProtocol, "connection_lost", connection_lost)
    with site.connect() as client:
        client.sendall(f"GET /{site.token}/large.mp3 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert lost.wait(PATIENCE_S)
        assert len(_rest(client)) < LARGE_BYTES


def test_connections_beyond_the_most_are_refused_and_the_others_served(
    site: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_CONNECTIONS", 3)
    clients = [site.connect() for _ in range(3)]
    request = f"HEAD /{site.token}/ HTTP/1.1\r\nHost: x\r\n\r\n".encode()
    for client in clients:
        client.sendall(request)
        assert client.recv(12) == b"HTTP/1.1 200"
    with site.connect() as refused:
        assert _rest(refused) == b""
    for client in clients:
        client.close()


def test_one_address_cannot_take_the_connections_of_others(
    site: Served, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_OF_ONE_ADDRESS", 2)
    idle = [site.connect() for _ in range(2)]
    with site.connect() as refused:
        assert _rest(refused) == b""
    another = socket.create_connection((LOOPBACK, site.port), PATIENCE_S, ("127.0.0.2", 0))
    with another:
        another.sendall(f"HEAD /{site.token}/ HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        assert another.recv(12) == b"HTTP/1.1 200"
    for client in idle:
        client.close()


@pytest.mark.parametrize(
    "sent",
    [
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03",
        b"hello\r\n\r\n",
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n",
        b"CONNECT example.com:80 HTTP/1.1\r\nHost: x\r\n\r\n",
    ],
    ids=["TLS", "no HTTP", "no host", "a websocket", "a proxy's"],
)
def test_what_is_no_request_is_refused(site: Served, sent: bytes) -> None:
    with site.connect() as client:
        client.sendall(sent)
        client.shutdown(socket.SHUT_WR)
        assert _rest(client).startswith((b"HTTP/1.1 400 ", b"HTTP/1.1 404 "))
    assert site.get("legs.mp3").status == 200


def test_a_client_that_asks_no_more_gets_its_answer(site: Served, folder: Path) -> None:
    with site.connect() as client:
        client.sendall(f"GET /{site.token}/legs.mp3 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        client.shutdown(socket.SHUT_WR)
        assert _rest(client).endswith((folder / "legs.mp3").read_bytes())


def test_a_head_without_an_end_is_refused(site: Served) -> None:
    with site.connect() as client, suppress(BrokenPipeError, ConnectionResetError):
        # Megabytes.
        client.sendall(b"GET / HTTP/1.1\r\nHost: x\r\nRange: bytes=" + b"0-0," * 1_000_000)
        # Cut while it is still sent, the client may not get to read the answer.
        assert _rest(client)[:10] in (b"", b"HTTP/1.1 4")
    assert site.get("legs.mp3").status == 200


def test_several_clients_are_served_at_a_time(site: Served, folder: Path) -> None:
    waiting = [site.connect() for _ in range(20)]
    for client in waiting:
        client.sendall(f"GET /{site.token}/large.mp3 HTTP/1.1\r\nHost: x\r\n\r\n".encode())
        client.recv(1)
    assert site.get("legs.mp3").body == (folder / "legs.mp3").read_bytes()
    for client in waiting:
        client.close()


def _rest(client: socket.socket) -> bytes:
    """Return all that comes until the connection is closed, or cut."""
    blocks = []
    try:
        while block := client.recv(1 << 20):
            blocks.append(block)
    except ConnectionResetError:
        pass
    return b"".join(blocks)


def test_a_port_is_the_same_for_all_addresses() -> None:
    sockets = listen(None)
    try:
        ports = {each.getsockname()[1] for each in sockets}
        assert ports == {port_of(sockets)}
        assert sockets[0].family is socket.AF_INET
    finally:
        for each in sockets:
            each.close()


def test_a_port_in_use_is_refused() -> None:
    with socket.create_server(("", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(WrongUsageError, match=f"port {port} is in use by another program"):
            listen(port)


def test_the_server_ends_when_its_time_is_over(capfd: pytest.CaptureFixture[str]) -> None:
    sockets = listen(None)
    serve(Site("x", {}, ["http://x"]), sockets, length_ms=1)
    assert [each.fileno() for each in sockets] == [-1] * len(sockets)
    assert capfd.readouterr() == ("", "")
