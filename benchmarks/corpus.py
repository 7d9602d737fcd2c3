"""Write a corpus of invented events twice: as a chronicle, and as a Hugo site of equivalent pages.

    python benchmarks/corpus.py --events 10000 --seed 7 --out DIR

The same number and seed give the same bytes in DIR/chronicle and DIR/hugo.
"""

import argparse
import random
import shutil
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import chronicle_form
import hugo_form
from events import events
from world import world

HERE = Path(__file__).resolve().parent
SEED = 7


@dataclass(frozen=True, slots=True)
class Corpus:
    """The two forms of a corpus on disk; `mean` is the mean size of an event's record, in bytes."""

    chronicle: Path
    hugo: Path
    mean: float


def write(number: int, seed: int, out: Path) -> Corpus:
    """Write a corpus of so many events below `out`, in the place of any that is there."""
    chance = random.Random(seed)  # noqa: S311 - not for secrets: the same corpus is wanted each time
    known = world(number, chance)
    chronicle, hugo = _chronicle(out / "chronicle"), _hugo(out / "hugo")
    _put(chronicle, chronicle_form.files(known))
    _put(hugo, hugo_form.files(known))
    days, size = set(), 0
    for event in events(number, known, chance):
        record = chronicle_form.record(event)
        _put(chronicle, [(chronicle_form.path(event), record)])
        _put(hugo, [(hugo_form.path(event), hugo_form.page(event))])
        days.add(event.day)
        size += len(record.encode())
    _put(hugo, hugo_form.periods(days))
    return Corpus(chronicle, hugo, size / number)


def _chronicle(folder: Path) -> Path:
    """Begin a chronicle with the project's own base map."""
    shutil.rmtree(folder, ignore_errors=True)
    basemap = folder / chronicle_form.BASEMAP
    basemap.parent.mkdir(parents=True)
    shutil.copyfile(HERE.parent / "maps/region.geojson", basemap)
    return folder


def _hugo(folder: Path) -> Path:
    """Begin a Hugo site with the layouts, settings and assets beside this file."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / "hugo", folder)
    return folder


def _put(folder: Path, files: Iterable[tuple[str, str]]) -> None:
    for path, text in files:
        target = folder / path
        try:
            target.write_text(text, encoding="utf-8")
        except FileNotFoundError:
            target.parent.mkdir(parents=True)
            target.write_text(text, encoding="utf-8")


def main() -> None:
    """Write the corpus that the command line asks for."""
    parser = argparse.ArgumentParser(
        description="Write a corpus of invented events, as a chronicle and as a Hugo site."
    )
    parser.add_argument("--events", type=int, required=True, help="how many")
    parser.add_argument("--seed", type=int, default=SEED, help="the same seed gives the same bytes (%(default)s)")
    parser.add_argument("--out", type=Path, required=True, help="the folder that gets chronicle/ and hugo/")
    given = parser.parse_args()
    made = write(given.events, given.seed, given.out)
    sys.stdout.write(f"{given.events} events of {made.mean:.0f} bytes: {made.chronicle} and {made.hugo}\n")


if __name__ == "__main__":
    main()
