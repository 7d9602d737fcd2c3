"""What a site is made of besides its pages: words, assets, the region's map, exports and files of its own."""

import errno
import json
from pathlib import Path

import msgspec

from chronicle import urls
from chronicle.build.fingerprints import digest
from chronicle.drawing.basemap import basemap as read_basemap
from chronicle.drawing.projection import Projection
from chronicle.drawing.region import region
from chronicle.exports import feed, records, sitemap
from chronicle.exports.export import Export, by_year
from chronicle.link.chronicle import Chronicle
from chronicle.pages.draft import Draft
from chronicle.pages.facets import Facets
from chronicle.pages.plan import plan
from chronicle.pages.site import Site
from chronicle.places import SETTINGS
from chronicle.problems.problem import Fault, Problem
from chronicle.publish.manifest import FILE as MANIFEST
from chronicle.publish.places import INNER, JOURNAL
from chronicle.read.catalogue import catalogue
from chronicle.read.static import static
from chronicle.render import theme

_NOT_FOR_SEARCH = frozenset({"redirect.html", "notfound.html", "signpost.html"})


class Materials(msgspec.Struct, frozen=True):
    """A site in words, its pages, its exports, and every other file that is published, by its path in the site.

    `paths` are those of all of them, also of the pages that stay as they are and are not among the drafts.
    """

    site: Site
    drafts: tuple[Draft, ...]
    exports: tuple[Export, ...]
    files: dict[str, bytes | Path]
    paths: frozenset[str]


def materials(
    root: Path,
    chronicle: Chronicle,
    facets: Facets | None = None,
    touched: frozenset[str] | None = None,
    staying: frozenset[str] = frozenset(),
) -> tuple[Materials | None, list[Problem]]:
    """Gather what the site of a chronicle is made of, with every problem; None where it has no words to be told in.

    The `facets` of its events may be known already. Where subjects are given that are `touched`, other pages are not
    drafted: they are those of `staying`.
    """
    folders = theme.folders(root)
    words, problems = catalogue(folders, chronicle.settings.language)
    files: dict[str, bytes | Path] = dict(theme.assets(folders))
    projection, image, found = _region(root, chronicle.settings.basemap)
    problems += found
    if words is None:
        return None, problems
    site = Site(chronicle, words, projection, facets)
    drafts = tuple(plan(site, touched))
    others = staying.difference(draft.path for draft in drafts)
    searched = others.union(draft.path for draft in drafts if draft.template not in _NOT_FOR_SEARCH)
    years = by_year(site.listed)
    exports = (
        *image,
        *records.drafts(chronicle, years),
        *feed.drafts(chronicle),
        *sitemap.drafts(chronicle, years, searched),
    )
    taken = staying.union((draft.path for draft in drafts), (export.path for export in exports), files)
    own, found = static(root, taken | {MANIFEST, JOURNAL, INNER})
    return Materials(site, drafts, exports, {**files, **own}, taken.union(own)), problems + found


def _region(root: Path, basemap: str | None) -> tuple[Projection | None, list[Export], list[Problem]]:
    """Return the region's projection and its one image; without a base map there are no maps."""
    if basemap is None:
        return None, [], []
    try:
        source = _read(root / basemap)
        outlines = read_basemap(json.loads(source))
    except Fault as fault:
        return None, [], [Problem(code=fault.code, message=str(fault), file=SETTINGS, field=("basemap",))]
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        message = f"the base map {basemap} cannot be drawn: {reason}"
        return None, [], [Problem(code="base-map", message=message, file=SETTINGS, field=("basemap",))]
    image = Export(urls.REGION, (), lambda: region(outlines).encode(), digest(source))
    return Projection(outlines.bbox), [image], []


def _read(file: Path) -> bytes:
    """Return what a file holds; raise OSError where it cannot be read, as a pipe, which would be waited for."""
    if file.exists() and not file.is_file():
        raise OSError(errno.EINVAL, "it is no file")
    return file.read_bytes()
