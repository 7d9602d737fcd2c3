"""A disk that is full or cannot be written leaves the published site as it was, and the way out is told."""

import random
from pathlib import Path

import pytest
from disks import disk
from running import Ended, Program
from trees import difference, empty_files, names, tree
from turns import turns

from soaking import Figures

_STEP = 100
"""Kilobytes by which the room grows from round to round, until the new site fits beside the old one."""


def refused(ended: Ended, place: Path, message: str) -> None:
    """Hold a build to having been refused in words that name where it could not write."""
    assert ended.code == 2, f"{message}: exit code {ended.code}: {ended.err}"
    assert "Traceback" not in ended.err, f"{message}: {ended.err}"
    assert str(place) in ended.err, f"{message}: {ended.err}"


@pytest.mark.rounds(3, 20)
def test_a_full_disk_leaves_the_old_site_and_a_build_succeeds_once_there_is_room(
    seed: int, folder: Path, program: Program, figure: Figures
) -> None:
    with disk(folder / "disk") as place:
        made = turns(place.place, program)
        old, empty = made.site, empty_files(made.root)
        made.turn()
        room = seed * _STEP + random.Random(seed).randrange(_STEP)  # noqa: S311 - replayed by its seed
        message = f"--seed {seed}, {room} kB left, in {made.root}"
        place.resize(place.used() + room)
        ended = program.build(made.root)
        figure(f"full disk: builds that {'fitted' if ended.code == 0 else 'were refused'}")
        assert difference(made.site, made.sites[made.now] if ended.code == 0 else old) == [], message
        assert empty_files(made.root) <= empty, message
        place.resize()
        made.complete(message)
        if ended.code != 0:
            refused(ended, made.root, message)


def test_output_that_cannot_be_written_is_refused_and_stays_as_it_was(folder: Path, program: Program) -> None:
    with disk(folder / "disk") as place:
        made = turns(folder, program)
        site = place.place / "site"
        assert program.build(made.root, "--out", site).code == 0
        old = tree(site)
        made.turn()
        place.lock()
        refused(program.build(made.root, "--out", site), place.place, "a disk that cannot be written")
        assert difference(tree(site), old) == []
        place.resize()
        assert program.build(made.root, "--out", site).code == 0
        assert difference(tree(site), made.sites[made.now]) == []
        assert names(place.place) <= {"site", ".site.twin"}


def test_a_chronicle_that_cannot_be_written_is_built_elsewhere_or_refused_in_words(
    folder: Path, program: Program
) -> None:
    with disk(folder / "disk") as place:
        made = turns(place.place, program)
        made.turn()
        old = made.site
        place.lock()
        site = folder / "site"
        ended = program.build(made.root, "--out", site)
        if ended.code == 0:
            assert difference(tree(site), made.sites[made.now]) == []
        else:
            refused(ended, made.root, "a chronicle on a disk that cannot be written")
        assert difference(made.site, old) == []
        refused(program.build(made.root), made.root, "a chronicle and its site on a disk that cannot be written")
        place.resize()
        made.complete("it can be written again")


def test_a_template_that_fails_on_the_last_page_stops_the_build_at_its_line(folder: Path, program: Program) -> None:
    made = turns(folder, program)
    old = made.site
    last = max(path for path in old if path.startswith("types/"))
    template = made.root / "templates" / "type.html"
    template.parent.mkdir(exist_ok=True)
    text = (
        f'{{% extends "base.html" %}}\n{{% block main %}}\n{{% if path == "{last}" %}}\n{{{{ 1 // 0 }}}}\n{{% endif %}}'
    )
    template.write_text(text + "\n{% endblock %}\n", encoding="utf-8")
    ended = program.build(made.root)
    assert ended.code == 1, ended.err
    assert '"templates/type.html"' in ended.out
    assert '"line": 4' in ended.out
    assert difference(made.site, old) == []
    template.unlink()
    template.parent.rmdir()
    made.complete("the template is mended")
