"""A browser for the tests of pages, and the pages opened in it."""

import shutil
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
import uvicorn
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

# On PATH, as `scripts/environment` looks for them.
NAMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "microsoft-edge",
    "microsoft-edge-stable",
)
# Where macOS and Windows have a browser, which is on no PATH, and the one that Playwright brings.
_CHANNELS = ("chrome", "msedge", None)
_ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-quic",
]
_MISSING = (
    "there is no browser for the tests of pages: `scripts/test` gets one, "
    "or install Chromium, Chrome or Edge"
)
_ERRORS = ("error", "warning")
# How long a test waits for a page: only one that hangs takes longer.
_PATIENCE_MS = 120_000


@contextmanager
def browser() -> Iterator[Browser]:
    """Yield a browser. Fails where there is none, and says how to get one."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    with sync_playwright() as playwright:
        for channel in [None] if path else _CHANNELS:
            try:
                started = playwright.chromium.launch(
                    executable_path=path, channel=channel, args=_ARGUMENTS
                )
            except Error as error:
                reason = str(error)
                continue
            expect.set_options(timeout=_PATIENCE_MS)
            with closing(started):
                yield started
            return
        pytest.fail(f"{_MISSING}\n{reason}", pytrace=False)


@dataclass
class Watched:
    """What a page has complained of, and which addresses it has asked for."""

    complaints: list[str] = field(default_factory=list)
    requests: set[str] = field(default_factory=set)


def watch(page: Page) -> Watched:
    """Return what is kept up to date with the complaints and requests of a page."""
    watched = Watched()
    page.on("request", lambda request: watched.requests.add(request.url.partition("?")[0]))
    page.on("pageerror", lambda error: watched.complaints.append(str(error)))
    page.on("dialog", lambda dialog: watched.complaints.append(f"dialog: {dialog.message}"))
    page.on(
        "console",
        lambda told: watched.complaints.append(told.text) if told.type in _ERRORS else None,
    )
    return watched


@contextmanager
def served(directory: Path) -> Iterator[str]:
    """Yield the address at which the files of a directory are served, with ranges."""
    application = Starlette(routes=[Mount("/", StaticFiles(directory=directory))])
    config = uvicorn.Config(application, port=0, log_level="critical", lifespan="off", ws="none")
    server = uvicorn.Server(config)
    listening = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listening]})
    thread.start()
    try:
        # Connections wait in the socket until the server takes them.
        yield f"http://localhost:{listening.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listening.close()
