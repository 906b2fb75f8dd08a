"""`voicecoach share`: offers finished programmes to phones in the same network."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from voicecoach.cli import report
from voicecoach.cli.left_out import tell_left_out
from voicecoach.cli.options import PATH, duration_of
from voicecoach.cli.programme.files import files_of_programme
from voicecoach.cli.qr_code import show_code
from voicecoach.problems import EngineError
from voicecoach.units import HOUR_MS, clock, counted

if TYPE_CHECKING:
    from socket import socket

    from voicecoach.sharing.offers import Offers

_ADVICE = (
    "If the phone does not reach it: both have to be in the same network, not one of them in the "
    "guest network; a VPN on either may keep them apart; a firewall here has to let in port {port}."
)
_LONGEST_MS = 24 * HOUR_MS
_ALONE = "This computer is in no network: no other device reaches it."


def _length(_ctx: object, _param: object, text: str) -> int:
    length_ms = duration_of(text)
    if length_ms > _LONGEST_MS:
        raise click.BadParameter("the files are offered for 24h at most")
    return length_ms


@click.command("share", short_help="Offer finished files to a phone in the same network.")
@click.argument("paths", metavar="PATH...", nargs=-1, required=True, type=PATH)
@click.option(
    "--for",
    "length_ms",
    metavar="DURATION",
    default="1h",
    callback=_length,
    show_default=True,
    help="How long the files are offered, such as 20min; at most 24h.",
)
@click.option(
    "--port", type=click.IntRange(1, 65535), help="The port of the addresses (default: a free one)."
)
@click.option("--feed", is_flag=True, help="Offer the programmes as a podcast as well.")
@click.option("--plain", is_flag=True, help="Print no QR code, for a screen reader.")
def command(
    paths: tuple[Path, ...], length_ms: int, port: int | None, feed: bool, plain: bool
) -> None:
    """Offer finished files to phones in the same network, until Ctrl-C ends it.

    PATH is a sound file, its page or lyrics, or a folder of them; or a programme of weeks, which
    stands for the files of its sessions. Shows a QR code for the phone's
    camera, and prints the addresses that lead to the files, the likeliest first. Who has no address
    finds nothing.

    \b
    Examples:
      voicecoach share legs.mp3
      voicecoach share ~/Music/workouts --for 20min
      voicecoach share ~/Music/workouts --feed --port 8000
      voicecoach share my-weeks.yaml
    """
    _check_extra()
    from voicecoach.sharing.offers import find_offers
    from voicecoach.sharing.server import listen

    offers = find_offers([file for path in paths for file in _files_at(path)])
    tell_left_out(offers.findings)
    sockets = listen(port)
    try:
        _offer(offers, sockets, feed, length_ms, plain)
    except KeyboardInterrupt:
        # The normal way to end. The terminal has shown `^C`.
        click.echo(err=True)
    if offers.findings.faults:
        click.get_current_context().exit(offers.findings.faults[0].exit_code)


def _files_at(path: Path) -> Sequence[Path]:
    """Return the files of a programme of weeks, or what else is named."""
    programme = files_of_programme(path)
    return [path] if programme is None else programme.files


def _offer(
    offers: "Offers", sockets: "Sequence[socket]", feed: bool, length_ms: int, plain: bool
) -> None:
    """Tell where the offers are, and serve them."""
    from voicecoach.sharing.addresses import addresses, is_loopback, origin
    from voicecoach.sharing.contents import contents
    from voicecoach.sharing.feed import NAME
    from voicecoach.sharing.server import port_of, serve
    from voicecoach.sharing.site import Site, new_token

    port, token = port_of(sockets), new_token()
    hosts = addresses(with_ipv6=len(sockets) > 1)
    origins = [origin(host, port) for host in hosts]
    urls = [f"{each}/{token}/" for each in origins]
    _show_addresses(urls, plain)
    if feed:
        report.tell(f"For a podcast app: {urls[0]}{NAME}")
    what, length = counted(len(offers.offers), "programme"), clock(length_ms)
    report.tell(f"Offering {what} for {length}; Ctrl-C ends it.")
    report.tell(_ALONE if is_loopback(hosts[0]) else _ADVICE.format(port=port))
    serve(Site(token, contents(offers, feed), origins), sockets, length_ms)
    report.tell("The time is over: nothing is offered any more.")


def _check_extra() -> None:
    """Raise EngineError if the libraries are not there that a plain installation does without."""
    try:
        import segno  # noqa: F401
        import starlette  # noqa: F401
        import uvicorn  # noqa: F401
    except ImportError as error:
        hint = 'install what it needs with `pip install "voicecoach[share]"`'
        raise EngineError(f"nothing can be shared: {error}", hint) from error


def _show_addresses(urls: Sequence[str], plain: bool) -> None:
    if not plain:
        show_code(urls[0])
    for url in urls:
        click.echo(url)
    if len(urls) > 1:
        report.tell("The first address is the likeliest. The others are for other networks.")
