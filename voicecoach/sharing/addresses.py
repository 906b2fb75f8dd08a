"""Addresses: under which numbers other devices of the network find this computer.

The standard library cannot list a computer's addresses. A UDP socket tells which one the system
would send from, without sending anything. Linux tells the others by its network interfaces;
elsewhere the resolver knows them, which on Linux may wait for a name server instead.
"""

import contextlib
import ipaddress
import socket
import sys
from collections.abc import Iterable, Iterator

_DEFAULT_PORT = 80
# Of documentation (RFC 5737 and 3849), and so only ever on the default route; then the private
# networks (RFC 1918), for a computer in one that leads nowhere else.
_DESTINATIONS_4 = ("192.0.2.1", "192.168.255.254", "10.255.255.254", "172.31.255.254")
_DESTINATIONS_6 = ("2001:db8::1",)
_ANY_PORT = 9
# Linux: the request of an interface's address, and where it stands in the answer (netdevice(7)).
_SIOCGIFADDR = 0x8915
_IFREQ_BYTES = 256
_IFREQ_ADDRESS = slice(20, 24)


def addresses(*, with_ipv6: bool) -> list[str]:
    """Return this computer's addresses in its networks, the likeliest first, IPv4 before IPv6.

    It is the loopback address alone where there is no network.
    """
    found = ordered(
        [
            *_sending(socket.AF_INET, _DESTINATIONS_4),
            *_sending(socket.AF_INET6, _DESTINATIONS_6),
            *(_of_interfaces() if sys.platform == "linux" else _resolved()),
        ]
    )
    return [each for each in found if with_ipv6 or ":" not in each] or ["127.0.0.1"]


def ordered(candidates: Iterable[str]) -> list[str]:
    """Return those of the candidates by which another device can come, IPv4 first, each once."""
    reachable = [each for each in dict.fromkeys(candidates) if _is_reachable(each)]
    return sorted(reachable, key=lambda each: ipaddress.ip_address(each).version)


def is_loopback(address: str) -> bool:
    """Return whether only this computer can come by an address."""
    return ipaddress.ip_address(address).is_loopback


def origin(address: str, port: int) -> str:
    """Return an address as a web address without a path, as a browser's `Host` has it."""
    host = f"[{address}]" if ":" in address else address
    return f"http://{host}" if port == _DEFAULT_PORT else f"http://{host}:{port}"


def _is_reachable(address: str) -> bool:
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        # Link-local addresses of IPv6 have a scope, which no other device knows.
        return False
    if found.is_loopback or found.is_unspecified or found.is_multicast:
        return False
    return found.version == 4 or not found.is_link_local


def _sending(family: socket.AddressFamily, destinations: Iterable[str]) -> Iterator[str]:
    """Yield the addresses from which the system would send to each destination."""
    for destination in destinations:
        with (
            contextlib.suppress(OSError),
            socket.socket(family, socket.SOCK_DGRAM) as probe,
        ):
            probe.connect((destination, _ANY_PORT))
            yield probe.getsockname()[0]


def _of_interfaces() -> Iterator[str]:
    """Yield the IPv4 address of each network interface of Linux."""
    import fcntl

    for _, name in socket.if_nameindex():
        with (
            contextlib.suppress(OSError),
            socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe,
        ):
            request = name.encode().ljust(_IFREQ_BYTES, b"\0")
            reply = fcntl.ioctl(probe.fileno(), _SIOCGIFADDR, request)
            yield socket.inet_ntoa(reply[_IFREQ_ADDRESS])


def _resolved() -> Iterator[str]:
    """Yield the addresses that the resolver knows of this computer's name."""
    with contextlib.suppress(OSError):
        for *_, address in socket.getaddrinfo(socket.gethostname(), None):
            yield str(address[0])
