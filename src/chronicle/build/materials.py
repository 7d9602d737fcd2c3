"""What a site is made of besides its pages: words, assets, the region's map, exports and files of its own."""

import json
from pathlib import Path

import msgspec

from chronicle import urls
from chronicle.drawing.basemap import basemap as read_basemap
from chronicle.drawing.projection import Projection
from chronicle.drawing.region import region
from chronicle.exports.feed import feed
from chronicle.exports.records import records
from chronicle.exports.sitemap import sitemap
from chronicle.link.chronicle import Chronicle
from chronicle.pages.plan import plan
from chronicle.pages.site import Site
from chronicle.problems.problem import Fault, Problem
from chronicle.read.catalogue import catalogue
from chronicle.read.static import static
from chronicle.render import theme
from chronicle.views.page import Page

_NOT_FOR_SEARCH = frozenset({"redirect.html", "notfound.html", "signpost.html"})


class Materials(msgspec.Struct, frozen=True):
    """A site in words, its pages, and every other file that is published, by its path in the site."""

    site: Site
    pages: tuple[Page, ...]
    files: dict[str, bytes]


def materials(root: Path, chronicle: Chronicle) -> tuple[Materials | None, list[Problem]]:
    """Gather what the site of a chronicle is made of, with every problem; None where it has no words to be told in."""
    folders = theme.folders(root)
    words, problems = catalogue(folders, chronicle.settings.language)
    files = {path: place.read_bytes() for path, place in theme.assets(folders).items()}
    projection, found = _region(root, chronicle.settings.basemap, files)
    problems += found
    if words is None:
        return None, problems
    site = Site(chronicle, words, projection)
    pages = tuple(plan(site))
    files |= records(chronicle) | feed(chronicle)
    files |= sitemap(chronicle, (page.path for page in pages if page.template not in _NOT_FOR_SEARCH))
    own, found = static(root, {page.path for page in pages} | files.keys())
    return Materials(site, pages, files | own), problems + found


def _region(root: Path, basemap: str | None, files: dict[str, bytes]) -> tuple[Projection | None, list[Problem]]:
    """Draw the region's one image into `files`; without a base map there are no maps."""
    if basemap is None:
        return None, []
    try:
        outlines = read_basemap(json.loads((root / basemap).read_bytes()))
    except Fault as fault:
        found = Problem(code=fault.code, message=str(fault), file="chronicle.yaml", field=("basemap",))
        return None, [found]
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"the base map {basemap} cannot be drawn: {reason}"
        return None, [Problem(code="base-map", message=message, file="chronicle.yaml", field=("basemap",))]
    files[urls.REGION] = region(outlines).encode()
    return Projection(outlines.bbox), []
