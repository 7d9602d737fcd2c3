"""A build that takes up the one before makes the files of one from nothing, also of kinds that there were none of."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.build.outcome import Outcome
from chronicle.build.stages import build
from chronicle.build.store import FOLDER

FIRST = "events/2020/2020-06-07-convoy.yaml"


def run(root: Path) -> Outcome:
    return build(root, root / "build", progress=lambda _stage, _done, _all: None)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def from_nothing(root: Path) -> dict[str, bytes]:
    scratch = root.with_name("scratch")
    shutil.copytree(root, scratch, ignore=shutil.ignore_patterns("build", ".build.*", FOLDER))
    assert run(scratch).published
    return files(scratch / "build")


@pytest.mark.parametrize("date", ["2020-06-07", "2020", "unknown"])
def test_the_first_event_of_a_chronicle_gets_its_pages(write_chronicle: Callable[..., Path], date: str) -> None:
    root = write_chronicle()
    text = (root / FIRST).read_text(encoding="utf-8")
    (root / FIRST).unlink()
    assert run(root).published
    (root / FIRST).write_text(text.replace("2020-06-07", date), encoding="utf-8")
    assert run(root).published
    assert files(root / "build") == from_nothing(root)


def test_the_first_date_of_a_chronicle_gets_its_pages(write_chronicle: Callable[..., Path]) -> None:
    root = write_chronicle()
    text = (root / FIRST).read_text(encoding="utf-8")
    (root / FIRST).write_text(text.replace("2020-06-07", "unknown"), encoding="utf-8")
    assert run(root).published
    (root / FIRST).write_text(text, encoding="utf-8")
    assert run(root).published
    assert files(root / "build") == from_nothing(root)


def test_the_last_event_of_a_chronicle_takes_its_pages_with_it(write_chronicle: Callable[..., Path]) -> None:
    root = write_chronicle()
    assert run(root).published
    (root / FIRST).unlink()
    assert run(root).published
    assert files(root / "build") == from_nothing(root)
