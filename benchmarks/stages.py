"""The stages of chronicle's build called one after the other in one process, each with its time.

This is the one place of the benchmarks that knows the program from within.
"""

import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from chronicle import checks
from chronicle.build.fingerprints import digest, engine
from chronicle.build.header import Header
from chronicle.build.inputs import Inputs, compare, taken, taken_further
from chronicle.build.laying import Kept, Referred, encoded, fingerprints, key
from chronicle.build.linkage import Linkage
from chronicle.build.materials import Materials, materials
from chronicle.build.past import Keeping, Linked, Past
from chronicle.build.store import Store
from chronicle.link.chronicle import Chronicle
from chronicle.link.link import Gathered, link
from chronicle.links import Judge, Judgement
from chronicle.looks import Look
from chronicle.pages.draft import Draft
from chronicle.pages.frame import frame
from chronicle.publish.publish import Standing, publish, workplace
from chronicle.read.events import EventFile, event_file
from chronicle.read.records import read, settings
from chronicle.render import theme
from chronicle.render.references import ids_of
from chronicle.render.renderer import Rendered, Renderer
from chronicle.views.page import Page


@dataclass(slots=True)
class Kind:
    """The cost of one kind of pages: seconds to compose, to encode and to render them, and their HTML in bytes."""

    pages: int = 0
    composing: float = 0.0
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
        self.count(name, time.perf_counter() - begun)

    def count(self, name: str, seconds: float) -> None:
        """Count seconds as a stage's."""
        self.stages[name] = self.stages.get(name, 0.0) + seconds


@dataclass(slots=True)
class Found:
    """What the first stages found: the files, what those of events hold, and the chronicle."""

    inputs: Inputs
    read: dict[str, EventFile]
    chronicle: Chronicle


@dataclass(slots=True)
class Made:
    """The pages of a site as a build keeps them, with what they refer to, and the digests of all other files."""

    pages: dict[str, Kept] = field(default_factory=dict)
    references: dict[str, bytes] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)


def build(root: Path, out: Path) -> Costs:
    """Build the chronicle at `root` into `out`, alone and from nothing, and return what each step took.

    What a build keeps for the next one is kept beside `out`.
    """
    costs = Costs()
    found = _examined(root, costs)
    costs.events = len(found.chronicle.events)
    with costs.stage("planning"):
        gathered, problems = materials(root, found.chronicle)
    if gathered is None or problems:
        raise ValueError(f"the theme has problems, {problems[:1]} for one")
    fresh = workplace(out)
    made = _laid(root, gathered, fresh, costs)
    _others(gathered, fresh, made, costs)
    with costs.stage("publishing"):
        files = made.files | {path: kept.digest for path, kept in made.pages.items()}
        published = publish(fresh, files, out, stands=Standing())
    with costs.stage("keeping"):
        _keep(out.parent, found, gathered, made, published.looks)
    return costs


def _examined(root: Path, costs: Costs) -> Found:
    found: dict[str, EventFile] = {}

    def reader(names: Sequence[str]) -> Iterator[EventFile]:
        found.update((name, event_file(root, name)) for name in names)
        return iter(found.values())

    with costs.stage("looking at files"):
        further = tuple(filter(None, [settings(root)[0].basemap]))
        inputs = compare(root, {**taken(root), **taken_further(root, further)}, {}, 0)
    with costs.stage("reading"):
        records, problems = read(root, reader)
    with costs.stage("linking"):
        chronicle, unlinked = link(records)
    with costs.stage("checking"):
        problems += [*unlinked, *checks.check(chronicle)]
    if problems:
        raise ValueError(f"the corpus has problems, {problems[0]} for one")
    return Found(inputs, found, chronicle)


def _laid(root: Path, gathered: Materials, fresh: Path, costs: Costs) -> Made:
    """Lay out every page, and check all links."""
    judge = Judge(gathered.paths, gathered.site.chronicle.settings.base_url or "")
    renderer = Renderer(theme.folders(root), gathered.site.words, frame(gathered.site), settle=judge.settle)
    pages = _one_each(root, gathered.site.chronicle)
    with costs.stage("compiling templates"):
        prints, _ = fingerprints(renderer, [page.template for page in pages])
        for page in pages:
            renderer.page(page.path, page.template, page.view)
    with costs.stage("fingerprinting the program"):
        engine()
    made = Made()
    for draft in gathered.drafts:
        found, rendered = _page(draft, renderer, prints, costs)
        begun = time.perf_counter()
        judged = judge.judge(draft.path, rendered.parts)
        if judged.faults:
            raise ValueError(f"a link is broken: {judged.faults[0][0]}")
        costs.count("checking links", time.perf_counter() - begun)
        _put(fresh, draft.path, rendered.html, costs)
        _note(made, rendered, found, judged)
    with costs.stage("checking links"):
        _check_ids(made, gathered, judge, fresh)
    return made


