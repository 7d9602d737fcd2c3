"""Say what each stage of chronicle's build and each kind of page costs, as tables in Markdown.

python benchmarks/breakdown.py DIR/chronicle
"""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from stages import Costs, Kind, build


def report(costs: Costs) -> str:
    """Return the tables."""
    return "".join(f"{line}\n" for line in (*_stages(costs), "", *_kinds(costs)))


def _stages(costs: Costs) -> Iterator[str]:
    total = sum(costs.stages.values())
    yield f"## Where the time goes, at {costs.events:,} events\n"
    yield "The stages one after the other in one process, without workers, from nothing.\n"
    yield "| stage | seconds | µs an event | share |"
    yield "| --- | --- | --- | --- |"
    for name, seconds in (*costs.stages.items(), ("all", total)):
        yield f"| {name} | {seconds:.2f} | {seconds / costs.events * 1e6:.0f} | {seconds / total:.0%} |"


def _kinds(costs: Costs) -> Iterator[str]:
    yield "## What a page costs\n"
    yield "Further pages, over which a long list is spread, are a kind of their own: list.\n"
    yield "| kind | pages | composing, µs a page | encoding | rendering | kB of HTML a page | share of the time |"
    yield "| --- | --- | --- | --- | --- | --- | --- |"
    total = sum(_seconds(kind) for kind in costs.kinds.values())
    for name, kind in costs.kinds.items():
        times = (kind.composing, kind.encoding, kind.rendering)
        means = " | ".join(f"{seconds / kind.pages * 1e6:,.0f}" for seconds in times)
        share = f"{_seconds(kind) / total:.0%}"
        yield f"| {name} | {kind.pages:,} | {means} | {kind.size / kind.pages / 1000:.1f} | {share} |"


def _seconds(kind: Kind) -> float:
    return kind.composing + kind.encoding + kind.rendering


def main() -> None:
    """Build the chronicle that the command line names, into a folder that is thrown away."""
    parser = argparse.ArgumentParser(description="Say what each stage of a build and each kind of page costs.")
    parser.add_argument("root", type=Path, help="the chronicle's folder")
    root = parser.parse_args().root
    with tempfile.TemporaryDirectory(prefix="chronicle-bench-", dir=root.resolve().parent) as out:
        sys.stdout.write(report(build(root, Path(out) / "site")))


if __name__ == "__main__":
    main()
