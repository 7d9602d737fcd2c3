"""Every output path, and the way from one page to another."""

import posixpath
from urllib.parse import urlsplit

HOME = "index.html"
NOT_FOUND = "404.html"
TIMELINE = "timeline/index.html"
UNDATED = "timeline/undated.html"
EVENTS = "events/index.html"
ABOUT = "about/index.html"
FEED = "feed.xml"
SITEMAP = "sitemap.xml"
ROBOTS = "robots.txt"
RECORDS = "events.json"
ASSETS = "assets"
REGION = "assets/region.svg"

# The words that an id may not be, as they name a page of their own in the same folder.
RESERVED = frozenset({"index"})


def event(id_: str) -> str:
    """Return the path of an event's page, or of the signpost that stands in its place."""
    return f"events/{id_}.html"


def entry(register: str, id_: str) -> str:
    """Return the path of the page of an entry of a register: locations, actors, types or sources."""
    return f"{register}/{id_}.html"


def index(register: str) -> str:
    """Return the path of the page that lists a register."""
    return f"{register}/index.html"


def part(path: str, period: str) -> str:
    """Return the path of a part of a listing that a page is too small for: a dot is in no id, so nothing else is
    there.
    """
    return f"{path.removesuffix('.html')}.{period}.html"


def period(year: int, month: int | None = None) -> str:
    """Return the path of a year's or a month's page."""
    return f"timeline/{year:04}.html" if month is None else f"timeline/{year:04}-{month:02}.html"


def up(path: str) -> str:
    """Return the way from a page to the site's root: "" or "../", so that a site works below any address and from
    disk.
    """
    return "../" * path.count("/")


def resolve(page: str, reference: str) -> str:
    """Return the site path that a relative reference without query or fragment leads to from a page.

    One to a folder (it ends in / or in a part of dots) leads to the folder's index. The path begins with ../ where it
    leaves the site.
    """
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(page), reference))
    if posixpath.basename(reference) in ("", ".", ".."):
        joined = posixpath.normpath(f"{joined}/{HOME}")
    return joined


def absolute(base_url: str, path: str) -> str:
    """Return the address of a page where the site is published; an index is named by its folder."""
    folder, slash, name = path.rpartition("/")
    if name == HOME:
        path = folder + slash
    return f"{base_url.rstrip('/')}/{path}"


def base_path(base_url: str) -> str:
    """Return the path below which the site is published, with / at both ends; "/" where no address is set."""
    path = urlsplit(base_url).path if base_url else ""
    return f"/{path.strip('/')}/" if path.strip("/") else "/"