def _one_each(root: Path, chronicle: Chronicle) -> list[Page]:
    """Return a page of each template, of another site, so that nothing of this one is worded yet."""
    apart, _ = materials(root, chronicle)
    drafts = {draft.template: draft for draft in (apart.drafts if apart else ())}
    return [draft.page() for draft in drafts.values()]


def _page(draft: Draft, renderer: Renderer, prints: Mapping[str, bytes], costs: Costs) -> tuple[bytes, Rendered]:
    """Compose, encode and render a page; return its key and what came of it."""
    begun = time.perf_counter()
    page = draft.page()
    composed = time.perf_counter()
    found = key(encoded(page), prints[page.template])
    done = time.perf_counter()
    rendered = renderer.page(page.path, page.template, page.view)
    times = (composed - begun, done - composed, time.perf_counter() - done)
    kind = costs.kinds.setdefault(page.template.removesuffix(".html"), Kind())
    kind.pages += 1
    kind.composing, kind.encoding, kind.rendering = (
        before + seconds for before, seconds in zip((kind.composing, kind.encoding, kind.rendering), times, strict=True)
    )
    kind.size += len(rendered.html)
    for name, seconds in zip(("composing", "encoding", "rendering"), times, strict=True):
        costs.count(name, seconds)
    return found, rendered


def _note(made: Made, rendered: Rendered, found: bytes, judged: Judgement) -> None:
    made.pages[rendered.path] = Kept(found, digest(rendered.html).hex(), judged.wanted)
    made.references[rendered.path] = msgspec.msgpack.encode(Referred(judged.marks, ids_of(rendered.parts)))


def _check_ids(made: Made, gathered: Materials, judge: Judge, root: Path) -> None:
    """Look for ids that pages want of others."""
    nothing = Past(Store(root), Header())
    broken = next(Linkage(made.pages, made.references, nothing, gathered.paths, root).faults(judge), None)
    if broken:
        raise ValueError(f"a link is broken: {broken[1][0]}")


def _others(gathered: Materials, fresh: Path, made: Made, costs: Costs) -> None:
    """Make all files that are no pages."""
    for export in gathered.exports:
        with costs.stage("exports"):
            content = export.compose()
        made.files[export.path] = digest(content).hex()
        _put(fresh, export.path, content, costs)
    for path, given in gathered.files.items():
        content = given if isinstance(given, bytes) else given.read_bytes()
        made.files[path] = digest(content).hex()
        _put(fresh, path, content, costs)


def _put(fresh: Path, path: str, content: bytes, costs: Costs) -> None:
    with costs.stage("writing"):
        target = fresh / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)


def _keep(root: Path, found: Found, gathered: Materials, made: Made, looks: Mapping[str, Look]) -> None:
    events, contributions = found.chronicle.events, found.chronicle.contributions
    kinds: dict[str, Mapping[str, Any]] = {
        "inputs": found.inputs.files,
        "pages": made.pages,
        "files": made.files,
        "exports": dict.fromkeys(made.files, b""),
        "looks": looks,
        "references": made.references,
        "read": found.read,
        "linked": {id_: Linked(events[id_], contributions[id_]) for id_ in events},
        "signposts": found.chronicle.signposts,
        "facets": {"facets": gathered.site.facets},
        "gathered": _gathered(found.chronicle),
    }
    Past(Store(root), Header()).keep(Header(engine=engine()), {kind: Keeping(values) for kind, values in kinds.items()})


def _gathered(chronicle: Chronicle) -> dict[str, Any]:
    place = {id_: number for number, id_ in enumerate(chronicle.events)}
    found = {name: getattr(chronicle, name) for name in Gathered._fields}
    return {name: {entry: [place[id_] for id_ in ids] for entry, ids in by.items()} for name, by in found.items()}
