"""The stages of chronicle's build called one after the other in one process, each with its time.

This is the one place of the benchmarks that knows the program from within.
"""

import json
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from chronicle import checks, links, urls
from chronicle.drawing.basemap import basemap
from chronicle.drawing.projection import Projection
from chronicle.drawing.region import region
from chronicle.exports.feed import feed
from chronicle.exports.records import records as record_export
from chronicle.exports.sitemap import sitemap
from chronicle.link.chronicle import Chronicle
from chronicle.link.link import link
from chronicle.pages.about import about_page
from chronicle.pages.actor import actor_pages
from chronicle.pages.event import event_page
from chronicle.pages.frame import frame
from chronicle.pages.home import home_page
from chronicle.pages.indexes import index_pages
from chronicle.pages.location import location_pages
from chronicle.pages.periods import period_pages
from chronicle.pages.signposts import signpost_pages
from chronicle.pages.site import Site
from chronicle.pages.source import source_pages
from chronicle.pages.type import type_pages
from chronicle.publish.publish import publish
from chronicle.read.catalogue import catalogue
from chronicle.read.records import read
from chronicle.render import theme
from chronicle.render.renderer import Letter, Rendered, Renderer
from chronicle.views.page import Page

Planner = Callable[[Site], Iterable[Page]]

# As the plan of a site has them: entries that many pages show are worded with the first page that does.
PLANNERS: dict[str, Planner] = {
    "home": lambda site: [home_page(site)],
    "timeline, years, months": period_pages,
    "event": lambda site: (event_page(site, event) for event in site.ordered),
    "location": lambda site: _of_register(site, "locations", location_pages),
    "actor": lambda site: _of_register(site, "actors", actor_pages),
    "type": lambda site: _of_register(site, "types", type_pages),
    "source": lambda site: _of_register(site, "sources", source_pages),
    "index": index_pages,
    "about": lambda site: [about_page(site)],
    "signpost": signpost_pages,
}


@dataclass(slots=True)
class Kind:
    """The cost of one kind of pages: seconds to plan, to encode and to render them, and their HTML in bytes."""

    pages: int = 0
    planning: float = 0.0
    encoding: float = 0.0
    rendering: float = 0.0
    size: int = 0


@dataclass(slots=True)
class Costs:
    """What a build took: seconds by stage, in their order, and the cost of each kind of pages."""

    events: int = 0
    stages: dict[str, float] = field(default_factory=dict)
    kinds: dict[str, Kind] = field(default_factory=dict)

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Count what is done within as a stage."""
        begun = time.perf_counter()
        yield
        self.stages[name] = self.stages.get(name, 0.0) + time.perf_counter() - begun


def build(root: Path, out: Path) -> Costs:
    """Build the chronicle at `root` into `out`, alone and from nothing, and return what each step took."""
    costs = Costs()
    with costs.stage("reading"):
        records, problems = read(root)
    with costs.stage("linking"):
        chronicle, found = link(records)
    with costs.stage("checking"):
        problems += [*found, *checks.check(chronicle)]
    if problems:
        raise ValueError(f"the corpus has problems, {problems[0]} for one")
    costs.events = len(chronicle.events)
    site, files = _prepared(root, chronicle)
    pages = _planned(site, costs)
    rendered = _rendered(root, site, pages, costs)
    with costs.stage("exports"):
        paths = [page.path for found in pages.values() for page in found]
        files |= {**record_export(chronicle), **feed(chronicle), **sitemap(chronicle, paths)}
    with costs.stage("checking links"):
        _check_links(chronicle, pages, rendered, files)
    with costs.stage("publishing"):
        publish(files | {page.path: page.html for page in rendered}, out)
    return costs


def _prepared(root: Path, chronicle: Chronicle) -> tuple[Site, dict[str, bytes]]:
    folders = theme.folders(root)
    words, _ = catalogue(folders, chronicle.settings.language)
    if words is None:
        raise ValueError("the theme has no words")
    files = {path: place.read_bytes() for path, place in theme.assets(folders).items()}
    projection = None
    if chronicle.settings.basemap:
        outlines = basemap(json.loads((root / chronicle.settings.basemap).read_bytes()))
        files[urls.REGION] = region(outlines).encode()
        projection = Projection(outlines.bbox)
    return Site(chronicle, words, projection), files


def _of_register(site: Site, register: str, plan: Callable[..., list[Page]]) -> Iterator[Page]:
    for filed in getattr(site.chronicle.registers, register).entries.values():
        yield from plan(site, filed)


def _planned(site: Site, costs: Costs) -> dict[str, list[Page]]:
    pages: dict[str, list[Page]] = {}
    for name, planner in PLANNERS.items():
        begun = time.perf_counter()
        with costs.stage("planning"):
            pages[name] = list(planner(site))
        costs.kinds[name] = Kind(len(pages[name]), time.perf_counter() - begun)
    return pages


def _rendered(root: Path, site: Site, pages: dict[str, list[Page]], costs: Costs) -> list[Rendered]:
    renderer = Renderer(theme.folders(root), site.words, frame(site))
    with costs.stage("compiling templates"):
        one_each = {page.template: page for found in pages.values() for page in found}
        for page in one_each.values():
            renderer.render(_encoded(page))
    rendered: list[Rendered] = []
    for name, found in pages.items():
        kind = costs.kinds[name]
        begun = time.perf_counter()
        with costs.stage("encoding"):
            letters = [_encoded(page) for page in found]
        between = time.perf_counter()
        with costs.stage("rendering"):
            made = [renderer.render(letter) for letter in letters]
        kind.encoding, kind.rendering = between - begun, time.perf_counter() - between
        kind.size = sum(len(page.html) for page in made)
        rendered += made
    return rendered


def _encoded(page: Page) -> bytes:
    letter = Letter(page.path, page.template, page.view)  # type: ignore[arg-type]  # AnyView is every View there is
    return msgspec.msgpack.encode(letter, order="deterministic")


def _check_links(
    chronicle: Chronicle, pages: dict[str, list[Page]], rendered: list[Rendered], files: dict[str, bytes]
) -> None:
    references = {page.path: page.references for page in rendered}
    origins = {page.path: page.origin for found in pages.values() for page in found}
    broken = next(links.check(references, files, origins, chronicle.settings.base_url or ""), None)
    if broken:
        raise ValueError(f"a link is broken: {broken.message}")
