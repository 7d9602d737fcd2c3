"""A chronicle whose sources change to and fro between two states, of which both sites are known."""

import atexit
import random
import shutil
import tempfile
import time
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from chronicles import grow, small
from running import OPTIONS, Program
from trees import SOURCES, Tree, copied, difference, inside, litter, tree

_EVENTS = 180 if OPTIONS else 20
"""With options of their own builds are larger, so that workers are worth it."""
_LARGE = 300_000


@dataclass
class Turns:
    """A chronicle whose sources change from one state to another and back, with the sites of both."""

    root: Path
    program: Program
    sites: tuple[Tree, Tree]
    sources: tuple[Path, Path]
    kept: frozenset[str] = frozenset()
    seconds: float = 0
    now: int = 0

    @property
    def site(self) -> Tree:
        return tree(self.root / "build")

    def turn(self) -> None:
        """Put the other state's sources in the place of these."""
        self.now = 1 - self.now
        for part in SOURCES:
            shutil.rmtree(self.root / part, ignore_errors=True)
        for path in self.sources[self.now].iterdir():
            if path.is_dir():
                shutil.copytree(path, self.root / path.name)
            else:
                shutil.copyfile(path, self.root / path.name)

    def complete(self, message: str) -> None:
        """Build to the end, and hold the site and the folder to what they should be."""
        ended = self.program.build(self.root)
        assert ended.code == 0, f"{message}: {ended.err}"
        assert difference(self.site, self.sites[self.now]) == [], message
        assert litter(self.root, self.kept) == [], message


@dataclass(frozen=True)
class States:
    """The two states of the sources, and the sites that clean builds make of them."""

    sources: tuple[Path, Path]
    sites: tuple[Tree, Tree]


@cache
def states(program: Program) -> States:
    """Write the sources of both states: the second has more events, one less, other settings and a large file."""
    folder = Path(tempfile.mkdtemp(prefix="soak-states-"))
    atexit.register(shutil.rmtree, folder)
    chance = random.Random(0)  # noqa: S311 - the same chronicles each time
    one = small(folder / "one")
    grow(one, _EVENTS, chance)
    other = copied(one, folder / "other")
    grow(other, _EVENTS // 2, chance, "more")
    (other / "events" / "dates" / "day.yaml").unlink()
    (other / "static" / "CNAME").unlink()
    (other / "static" / "large.bin").write_bytes(chance.randbytes(_LARGE))
    settings = other / "chronicle.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "version: '2'\n", encoding="utf-8")
    sites = []
    for sources in (one, other):
        site = folder / f"{sources.name}-site"
        assert program.build(copied(sources, folder / f"{sources.name}-copy"), "--out", site, "--clean").code == 0
        sites.append(tree(site))
    return States((one, other), (sites[0], sites[1]))


def turns(folder: Path, program: Program) -> Turns:
    """Return a chronicle in `folder` that was built in both of its states, now in the first of them."""
    known = states(program)
    made = Turns(copied(known.sources[0], folder / "chronicle"), program, known.sites, known.sources)
    kept = frozenset[str]()
    for _ in range(3):
        started = time.monotonic()
        assert program.build(made.root).code == 0
        made.seconds = time.monotonic() - started
        kept |= inside(made.root / ".chronicle")
        made.turn()
    made.turn()
    made.kept = kept
    made.complete("undisturbed")
    return made
