"""A cache that is broken in any way costs time and nothing else."""

import random
from pathlib import Path

import pytest
from desk import Desk
from edits_of_files import age_cache, break_cache, lose_cache, put_stranger_into_cache
from running import Program
from trees import difference
from turns import turns

from soaking import Figures

_ROUNDS = 10
_WAYS = (*[break_cache] * 7, age_cache, put_stranger_into_cache, lose_cache)


@pytest.mark.rounds(1, 30)
def test_a_build_with_a_broken_cache_gives_the_site_of_a_clean_one(
    seed: int, folder: Path, program: Program, figure: Figures
) -> None:
    made = turns(folder, program)
    desk = Desk(made.root, random.Random(seed))  # noqa: S311 - a soak is replayed by its seed
    for _ in range(_ROUNDS):
        desk.chance.choice(_WAYS)(desk)
        if desk.chance.random() < 0.5:
            made.turn()
        ended = program.build(made.root)
        message = f"--seed {seed}, in {made.root}: {desk.done}\n{ended.err}"
        assert ended.code == 0, message
        assert difference(made.site, made.sites[made.now]) == [], message
        figure("broken caches: builds")
