"""What was measured, as tables in Markdown."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from statistics import median

from measure import Timing

OURS = "chronicle"
THEIRS = "Hugo"


class Scenario(Enum):
    """A kind of build, under its name in the tables; they run in this order."""

    CLEAN = "clean build"
    UNCHANGED = "nothing changed"
    EDITED = "one event edited"


@dataclass(frozen=True, slots=True)
class Runs:
    """The runs of one side in one scenario: the timed ones, and the peaks of the watched ones in bytes."""

    timings: list[Timing]
    peaks: list[int]


@dataclass(frozen=True, slots=True)
class Size:
    """All runs with one corpus; `mean` is the mean size of a record in bytes, `sites` the files and bytes of each
    side's site, `rows` the runs by scenario and side.
    """

    events: int
    mean: float
    sites: dict[str, tuple[int, int]]
    rows: dict[Scenario, dict[str, Runs]]


@dataclass(frozen=True, slots=True)
class Quantity:
    """Something that was measured: where to find it in runs, and its unit, in which it is shown."""

    name: str
    of: Callable[[Runs], list[float]]
    scale: float
    unit: str


WALL = Quantity("wall", lambda runs: [timing.wall for timing in runs.timings], 1, "s")
CPU = Quantity("CPU", lambda runs: [timing.cpu for timing in runs.timings], 1, "s")
MEMORY = Quantity("peak memory", lambda runs: [float(peak) for peak in runs.peaks], 1e6, "MB")

_ROWS = tuple((scenario, quantity) for scenario in Scenario for quantity in (WALL, CPU, MEMORY))
# What a ratio to Hugo's clean build must be at most, and what it should be, by events, scenario and quantity.
TARGETS = {
    10_000: {
        (Scenario.CLEAN, "wall"): (0.60, 0.40),
        (Scenario.CLEAN, "CPU"): (0.80, 0.55),
        (Scenario.UNCHANGED, "wall"): (0.06, 0.05),
        (Scenario.EDITED, "wall"): (0.15, 0.09),
        (Scenario.CLEAN, "peak memory"): (0.35, 0.20),
    },
    50_000: {
        (Scenario.CLEAN, "wall"): (0.50, 0.35),
        (Scenario.CLEAN, "CPU"): (0.65, 0.45),
        (Scenario.UNCHANGED, "wall"): (0.04, 0.03),
        (Scenario.EDITED, "wall"): (0.07, 0.05),
        (Scenario.CLEAN, "peak memory"): (0.25, 0.15),
    },
}
_FROM, _TO = 10_000, 100_000
_GROWTH = 1.25
_MOST_MEMORY = 1.5e9

_HEAD = """\
# Results

Written by `make bench`; `README.md` beside this file says how it measures. A cell is a median, with the least and the
most; a ratio is chronicle's median over that of Hugo's clean builds of the same corpus in the same run.

