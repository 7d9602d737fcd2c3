"""A build that is killed or interrupted at any moment leaves the old site or the new one, whole."""

import random
import shutil
import signal
import time
from pathlib import Path

import pytest
from running import Ended, Program
from trees import difference, tree
from turns import Turns, turns

from soaking import Figures

_MOMENTS = {signal.SIGKILL: 10, signal.SIGINT: 5}
"""How many times one chronicle is built and disturbed."""


@pytest.mark.rounds(1, 50)
def test_a_killed_build_leaves_the_old_site_or_the_new_one(
    seed: int, folder: Path, program: Program, figure: Figures
) -> None:
    _disturbed(turns(folder, program), seed, signal.SIGKILL, figure)


@pytest.mark.rounds(1, 20)
def test_an_interrupted_build_leaves_the_old_site_or_the_new_one_and_says_so(
    seed: int, folder: Path, program: Program, figure: Figures
) -> None:
    _disturbed(turns(folder, program), seed, signal.SIGINT, figure)


def _disturbed(made: Turns, seed: int, number: signal.Signals, figure: Figures) -> None:
    """Change the sources, build, send a signal at a random moment and build again, several times."""
    chance = random.Random(seed)  # noqa: S311 - a soak is replayed by its seed
    for round_ in range(_MOMENTS[number]):
        if first := chance.random() < 0.1:
            for name in ("build", ".build.twin", ".chronicle"):
                shutil.rmtree(made.root / name, ignore_errors=True)
        made.turn()
        old, new = tree(made.root / "build"), made.sites[made.now]
        after = chance.uniform(0.005, made.seconds * 1.1)
        running = made.program.begin(made.root)
        time.sleep(after)
        running.send(number)
        ended = made.program.wait(running)
        message = f"--seed {seed}, round {round_}, {number.name} after {after:.3f} s, in {made.root}\n{ended.err}"
        figure(f"{number.name}: builds that had {'ended before' if ended.code == 0 else 'not ended'}")
        site = made.site
        assert (first and not site) or not (difference(site, old) and difference(site, new)), (
            f"{message}\nto the old site: {difference(site, old)}\nto the new site: {difference(site, new)}"
        )
        assert ended.code in _codes(number, ended), message
        assert "Traceback" not in ended.err, message
        made.complete(message)


def _codes(number: signal.Signals, ended: Ended) -> tuple[int, ...]:
    """Return the exit codes that a signal may lead to.

    An interrupt that comes when all is done and told, while Python itself shuts down, ends the process as it ends any.
    """
    if number is signal.SIGINT and "index.html" not in ended.err:
        return 0, 130
    return 0, 130, -number
