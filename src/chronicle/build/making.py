"""The making of a site's files: those that are new or changed are written, all others stand as they are."""

import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

import msgspec

from chronicle.build.fingerprints import digest
from chronicle.build.laying import Kept, Laid, Layout, digests, fingerprints, lay
from chronicle.build.linkage import Linkage
from chronicle.build.materials import Materials
from chronicle.build.outcome import Progress
from chronicle.build.past import Past
from chronicle.build.spill import Spill
from chronicle.exports.export import Export
from chronicle.links import Judge
from chronicle.links import problems as broken
from chronicle.pages.draft import Draft
from chronicle.pages.frame import frame
from chronicle.pages.plan import plan
from chronicle.problems.problem import Problem
from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest
from chronicle.publish.publish import Standing
from chronicle.read.catalogue import catalogue
from chronicle.render import theme
from chronicle.render.prepared import Prepared, prepared
from chronicle.render.renderer import Renderer

FEW = 200
"""For a site of fewer pages workers cost more than they bring."""


class Made(msgspec.Struct, frozen=True):
    """A site as it is to be published, by path: its pages, the digests of all other files, what its exports tell of
    (a digest each), and what the pages that were laid out now refer to, encoded. `prints` are templates' fingerprints.
    """

    pages: dict[str, Kept] = {}
    files: dict[str, str] = {}
    exports: dict[str, bytes] = {}
    fresh: Mapping[str, bytes] = {}
    prints: dict[str, bytes] = {}

    @property
    def all(self) -> dict[str, str]:
        """The digest of every file."""
        return self.files | digests(self.pages)


class Reach(msgspec.Struct, frozen=True):
    """How far a change reaches: the events that `changed`, the subjects of pages that are `touched`, and the pages that
    are `staying` as they stand, as nothing of them is touched.
    """

    changed: frozenset[str]
    touched: frozenset[str]
    staying: frozenset[str]


class Workshop(msgspec.Struct, frozen=True):
    """Where and with what a site is made: the build before and what `stands` of it at `out`, and the folder for what is
    `fresh`.

    `reach` is None where everything may have changed. `templates` gives what `templates` returned, or b"".
    """

    root: Path
    out: Path
    past: Past
    stands: Standing
    fresh: Path
    reach: Reach | None = None
    jobs: int = 1
    templates: Callable[[], bytes] = bytes


def templates(root: Path, language: str) -> bytes:
    """Return what can be found out about templates before there is a page, encoded; b"" where there are no words."""
    folders = theme.folders(root)
    words, _ = catalogue(folders, language)
    return msgspec.msgpack.encode(prepared(folders, words)) if words else b""


def make(shop: Workshop, gathered: Materials, progress: Progress) -> tuple[Made, list[Problem]]:
    """Write every file of a site that does not stand already below the folder for what is fresh; return all of them,
    with every problem.

    A template is reported once a line, with the first page that it failed on; a broken link once however many pages
    have it.
    """
    found = shop.templates()
    known = msgspec.msgpack.decode(found, type=Prepared) if found else None
    site = gathered.site
    judge = Judge(gathered.paths, site.chronicle.settings.base_url or "")
    renderer = Renderer(theme.folders(shop.root), site.words, frame(site), known, judge.settle)
    # Where records alone changed, templates are what they were; a page can be the first of its template.
    prints = dict(shop.past.header.prints) if shop.reach else {}
    further, faults = fingerprints(renderer, {draft.template for draft in gathered.drafts} - prints.keys())
    prints |= further
    references = Spill(shop.fresh)
    made = Made(files=_others(gathered, shop), fresh=references, prints=prints)
    work: list[Draft | Export] = [*_exports(gathered, shop, made)]
    work += (draft for draft in _pages(gathered, shop, made) if draft.template in prints)
    layout = Layout(renderer, prints, shop.past.pages, shop.stands.files, judge, shop.fresh)
    faulty: list[Laid] = []
    for each in lay(work, layout, shop.jobs if len(gathered.paths) >= FEW else 1, progress):
        if each.problem or each.faults:
            faulty.append(each)
        if each.kept.key:
            made.pages[each.path] = each.kept
        else:
            made.files[each.path] = each.kept.digest
        if each.references:
            references.put(each.path, each.references)
    place = {each.path: number for number, each in enumerate(work)}
    for each in sorted(faulty, key=lambda each: place[each.path]):
        if each.problem:
            faults.setdefault((each.problem.file, each.problem.line), each.problem)
    if faults:
        return Made(), list(faults.values())
    progress("checking links", 0, 0)
    return made, _broken(gathered, made, shop, judge, faulty)


def _exports(gathered: Materials, shop: Workshop, made: Made) -> Iterator[Export]:
    """Yield the exports that may have changed; note the others as they stand."""
    past, standing, reach = shop.past, shop.stands.files, shop.reach
    for export in gathered.exports:
        path = export.path
        told = made.exports[path] = digest(msgspec.msgpack.encode((export.head, export.ids)))
        same = reach and reach.changed.isdisjoint(export.ids) and told == past.exports.get(path)
        if same and path in standing and standing[path] == past.files.get(path):
            made.files[path] = standing[path]
        else:
            yield export


def _pages(gathered: Materials, shop: Workshop, made: Made) -> Iterator[Draft]:
    """Yield the pages that may have changed; note the others as they stand."""
    past, standing, reach = shop.past.pages, shop.stands.files, shop.reach
    if reach:
        made.pages.update(past)
        for path in past.keys() - reach.staying:
            del made.pages[path]
    for draft in gathered.drafts:
        path = draft.path
        reached = reach is None or not draft.about or reach.touched.issuperset(draft.about)
        if not reached and path in past and standing.get(path) == past[path].digest:
            made.pages[path] = past[path]
        else:
            yield draft


def _others(gathered: Materials, shop: Workshop) -> dict[str, str]:
    """Write the files that are neither pages nor exports, and return their digests."""
    found: dict[str, str] = {}
    for path, content in gathered.files.items():
        found[path] = manifest.digest(content if isinstance(content, bytes) else _read(content))
        if shop.stands.files.get(path) == found[path]:
            continue
        target = shop.fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            target.write_bytes(content)
        else:
            shutil.copyfile(content, target)
    return found


def _read(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError as error:
        raise Refusal(f"{file} cannot be read: {error.strerror}", "make it readable, or remove it") from error


def _broken(gathered: Materials, made: Made, shop: Workshop, judge: Judge, laid: Iterable[Laid]) -> list[Problem]:
    faults = [(each.path, fault) for each in laid for fault in each.faults]
    faults += Linkage(made.pages, made.fresh, shop.past, gathered.paths, shop.out).faults(judge)
    if not faults:
        return []
    # Pages that stay have faults, too, and which they are made of is told by a plan of all.
    drafts = plan(gathered.site)
    origins = {draft.path: draft.origin for draft in drafts}
    templates = {draft.path: f"templates/{draft.template}" for draft in drafts}
    place = {draft.path: number for number, draft in enumerate(drafts)}
    return list(broken(sorted(faults, key=lambda item: (place[item[0]], item[1])), origins, templates))