chronicle builds the whole product: every page, charts and maps, every check, links of all pages, feed, sitemap and
`events.json`; there is no search index. Hugo's site has event pages, lists of every place, actor, type and source, a
timeline, feed and sitemap; it has no charts, maps, totals, nearby events, checks or `events.json`. Hugo's command takes
up nothing that an earlier build left: it makes everything anew each time.
"""


def report(machine: Sequence[tuple[str, str]], sizes: Sequence[Size], breakdown: str) -> str:
    """Return the whole report."""
    return "\n".join(
        (
            _HEAD,
            *_table(("", ""), machine),
            "",
            *(line for size in sizes for line in _size(size)),
            *_growth(sizes),
            breakdown,
        )
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield "| --- " * len(heads) + "|"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _size(size: Size) -> Iterator[str]:
    yield f"## {size.events:,} events\n"
    sites = "; ".join(f"{name}: {files:,} files, {data / 1e6:.0f} MB" for name, (files, data) in size.sites.items())
    clean = size.rows[Scenario.CLEAN][OURS]
    yield f"Records of {size.mean:.0f} bytes in the mean. {sites}."
    yield f"{len(clean.timings)} timed runs a row and {len(clean.peaks)} whose memory was watched.\n"
    heads = ("", OURS, THEIRS, "ratio to Hugo's clean build", "must", "should", "")
    yield from _table(heads, [_row(size, scenario, quantity) for scenario, quantity in _ROWS])
    yield ""


def _row(size: Size, scenario: Scenario, quantity: Quantity) -> tuple[str, ...]:
    ours, theirs = (size.rows[scenario].get(side) for side in (OURS, THEIRS))
    name = f"{scenario.value}, {quantity.name}"
    found = ratio(size, scenario, quantity)
    targets = TARGETS.get(size.events, {}).get((scenario, quantity.name))
    return (
        name,
        _spread(quantity, ours),
        _spread(quantity, theirs),
        "–" if found is None else f"**{_decimals(found)}**",
        *(f"{target:.2f}" for target in targets or ()),
        *(() if targets else ("–", "–")),
        _verdict(found, targets),
    )


def ratio(size: Size, scenario: Scenario, quantity: Quantity) -> float | None:
    """Return chronicle's median over that of Hugo's clean builds, or None where Hugo did not run."""
    theirs = size.rows[Scenario.CLEAN].get(THEIRS)
    if theirs is None:
        return None
    return median(quantity.of(size.rows[scenario][OURS])) / median(quantity.of(theirs))


def _verdict(found: float | None, targets: tuple[float, float] | None) -> str:
    if found is None or targets is None:
        return ""
    must, should = targets
    return "as it should" if found <= should else "as it must" if found <= must else "**missed**"


def _spread(quantity: Quantity, runs: Runs | None) -> str:
    """Return the median of a quantity with its least and most."""
    if runs is None:
        return "–"
    values = [value / quantity.scale for value in quantity.of(runs)]
    if len(values) == 1:
        return f"{_decimals(values[0])} {quantity.unit}"
    return f"{_decimals(median(values))} {quantity.unit} ({_decimals(min(values))}–{_decimals(max(values))})"


def _decimals(value: float) -> str:
    decimals = 0 if value >= 100 else 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:.{decimals}f}"


def _growth(sizes: Sequence[Size]) -> Iterator[str]:
    """Yield how the cost of an event grows with the number of events."""
    yield "## Growth\n"
    rows = [
        (f"{size.events:,}", *(_an_event(size, quantity) for quantity in (WALL, CPU)), f"{_peak(size) / 1e6:.0f} MB")
        for size in sizes
    ]
    yield from _table(("events", "wall an event, clean", "CPU an event, clean", "peak memory, clean"), rows)
    yield ""
    by_events = {size.events: size for size in sizes}
    if by_events.keys() >= {_FROM, _TO}:
        yield from _held(by_events[_FROM], by_events[_TO])


def _held(small: Size, large: Size) -> Iterator[str]:
    for quantity in (WALL, CPU):
        grown = _seconds(large, quantity) / _seconds(small, quantity)
        verdict = "held" if grown <= _GROWTH else "**missed**"
        between = f"{quantity.name} an event at {_TO:,} over that at {_FROM:,}"
        yield f"- {between}: {grown:.2f}, at most {_GROWTH} ({verdict})"
    verdict = "held" if _peak(large) < _MOST_MEMORY else "**missed**"
    yield f"- memory at {_TO:,}: {_peak(large) / 1e9:.2f} GB, under {_MOST_MEMORY / 1e9} GB ({verdict})\n"


def _an_event(size: Size, quantity: Quantity) -> str:
    return f"{_seconds(size, quantity) * 1e6:.0f} µs"


def _seconds(size: Size, quantity: Quantity) -> float:
    return median(quantity.of(size.rows[Scenario.CLEAN][OURS])) / size.events


def _peak(size: Size) -> float:
    return median(MEMORY.of(size.rows[Scenario.CLEAN][OURS]))
