"""The order of stages: from a chronicle's folder to its published site."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

import msgspec

from chronicle import checks, links, urls
from chronicle.drawing.basemap import basemap as read_basemap
from chronicle.drawing.projection import Projection
from chronicle.drawing.region import region
from chronicle.exports.feed import feed
from chronicle.exports.records import records as record_export
from chronicle.exports.sitemap import sitemap
from chronicle.link.chronicle import Chronicle
from chronicle.link.link import link
from chronicle.pages.frame import frame
from chronicle.pages.plan import plan
from chronicle.pages.site import Site
from chronicle.problems.codes import Severity
from chronicle.problems.problem import Problem
from chronicle.publish.publish import allow, publish
from chronicle.read.catalogue import catalogue
from chronicle.read.locate import located
from chronicle.read.records import read
from chronicle.read.static import static
from chronicle.render import theme
from chronicle.render.renderer import Letter, Rendered, Renderer, TemplateFault
from chronicle.views.page import Page

Progress = Callable[[str, int, int], None]
"""Told of a stage, how much of it is done, and how much there is."""

_NOT_FOR_SEARCH = frozenset({"redirect.html", "notfound.html", "signpost.html"})


class Outcome(msgspec.Struct, frozen=True):
    """What a build came to: its problems in file and line order, and its figures; `published` is False where an error
    stopped it.
    """

    problems: list[Problem]
    events: int = 0
    pages: int = 0
    published: bool = False
    remark: str = ""


def examine(root: Path) -> tuple[Chronicle, list[Problem]]:
    """Read, link and check everything below `root`; the problems come located, in file and line order.

    Raise Refusal where it is not a chronicle.
    """
    records, problems = read(root)
    chronicle, found = link(records)
    return chronicle, located([*problems, *found, *checks.check(chronicle)], root)


def build(root: Path, out: Path, *, strict: bool = False, force: bool = False, progress: Progress) -> Outcome:
    """Build the site of the chronicle at `root` and publish it at `out`, unless there is an error (`strict`: or a
    warning).

    Raise Refusal where nothing could be done at all; the published site is then as it was, as it is after an error.
    """
    allow(out, force=force)
    progress("reading", 0, 0)
    chronicle, problems = examine(root)
    outcome = Outcome(problems, len(chronicle.events))
    if _stops(problems, strict):
        return outcome
    site, files, pages, found = _prepared(root, chronicle)
    problems = located([*problems, *found], root)
    if site is None or _stops(problems, strict):
        return msgspec.structs.replace(outcome, problems=problems)
    renderer = Renderer(theme.folders(root), site.words, frame(site))
    rendered, found = _rendered(renderer, pages, progress)
    if not found:
        files |= _exports(chronicle, pages)
        progress("checking links", 0, 0)
        found = _linked(rendered, files, pages, chronicle.settings.base_url or "")
    problems = located([*problems, *found], root)
    if _stops(problems, strict):
        return msgspec.structs.replace(outcome, problems=problems, pages=len(pages))
    progress("publishing", 0, 0)
    files |= {page.path: page.html for page in rendered}
    remark = publish(files, out, force=force)
    return Outcome(problems, len(chronicle.events), len(pages), published=True, remark=remark)


def _stops(problems: Iterable[Problem], strict: bool) -> bool:
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def _prepared(root: Path, chronicle: Chronicle) -> tuple[Site | None, dict[str, bytes], list[Page], list[Problem]]:
    """Return the site in words, the files that are published as they are, and the pages."""
    folders = theme.folders(root)
    words, problems = catalogue(folders, chronicle.settings.language)
    files = {path: place.read_bytes() for path, place in theme.assets(folders).items()}
    projection, found = _region(root, chronicle.settings.basemap, files)
    problems += found
    if words is None:
        return None, files, [], problems
    site = Site(chronicle, words, projection)
    pages = plan(site)
    own, found = static(root, {page.path for page in pages} | files.keys())
    return site, files | own, pages, problems + found


def _region(root: Path, basemap: str | None, files: dict[str, bytes]) -> tuple[Projection | None, list[Problem]]:
    """Draw the region's one image into `files`; without a base map there are no maps."""
    if basemap is None:
        return None, []
    try:
        outlines = read_basemap(json.loads((root / basemap).read_bytes()))
    except (OSError, ValueError) as error:
        message = f"the base map {basemap} cannot be drawn: {error}"
        return None, [Problem(code="base-map", message=message, file="chronicle.yaml", field=("basemap",))]
    files[urls.REGION] = region(outlines).encode()
    return Projection(outlines.bbox), []


def encoded(page: Page) -> bytes:
    """Return the bytes of a page that a worker receives: the same for the same page, on every machine."""
    letter = Letter(page.path, page.template, page.view)  # type: ignore[arg-type]  # AnyView is every View there is
    return msgspec.msgpack.encode(letter, order="deterministic")


def _rendered(renderer: Renderer, pages: list[Page], progress: Progress) -> tuple[list[Rendered], list[Problem]]:
    """Render all pages; a template is reported once, with the first page that it failed on."""
    rendered: list[Rendered] = []
    faults: dict[tuple[str, int], Problem] = {}
    for number, page in enumerate(pages):
        if number % 100 == 0:
            progress("rendering", number, len(pages))
        try:
            rendered.append(renderer.render(encoded(page)))
        except TemplateFault as fault:
            faults.setdefault((fault.problem.file, fault.problem.line), fault.problem)
    return rendered, list(faults.values())


def _exports(chronicle: Chronicle, pages: list[Page]) -> dict[str, bytes]:
    found = (page.path for page in pages if page.template not in _NOT_FOR_SEARCH)
    return {**record_export(chronicle), **feed(chronicle), **sitemap(chronicle, found)}


def _linked(rendered: list[Rendered], files: Mapping[str, Any], pages: list[Page], base_url: str) -> list[Problem]:
    references = {page.path: page.references for page in rendered}
    origins = {page.path: page.origin for page in pages}
    return list(links.check(references, files, origins, base_url))
