"""The addresses of this computer in its networks."""

import socket
import sys

import pytest

from helpers.cases import cases
from voicecoach.sharing import addresses as module
from voicecoach.sharing.addresses import addresses, is_loopback, ordered, origin

FOUND = {
    "each once": (["192.168.1.5", "10.0.0.2", "192.168.1.5"], ["192.168.1.5", "10.0.0.2"]),
    "IPv4 first": (["2001:db8::5", "192.168.1.5"], ["192.168.1.5", "2001:db8::5"]),
    "no loopback": (["127.0.1.1", "::1", "192.168.1.5"], ["192.168.1.5"]),
    "no other link": (["fe80::1%eth0", "fe80::1", "192.168.1.5"], ["192.168.1.5"]),
    "a cable between two": (["169.254.7.7"], ["169.254.7.7"]),
    "a private one of IPv6": (["fd00::2"], ["fd00::2"]),
    "none": (["0.0.0.0", "::", "224.0.0.1", "127.0.0.1"], []),
}
ORIGINS = {
    "IPv4": ("192.168.1.5", 8000, "http://192.168.1.5:8000"),
    "IPv6": ("fd00::2", 8000, "http://[fd00::2]:8000"),
    "the port that browsers leave out": ("192.168.1.5", 80, "http://192.168.1.5"),
}


@cases(("candidates", "expected"), FOUND)
def test_addresses_are_those_by_which_another_device_can_come(
    candidates: list[str], expected: list[str]
) -> None:
    assert ordered(candidates) == expected


@cases(("address", "port", "expected"), ORIGINS)
def test_an_address_is_written_as_a_browser_does(address: str, port: int, expected: str) -> None:
    assert origin(address, port) == expected


@pytest.mark.parametrize("system", ["linux", "darwin"])
def test_where_there_is_no_network_the_loopback_address_is_left(
    monkeypatch: pytest.MonkeyPatch, system: str
) -> None:
    monkeypatch.setattr(socket, "socket", _WithoutRoute)
    monkeypatch.setattr(module, "_of_interfaces", lambda: iter(["127.0.0.1"]))
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_: [(0, 0, 0, "", ("127.0.1.1", 0))])
    monkeypatch.setattr(sys, "platform", system)
    assert addresses(with_ipv6=True) == ["127.0.0.1"]


def test_a_name_that_nobody_knows_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "unknown")

    monkeypatch.setattr(socket, "socket", _WithoutRoute)
    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    monkeypatch.setattr(sys, "platform", "darwin")
    assert addresses(with_ipv6=True) == ["127.0.0.1"]


class _WithoutRoute(socket.socket):
    def connect(self, _address: object) -> None:
        raise OSError("network is unreachable")


def test_the_addresses_of_this_computer_are_found() -> None:
    found = addresses(with_ipv6=False)
    assert found
    assert all(":" not in each for each in found)
    assert len(found) == 1 or not any(map(is_loopback, found))
