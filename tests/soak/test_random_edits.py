"""Whatever is edited, an incremental build and a clean one give the same site and the same problems."""

import random
import shutil
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import edits_of_files
import edits_of_look
import edits_of_records
import edits_of_registers
import pytest
from chronicles import rich
from desk import Desk, kept, put_back
from faults import FAULTS
from running import CHECKOUT, Ended, Program, another_version
from trees import SOURCES, copied, difference, tree

from soaking import Figures

_STEPS, _FEW = 8, 5
_ELSEWHERE, _KILLED = 0.1, 0.06
"""How often a step builds into a second folder as well, and how often a build is killed before."""
_LONG = 0.4
_KINDS = (
    (edits_of_records.EDITS, 40),
    (edits_of_registers.EDITS, 15),
    (edits_of_look.EDITS, 18),
    (edits_of_files.EDITS, 15),
    (edits_of_files.TAMPERINGS, 4),
    (FAULTS, 8),
)


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[Program, Program]]]:
    """Return the program in three versions, each for incremental and for clean builds, with hashes of their own."""
    folder = tmp_path_factory.mktemp("versions")
    sources = [CHECKOUT / "src", another_version(folder / "1", 1), another_version(folder / "2", 2)]
    programs = [(Program(place, "1"), Program(place, "2")) for place in sources]
    yield programs
    for pair in programs:
        for program in pair:
            program.__exit__(None, None, None)


class Sequence:
    """One chronicle through a sequence of edits, beside a clean build of the same sources after every step."""

    def __init__(self, folder: Path, seed: int, versions: list[tuple[Program, Program]], figure: Figures) -> None:
        self.chance = random.Random(seed)  # noqa: S311 - a soak is replayed by its seed
        self.desk = Desk(rich(folder / "chronicle", seed, self.chance), self.chance)
        self.folder, self.seed, self.versions, self.figure = folder, seed, versions, figure
        self.site = self.desk.root / "build"

    def step(self) -> None:
        """Edit, build both ways, compare; what is refused is mended, and both are built again."""
        self.figure("random edits: steps")
        before = kept(self.desk.root, SOURCES, self.folder / "before")
        kind = self.chance.choices([kind for kind, _ in _KINDS], [weight for _, weight in _KINDS])[0]
        for edit in self.chance.choices(kind, k=self.chance.choice((1, 1, 1, 2, 3)) if kind is not FAULTS else 1):
            edit(self.desk)
        if self.chance.random() < _KILLED:
            self.killed()
        code = self.build()
        assert kind is not FAULTS or code == 1, self.told("a fault was let through")
        if code != 0:
            self.figure("random edits: steps that had to be mended")
            put_back(self.desk.root, SOURCES, before)
            self.desk.note("put back")
            assert self.build() == 0, self.told("it was mended")
        shutil.rmtree(before)
        if self.chance.random() < _ELSEWHERE:
            self.build_elsewhere()

    def killed(self) -> None:
        """Let a build be killed on its way."""
        running = self.versions[self.desk.version][0].begin(self.desk.root)
        time.sleep(self.chance.uniform(0, _LONG))
        running.send(signal.SIGKILL)
        self.versions[self.desk.version][0].wait(running)
        self.desk.note("a build was killed")

    def build_elsewhere(self) -> None:
        """Build into a second folder, which follows some of the steps alone; the first is not touched by it."""
        before, elsewhere = tree(self.site), self.folder / "elsewhere" / "site"
        self.desk.note("build elsewhere")
        ended = self.versions[self.desk.version][0].build(self.desk.root, "--out", elsewhere)
        assert ended.code == 0, self.told("it is built elsewhere too", ended)
        assert difference(tree(elsewhere), before) == [], self.told("the site elsewhere is the same", ended)
        assert difference(tree(self.site), before) == [], self.told("the site here is not touched", ended)

    def build(self) -> int:
        """Build incrementally and clean, compare all that can be seen, and return the exit code."""
        incremental, clean = self.versions[self.desk.version]
        before = tree(self.site)
        ended = incremental.build(self.desk.root)
        if ended.code == 2:
            self.figure("random edits: steps that had to be forced")
            assert "build" in ended.err, self.told("what is refused is named", ended)
            assert difference(tree(self.site), before) == [], self.told("the site is as it was", ended)
            ended = incremental.build(self.desk.root, "--force")
        copy = copied(self.desk.root, self.folder / "copy" / "chronicle")
        asked = clean.build(copy, "--clean", "--out", self.folder / "copy" / "site")
        assert (ended.code, ended.out) == (asked.code, asked.out), self.told("codes and problems agree", ended, asked)
        should_be = tree(self.folder / "copy" / "site") if ended.code == 0 else before
        assert difference(tree(self.site), should_be) == [], self.told("the sites are equal", ended)
        shutil.rmtree(self.folder / "copy")
        return ended.code

    def told(self, promise: str, *ended: Ended) -> str:
        """Return what a reader of a failure needs."""
        codes = "\n".join(f"exit code {one.code}: {one.err}" for one in ended)
        steps = "\n".join(f"  {what}" for what in self.desk.done)
        return f"broken: {promise}; replay it by --seed {self.seed}, in {self.folder}\n{codes}\nedits:\n{steps}"


@pytest.mark.rounds(3, 200)
def test_incremental_and_clean_builds_agree_after_any_edits(
    seed: int, long_form: bool, folder: Path, versions: list[tuple[Program, Program]], figure: Figures
) -> None:
    sequence = Sequence(folder, seed, versions, figure)
    assert sequence.build() == 0, sequence.told("the chronicle is built")
    for _ in range(_STEPS if long_form else _FEW):
        sequence.step()
    figure("random edits: sequences")
