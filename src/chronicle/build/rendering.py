"""The rendering of pages: those whose key is new are laid out, the others stand as they were published."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

import msgspec

from chronicle.build.cache import Kept, digest, key
from chronicle.problems.problem import Problem
from chronicle.render.renderer import Letter, Rendered, Renderer, TemplateFault
from chronicle.views.page import Page

Progress = Callable[[str, int, int], None]
"""Told of a stage, how much of it is done, and how much there is."""

_TOLD_EVERY = 100


class Made(msgspec.Struct, frozen=True):
    """Rendered pages in their order, what is to be kept of them, and how many had to be laid out."""

    pages: tuple[Rendered, ...]
    kept: dict[str, Kept]
    fresh: int


def encoded(page: Page) -> bytes:
    """Return the bytes of a page that a worker receives: the same for the same page, on every machine."""
    letter = Letter(page.path, page.template, page.view)  # type: ignore[arg-type]  # AnyView is every View there is
    return msgspec.msgpack.encode(letter, order="deterministic")


def render(
    renderer: Renderer, pages: tuple[Page, ...], kept: Mapping[str, Kept], published: Path, progress: Progress
) -> tuple[Made, list[Problem]]:
    """Return every page, laid out anew unless one with the same key is kept and stands in the folder `published`.

    A template is reported once a line, with the first page that it failed on.
    """
    prints, faults = _fingerprints(renderer, {page.template for page in pages})
    rendered: list[Rendered] = []
    new: dict[str, Kept] = {}
    fresh = 0
    for number, page in enumerate(pages):
        if number % _TOLD_EVERY == 0:
            progress("rendering", number, len(pages))
        if page.template not in prints:
            continue
        letter = encoded(page)
        found = key(letter, prints[page.template])
        made = _standing(page.path, kept.get(page.path), found, published)
        if made is None:
            fresh += 1
            try:
                made = renderer.render(letter)
            except TemplateFault as fault:
                faults.setdefault((fault.problem.file, fault.problem.line), fault.problem)
                continue
        rendered.append(made)
        new[page.path] = Kept(found, digest(made.html), made.references)
    return Made(tuple(rendered), new, fresh), list(faults.values())


def _fingerprints(
    renderer: Renderer, templates: Iterable[str]
) -> tuple[dict[str, bytes], dict[tuple[str, int], Problem]]:
    prints: dict[str, bytes] = {}
    faults: dict[tuple[str, int], Problem] = {}
    for template in sorted(templates):
        try:
            prints[template] = renderer.fingerprint(template)
        except TemplateFault as fault:
            faults.setdefault((fault.problem.file, fault.problem.line), fault.problem)
    return prints, faults


def _standing(path: str, kept: Kept | None, key_now: bytes, published: Path) -> Rendered | None:
    """Return a page as it stands published, if it has this key and nobody changed it; else None."""
    if kept is None or kept.key != key_now:
        return None
    try:
        html = (published / path).read_bytes()
    except OSError:
        return None
    return Rendered(path, html, kept.references) if digest(html) == kept.digest else None
