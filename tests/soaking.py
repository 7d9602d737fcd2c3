"""How long the soaks run, in their short and their long form, and the figures that they print at the end."""

import os
import shutil
import tempfile
from collections.abc import Callable, Generator, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from running import Program

Figures: TypeAlias = Callable[[str], None]

_FIGURE = "soak: "
_MEMORY = Path("/dev/shm")  # noqa: S108 - folders in it have names that nobody can guess
_FAILED = pytest.StashKey[bool]()
_ON_DISK = 4
"""One round of so many is run on the disk, where file systems have other habits than in memory."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--soak", action="store_true", help="run the long forms of tests/soak, which take about an hour")
    parser.addoption("--seed", type=int, help="run one round of each soak alone, to replay one that failed")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "rounds(short, long): run a soak so many times, with `seed` counting them")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    marker = metafunc.definition.get_closest_marker("rounds")
    if marker is None:
        return
    short, long = marker.args
    alone = metafunc.config.getoption("--seed")
    number = long if metafunc.config.getoption("--soak") else short
    metafunc.parametrize("seed", range(number) if alone is None else [alone])


@pytest.fixture
def long_form(request: pytest.FixtureRequest) -> bool:
    """Return whether the long forms are wanted."""
    return bool(request.config.getoption("--soak"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if report.failed:
        item.stash[_FAILED] = True
    return report


@pytest.fixture
def folder(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Path]:
    """Return an empty folder, in memory where there is some; it is removed after a test that did not fail."""
    seed = request.node.callspec.params.get("seed", 0) if hasattr(request.node, "callspec") else 0
    if seed % _ON_DISK == _ON_DISK - 1 or not os.access(_MEMORY, os.W_OK):
        yield tmp_path
        return
    made = Path(tempfile.mkdtemp(prefix="soak-", dir=_MEMORY))
    yield made
    if not request.node.stash.get(_FAILED, False):
        shutil.rmtree(made)


@pytest.fixture(scope="session")
def program() -> Iterator["Program"]:
    """Return the program, ready to be started."""
    from running import Program

    with Program() as made:
        yield made


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Figures:
    """Return a counter: what is told to it is added up over all rounds and processes, and printed at the end."""

    def count(what: str) -> None:
        record_property(f"{_FIGURE}{what}", 1)

    return count


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    totals: dict[str, int] = {}
    for reports in terminalreporter.stats.values():
        for report in reports:
            for name, number in getattr(report, "user_properties", ()) if _ended(report) else ():
                if name.startswith(_FIGURE):
                    totals[name] = totals.get(name, 0) + number
    if totals and config.getoption("--soak"):
        terminalreporter.section("figures of the soaks")
        for name, total in sorted(totals.items()):
            terminalreporter.line(f"{total:>7,} {name.removeprefix(_FIGURE)}")


def _ended(report: object) -> bool:
    return getattr(report, "when", "") == "call"
