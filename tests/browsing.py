"""A browser for tests, and a web server that publishes a built site below a path of its host."""

import functools
import os
import shutil
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, Literal, TypeAlias
from urllib.parse import urlsplit

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

Scheme: TypeAlias = Literal["light", "dark"]

_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
)
_NAMES = ("chromium", "chromium-browser", "google-chrome")
# What a browser says of a request that nobody waits for any more, as the reader has gone on to another page.
_LEFT = "net::ERR_ABORTED"
BELOW = "/some/path/"
"""The path of the host below which a site is served."""


def _unavailable(reason: str) -> None:
    """Skip a test; on a machine that decides whether a change lands a test that is not run is a failure."""
    if os.environ.get("CI") == "true":
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def browser() -> Iterator["Browser"]:
    """Run the system's Chromium for the session."""
    program = next(filter(None, map(shutil.which, _NAMES)), None)
    if program is None:
        _unavailable("there is no Chromium: sh tests/chromium.sh installs it")
    from playwright.sync_api import Error, sync_playwright

    with sync_playwright() as driver:
        try:
            chromium = driver.chromium.launch(executable_path=program, args=list(_ARGUMENTS))
        except Error as error:
            _unavailable(f"Chromium does not start: {error.message.splitlines()[0]}")
        yield chromium
        chromium.close()


class Visit:
    """A window of a browser that notes whatever goes wrong in it: requests elsewhere or in vain, errors, violations.

    A window is kept for the session, as a new one costs more than all that a test does in it.
    """

    def __init__(self, page: "Page") -> None:
        self.page = page
        self.origin = ""
        self.wrong: list[str] = []
        page.on("request", lambda request: self._note(request.url, not request.url.startswith(self.origin)))
        page.on("requestfailed", lambda request: self._note(f"failed: {request.url}", request.failure != _LEFT))
        page.on("response", lambda response: self._note(f"{response.status} {response.url}", response.status >= 400))
        page.on("console", lambda message: self._note(f"{message.type}: {message.text}", True))
        page.on("pageerror", lambda error: self._note(str(error), True))

    def _note(self, what: str, wrong: bool) -> None:
        if wrong:
            self.wrong.append(what)

    def at(self, origin: str, width: int, scheme: Scheme) -> "Visit":
        """Begin anew at an origin."""
        self.origin = "about:"
        self.page.goto("about:blank")
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(media="screen", color_scheme=scheme)
        self.origin, self.wrong = origin, []
        return self

    def open(self, path: str, *, whole: bool = True) -> "Page":
        """Open a path of the site; `whole` waits for its pictures, too."""
        self.page.goto(self.origin + path, wait_until="load" if whole else "domcontentloaded")
        return self.page


@pytest.fixture(scope="session")
def visit(browser: "Browser") -> Iterator[Callable[..., Visit]]:
    """Return an opener of windows on the site at an origin, with or without scripts, of a width, in light or dark."""
    windows: dict[bool, Visit] = {}

    def opened(origin: str, *, scripts: bool = True, width: int = 1280, scheme: Scheme = "light") -> Visit:
        if scripts not in windows:
            windows[scripts] = Visit(browser.new_context(java_script_enabled=scripts).new_page())
            windows[scripts].page.set_default_timeout(30_000)
        return windows[scripts].at(origin, width, scheme)

    yield opened
    for window in windows.values():
        window.page.context.close()


class _Below(SimpleHTTPRequestHandler):
    """Serves a folder below a path, as a static host does: an unknown address gets the site's 404 page."""

    def translate_path(self, path: str) -> str:
        below = urlsplit(path).path.removeprefix(BELOW)
        return super().translate_path(f"/{below}") if urlsplit(path).path.startswith(BELOW) else os.devnull

    def send_error(self, code: int, message: str | None = None, _explain: str | None = None) -> None:
        page = Path(self.directory) / "404.html"
        body = page.read_bytes() if code == 404 and page.exists() else b""
        self.send_response(code, message)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the library gives it
        """Say nothing."""


@pytest.fixture(scope="session")
def served() -> Iterator[Callable[[Path], str]]:
    """Return a server of folders: the address below which a site is to be found, with / at its end."""
    servers: dict[Path, ThreadingHTTPServer] = {}

    def address(folder: Path) -> str:
        if folder not in servers:
            server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Below, directory=str(folder)))
            servers[folder] = server
            threading.Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{servers[folder].server_port}{BELOW}"

    yield address
    for server in servers.values():
        server.shutdown()
        server.server_close()


def on_disk(folder: Path) -> str:
    """Return the address of a folder on disk, with / at its end."""
    return f"{folder.resolve().as_uri()}/"
