"""Several builds of one site at once: each ends well or is refused in words, and the site is whole."""

import random
from pathlib import Path

import pytest
from running import Ended, Program, Running
from trees import copied, difference, litter, names, tree
from turns import turns

from soaking import Figures

_AT_ONCE = 4


def held(program: Program, started: list[Running], figure: Figures, message: str) -> list[Ended]:
    """Wait for builds, and hold each to ending well or being refused in words."""
    ended = [program.wait(running) for running in started]
    for one in ended:
        assert one.code in (0, 2), f"{message}: exit code {one.code}: {one.err}"
        assert "Traceback" not in one.err, f"{message}: {one.err}"
        assert one.code == 0 or one.err.startswith("chronicle: "), f"{message}: {one.err}"
        figure(f"builds at once: {'built' if one.code == 0 else 'refused'}")
    assert 0 in {one.code for one in ended}, f"{message}: none was built: {[one.err for one in ended]}"
    return ended


@pytest.mark.rounds(1, 25)
def test_builds_of_one_chronicle_at_once_give_the_site_of_a_clean_build(
    seed: int, folder: Path, program: Program, figure: Figures
) -> None:
    made = turns(folder, program)
    for round_ in range(2):
        message = f"--seed {seed}, round {round_}, in {made.root}"
        made.turn()
        options = ("--clean",) if random.Random(seed + round_).random() < 0.2 else ()  # noqa: S311 - replayed by seed
        held(program, [program.begin(made.root, *options) for _ in range(_AT_ONCE)], figure, message)
        assert difference(made.site, made.sites[made.now]) == [], message
        assert litter(made.root, made.kept) == [], message
        made.complete(message)


@pytest.mark.rounds(1, 25)
def test_builds_of_two_chronicles_into_one_folder_give_the_site_of_one(
    seed: int, folder: Path, program: Program, figure: Figures
) -> None:
    made = turns(folder, program)
    message = f"--seed {seed}, in {folder}"
    roots = [copied(sources, folder / "roots" / sources.name) for sources in made.sources]
    (folder / "out").mkdir()
    site = folder / "out" / "site"
    order = random.Random(seed).choices(roots, k=_AT_ONCE)  # noqa: S311 - replayed by its seed
    held(program, [program.begin(root, "--out", site) for root in order], figure, message)
    assert [] in [difference(tree(site), whole) for whole in made.sites], message
    for root, whole in zip(roots, made.sites, strict=True):
        assert program.build(root, "--out", site).code == 0, message
        assert difference(tree(site), whole) == [], message
        assert litter(root, made.kept) == [], message
    assert names(site.parent) - {".site.twin"} == {"site"}, message
