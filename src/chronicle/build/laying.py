"""The laying out of pages: each is composed, and rendered unless it stands already as it would be."""

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path

import msgspec

from chronicle.build.crew import spread
from chronicle.build.fingerprints import digest, engine
from chronicle.build.outcome import Progress
from chronicle.exports.export import Export
from chronicle.links import Fault, Judge, Wanted
from chronicle.pages.draft import Draft
from chronicle.problems.problem import Problem
from chronicle.publish import manifest
from chronicle.render.faults import TemplateFault
from chronicle.render.references import ids_of
from chronicle.render.renderer import Letter, Renderer
from chronicle.views.page import Page

_BATCH = 64


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """A page as it was last laid out: the key of all that it says, its digest, and the ids on other pages that it
    leads to.
    """

    key: bytes
    digest: str
    wanted: tuple[Wanted, ...] = ()


def digests(pages: Mapping[str, Kept]) -> dict[str, str]:
    """Return the digest of every page."""
    return dict(zip(pages, map(attrgetter("digest"), pages.values()), strict=True))


class Referred(msgspec.Struct, frozen=True, array_like=True):
    """What a page was last seen to refer to: the marks of all paths of the site that it leads to (`links.mark`), and
    the ids on it that can be linked to.
    """

    marks: bytes
    ids: tuple[str, ...]


class Laid(msgspec.Struct, frozen=True, array_like=True):
    """A file that was made: a page with what it refers to (encoded Referred), or without where it stands already.

    An export has no key; a page that could not be laid out has a `problem`.
    """

    path: str
    kept: Kept
    references: bytes = b""
    faults: tuple[Fault, ...] = ()
    problem: Problem | None = None


class Layout(msgspec.Struct, frozen=True):
    """What laying out needs besides the pages: where they are rendered, and what is known of those that stand.

    `prints` are the fingerprints of templates; `standing` is the digest of each published file that is as it was.
    """

    renderer: Renderer
    prints: Mapping[str, bytes]
    kept: Mapping[str, Kept]
    standing: Mapping[str, str]
    judge: Judge
    fresh: Path


def encoded(page: Page) -> bytes:
    """Return the bytes of a page that its key is made of: the same for the same page, on every machine."""
    letter = Letter(page.path, page.template, page.view)  # type: ignore[arg-type]  # AnyView is every View there is
    return msgspec.msgpack.encode(letter, order="deterministic")


def key(letter: bytes, template: bytes) -> bytes:
    """Return the key of a page: a digest of the bytes that it is made of, of its template's fingerprint and of ours.

    The same key means the same page, to the byte.
    """
    return digest(b"".join((engine(), template, letter)))


def fingerprints(
    renderer: Renderer, templates: Iterable[str]
) -> tuple[dict[str, bytes], dict[tuple[str, int], Problem]]:
    """Return the fingerprint of each template, and the problems of those that have none, by file and line."""
    prints: dict[str, bytes] = {}
    faults: dict[tuple[str, int], Problem] = {}
    for template in sorted(templates):
        try:
            prints[template] = renderer.fingerprint(template)
        except TemplateFault as fault:
            faults.setdefault((fault.problem.file, fault.problem.line), fault.problem)
    return prints, faults


def lay(files: Sequence[Draft | Export], layout: Layout, jobs: int, progress: Progress) -> Iterator[Laid]:
    """Yield every page and export, in any order, those that are new or changed written below the layout's folder for
    what is fresh.
    """
    decoder = msgspec.msgpack.Decoder(list[Laid])
    for folder in {layout.fresh / each.path.rpartition("/")[0] for each in files}:
        folder.mkdir(parents=True, exist_ok=True)

    def work(batch: list[int]) -> bytes:
        return msgspec.msgpack.encode([_made(files[number], layout) for number in batch])

    batches = list(_batches(files))
    # Workers share the memory of this process for as long as nobody writes to it, as the collector would.
    gc.freeze()
    done = 0
    for number, made in spread(work, batches, jobs):
        progress("rendering", done, len(files))
        done += len(batches[number])
        yield from decoder.decode(made)


def _batches(files: Sequence[Draft | Export]) -> Iterator[list[int]]:
    """Cut work, by the places of files: first what may be about any number of events, each alone, then the pages of
    each year one after the other, as they show the same events, then all others.
    """
    years: dict[str, list[int]] = {}
    others: list[int] = []
    for number, each in enumerate(files):
        if not isinstance(each, Draft) or not each.about:
            yield [number]
        elif each.year:
            years.setdefault(each.year, []).append(number)
        else:
            others.append(number)
    for numbers in (*(found for _, found in sorted(years.items())), others):
        yield from (numbers[first : first + _BATCH] for first in range(0, len(numbers), _BATCH))


def write(place: str, content: bytes) -> None:
    """Write a file, in place of what it held; raise OSError where it is not taken whole.

    This is `Path.write_bytes` without what that finds out about the file, which takes as long as to write a page.
    """
    handle = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o666)
    try:
        while content:
            content = content[os.write(handle, content) :]
    finally:
        os.close(handle)


def _made(file: Draft | Export, layout: Layout) -> Laid:
    return _laid(file, layout) if isinstance(file, Draft) else _exported(file, layout)


def _exported(export: Export, layout: Layout) -> Laid:
    content = export.compose()
    found = manifest.digest(content)
    if layout.standing.get(export.path) != found:
        write(f"{layout.fresh}/{export.path}", content)
    return Laid(export.path, Kept(b"", found))


def _laid(draft: Draft, layout: Layout) -> Laid:
    page = draft.page()
    letter = encoded(page)
    found = key(letter, layout.prints[page.template])
    kept = layout.kept.get(page.path)
    if kept and kept.key == found and layout.standing.get(page.path) == kept.digest:
        return Laid(page.path, kept)
    try:
        rendered = layout.renderer.page(page.path, page.template, page.view)
    except TemplateFault as fault:
        return Laid(page.path, Kept(b"", ""), problem=fault.problem)
    write(f"{layout.fresh}/{page.path}", rendered.html)
    judged = layout.judge.judge(page.path, rendered.parts)
    kept = Kept(found, manifest.digest(rendered.html), judged.wanted)
    references = msgspec.msgpack.encode(Referred(judged.marks, ids_of(rendered.parts)))
    return Laid(page.path, kept, references, judged.faults)
