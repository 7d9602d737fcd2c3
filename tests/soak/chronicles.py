"""The chronicles that soaks begin with: rich in forms, and on the edge of what one page may list."""

import random
import shutil
from datetime import date, timedelta
from pathlib import Path

from running import CHECKOUT

SITES = CHECKOUT / "tests" / "sites"
_TYPES = ("event", "strike")
_PLACES = ("kobani", "main", "farmland", "homonym-north", "homonym-south")
_ACTORS = ("residents", "fighters", "air-force", "coalition")
_PAGE, _YEAR = 200, 500
_MORE = {
    "events/moved/kept.yaml": "type: event\ntitle: It was kept\ndate: 2020-05-01\nlocations: [main]\n"
    "sources: [dated]\nrecorded: 2021-02-03\nformerly: [kept-at-first]\n",
    "events/moved/merged.yaml": "merged_into: kept\nformerly: [merged-at-first]\n",
    "events/moved/withdrawn.yaml": "withdrawn: The *photograph* was of another year.\n",
    "static/CNAME": "chronicle.example\n",
}
_RICH = (0, 17, 24)
"""How many events of the small chronicle are on the pages that are to be on the edge: of a year, a source, of all."""


def small(root: Path) -> Path:
    """Write a chronicle of some twenty events in every form that a date, a number, a place and a tie can have."""
    shutil.copytree(SITES / "uncertain", root)
    for path, text in _MORE.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return root


def tiny(root: Path) -> Path:
    """Write the smallest chronicle there is."""
    shutil.copytree(SITES / "minimal", root)
    return root


def rich(root: Path, seed: int, chance: random.Random) -> Path:
    """Write a small chronicle; of every 25 seeds some give one that a few edits bring over the 200 entries of a page,
    and one gives one that they bring over the 500 of a year.
    """
    small(root)
    page = _PAGE - chance.choice(_RICH)
    number = {2: page, 12: page, 22: page, 24: _YEAR}.get(seed % 25, 60 if seed % 2 else 8)
    grow(root, number + chance.randint(-3, 3), chance)
    return root


def grow(root: Path, number: int, chance: random.Random, name: str = "many") -> None:
    """Add so many plain events of one year, most of them at one place and all of them from one source."""
    folder = root / "events" / name
    folder.mkdir()
    for serial in range(number):
        day = date(2019, 1, 1) + timedelta(serial * 7 % 365)
        place = chance.choices(_PLACES, (90, 4, 2, 2, 2))[0]
        text = (
            f"type: {chance.choice(_TYPES)}\ntitle: Event {serial} of {name}\ndate: {day}\nlocations: [{place}]\n"
            f"actors: [{chance.choice(_ACTORS)}]\nsources: [dated]\n"
        )
        (folder / f"{name}-{serial:03}.yaml").write_text(text, encoding="utf-8")
