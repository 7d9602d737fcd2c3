"""The two sides of the comparison: how each builds, what it starts without, and where its pages stand."""

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from corpus import Corpus
from measure import Failed

# The site, what is kept for the next build, and what stands beside a site, also where a build was cut short.
_CHRONICLE_LEAVES = (
    *("build", ".chronicle"),
    *(f".build.{name}" for name in ("fresh", "next", "old", "twin", "journal", "lock")),
)
_TITLE = re.compile(r"^title: .*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Side:
    """One generator with one form of the corpus.

    `made` is all that a build leaves, by the path of each; `records` are the events' files by id; an event's page is
    `pages`/id.html.
    """

    name: str
    command: tuple[str, ...]
    made: tuple[Path, ...]
    records: dict[str, Path]
    site: Path

    @property
    def pages(self) -> Path:
        """The folder of the events' pages."""
        return self.site / "events"

    def wipe(self) -> None:
        """Remove all that builds have left, so that the next one is clean."""
        for path in self.made:
            if path.is_dir():
                shutil.rmtree(path)
            else:
                path.unlink(missing_ok=True)

    def complete(self) -> None:
        """Raise Failed unless every event has a page."""
        missing = self.records.keys() - {page.stem for page in self.pages.glob("*.html")}
        if missing:
            raise Failed(f"{self.name} made no page of {len(missing)} events, {min(missing)} for one")

    def retitle(self, id_: str, title: str) -> None:
        """Give an event another title, as an editor would."""
        path = self.records[id_]
        text = path.read_text(encoding="utf-8")
        path.write_text(_TITLE.sub(f"title: {title}", text, count=1), encoding="utf-8")

    def shows(self, id_: str, title: str) -> bool:
        """Tell whether the published page of an event has a title as its heading."""
        return f"<h1>{title}</h1>" in (self.pages / f"{id_}.html").read_text(encoding="utf-8")

    def size(self) -> tuple[int, int]:
        """Return the number of files of the site, and their bytes."""
        sizes = [path.stat().st_size for path in self.site.rglob("*") if path.is_file()]
        return len(sizes), sum(sizes)


def chronicle(corpus: Corpus, program: Path) -> Side:
    """Return the side of chronicle, run by its own command."""
    root = corpus.chronicle
    return Side(
        name="chronicle",
        command=(str(program), "build", str(root), "--quiet"),
        made=tuple(root / name for name in _CHRONICLE_LEAVES),
        records={path.stem: path for path in sorted(root.glob("events/*/*.yaml"))},
        site=root / "build",
    )


def hugo(corpus: Corpus, program: Path) -> Side:
    """Return the side of Hugo, run as the bare program."""
    root = corpus.hugo
    return Side(
        name="Hugo",
        command=(str(program), "--source", str(root), "--quiet"),
        made=tuple(root / name for name in ("public", "resources", ".hugo_build.lock")),
        records={path.stem: path for path in sorted(root.glob("content/events/*/*/[!_]*.md"))},
        site=root / "public",
    )
