"""The small chronicles that tests build, and the project's own, each built once a session."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

if TYPE_CHECKING:
    from collections.abc import Callable

    from chronicle.pages.site import Site
    from chronicle.views.page import Page

# The program is imported where it is needed, so that a fault in one room stops no other room's tests.
ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "sites"
RECORDS = ("chronicle.yaml", "events", "registers", "maps", "static")

pytest_plugins = ("browsing", "soaking")


# Timings belong in benchmarks: a busy machine fails no test.
settings.register_profile("chronicle", deadline=None)
settings.load_profile("chronicle")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--renew-golden",
        action="store_true",
        help="write the golden pages of tests/sites anew instead of comparing with them; read the difference in git",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "slow: takes some seconds")


def _copied(name: str, target: Path) -> Path:
    """Copy the records of a chronicle, a test's or with "real" the project's own, as a build keeps notes beside
    them.
    """
    source = ROOT if name == "real" else SITES / name
    for part in RECORDS if name == "real" else (*RECORDS, "templates"):
        if (source / part).is_dir():
            shutil.copytree(source / part, target / part)
        elif (source / part).is_file():
            target.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source / part, target / part)
    return target


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return the built site of a chronicle by its name in tests/sites, or with "real" of the project's own."""
    from chronicle.build.stages import build

    made: dict[str, Path] = {}

    def of(name: str) -> Path:
        if name not in made:
            root = _copied(name, tmp_path_factory.mktemp(name) / "chronicle")
            outcome = build(root, root / "build", progress=lambda _stage, _done, _all: None)
            assert outcome.published, outcome.problems
            made[name] = root / "build"
        return made[name]

    return of


@pytest.fixture(scope="session")
def planned() -> Callable[[Path], tuple[Site, dict[str, Page]]]:
    """Return the site of a chronicle's folder with its pages by path, not rendered."""
    from chronicle.examine import examine
    from chronicle.pages.plan import plan
    from chronicle.pages.site import Site
    from chronicle.problems.codes import Severity
    from chronicle.read.catalogue import catalogue
    from chronicle.render import theme

    def of(root: Path) -> tuple[Site, dict[str, Page]]:
        chronicle, problems = examine(root)
        assert not [problem for problem in problems if problem.severity is Severity.ERROR]
        words, _ = catalogue((theme.own_theme(),), "en")
        assert words is not None
        made = Site(chronicle, words)
        return made, {draft.path: draft.page() for draft in plan(made)}

    return of


@pytest.fixture
def write_chronicle(tmp_path: Path) -> Callable[..., Path]:
    """Return a writer of chronicles: files by path, over the smallest one that there is."""

    def write(files: dict[str, str] | None = None, name: str = "chronicle") -> Path:
        root = tmp_path / name
        for path in sorted((SITES / "minimal").rglob("*.yaml")):
            _write(root / path.relative_to(SITES / "minimal"), path.read_text(encoding="utf-8"))
        for file, text in (files or {}).items():
            _write(root / file, text)
        return root

    return write


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
