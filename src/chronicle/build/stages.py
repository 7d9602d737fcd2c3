"""The order of stages: from a chronicle's folder to its published site."""

from collections.abc import Iterable
from pathlib import Path

import msgspec

from chronicle import links
from chronicle.build import cache
from chronicle.build.materials import Materials, materials
from chronicle.build.rendering import Made, Progress, render
from chronicle.examine import examine
from chronicle.pages.frame import frame
from chronicle.problems.codes import Severity
from chronicle.problems.problem import Problem
from chronicle.publish.publish import allow, publish
from chronicle.read.locate import located
from chronicle.render import theme
from chronicle.render.renderer import Renderer


class Outcome(msgspec.Struct, frozen=True):
    """What a build came to: its problems in file and line order, and its figures.

    `fresh` counts the pages that had to be laid out; `published` is False where an error stopped the build; `remark`
    is a sentence on how the publication went, or "".
    """

    problems: list[Problem]
    events: int = 0
    pages: int = 0
    fresh: int = 0
    published: bool = False
    remark: str = ""


def build(
    root: Path, out: Path, *, strict: bool = False, force: bool = False, clean: bool = False, progress: Progress
) -> Outcome:
    """Build the site of the chronicle at `root` and publish it at `out`, unless there is an error.

    `strict` lets a warning stop it as well, `force` replaces what was changed at `out`, `clean` lays every page out
    anew. Raise Refusal where nothing could be done at all; the published site is then as it was, as after an error.
    """
    allow(out, force=force)
    progress("reading", 0, 0)
    chronicle, problems = examine(root)
    outcome = Outcome(problems, len(chronicle.events))
    if _stops(problems, strict):
        return outcome
    gathered, found = materials(root, chronicle)
    problems = located([*problems, *found], root)
    if gathered is None or _stops(problems, strict):
        return msgspec.structs.replace(outcome, problems=problems)
    renderer = Renderer(theme.folders(root), gathered.site.words, frame(gathered.site))
    made, found = render(renderer, gathered.pages, {} if clean else cache.load(root), out, progress)
    if not found:
        progress("checking links", 0, 0)
        found = _broken(gathered, made)
    problems = located([*problems, *found], root)
    outcome = msgspec.structs.replace(outcome, problems=problems, pages=len(gathered.pages), fresh=made.fresh)
    if _stops(problems, strict):
        return outcome
    progress("publishing", 0, 0)
    remark = publish(gathered.files | {page.path: page.html for page in made.pages}, out, force=force)
    cache.save(root, made.kept)
    return msgspec.structs.replace(outcome, published=True, remark=remark)


def _stops(problems: Iterable[Problem], strict: bool) -> bool:
    return any(strict or problem.severity is Severity.ERROR for problem in problems)


def _broken(gathered: Materials, made: Made) -> list[Problem]:
    references = {page.path: page.references for page in made.pages}
    origins = {page.path: page.origin for page in gathered.pages}
    base_url = gathered.site.chronicle.settings.base_url or ""
    templates = {page.path: f"templates/{page.template}" for page in gathered.pages}
    return list(links.check(references, gathered.files, origins, base_url, templates))
