"""The same records give the same bytes on every machine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "sites"
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_SY.UTF-8"},
    {"PYTHONHASHSEED": "0", "TZ": "America/St_Johns", "LC_ALL": "", "LANG": "", "PYTHONOPTIMIZE": "1"},
    {
        "PYTHONHASHSEED": "random",
        "TZ": "Asia/Damascus",
        "LC_ALL": "ar_SY.UTF-8",
        "LANG": "ar",
        "SOURCE_DATE_EPOCH": "1",
    },
)
MASKS = (0o022, 0o077, 0o002, 0o000)
RECORDS = ("chronicle.yaml", "events", "registers", "maps", "static", "templates")


def copied(source: Path, target: Path, *, backwards: bool) -> None:
    """Copy a chronicle file by file, in one order or the other, so that folders list their files otherwise."""
    paths = [path for name in RECORDS for path in (source / name, *(source / name).rglob("*")) if path.is_file()]
    for path in sorted(paths, reverse=backwards):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
        os.utime(place, (number := len(str(place)) * 1000, number))


def built(
    root: Path, out: Path, machine: dict[str, str], mask: int, options: Sequence[str] = (), before: Sequence[str] = ()
) -> dict[str, bytes]:
    """Build in a process of its own, which another command may start, and return every file of the site, the manifest
    among them.
    """
    command = [*before, sys.executable, "-m", "chronicle", "build", "-q", str(root), "--out", str(out), *options]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1", **machine}
    subprocess.run(command, env=environment, cwd=out.parent, umask=mask, check=True, capture_output=True)
    files = (path for path in out.rglob("*") if path.is_file())
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in files}


@pytest.mark.parametrize("name", ["uncertain", "signposts", "real"])
def test_folder_time_zone_locale_hash_seed_and_mask_change_no_byte(name: str, tmp_path: Path) -> None:
    source = ROOT if name == "real" else SITES / name
    sites = []
    for number, machine in enumerate(MACHINES):
        root = tmp_path / f"machine-{number}" / ("deep/" * number) / "chronicle"
        copied(source, root, backwards=bool(number % 2))
        sites.append(built(root, root.parent / "site", machine, MASKS[number]))
    first = sites[0]
    assert "index.html" in first
    for other in sites[1:]:
        assert other.keys() == first.keys()
        assert [path for path in first if other[path] != first[path]] == []


@pytest.mark.parametrize("epochs", [("0", "4102444800"), ("1700000000", "")])
def test_an_epoch_that_packagers_set_changes_no_byte(epochs: tuple[str, str], tmp_path: Path) -> None:
    copied(SITES / "overridden", tmp_path / "chronicle", backwards=False)
    one, other = (
        built(tmp_path / "chronicle", tmp_path / f"site-{epoch}", {"SOURCE_DATE_EPOCH": epoch}, 0o022)
        for epoch in epochs
    )
    assert one == other


@pytest.mark.skipif(shutil.which("faketime") is None, reason="faketime is not installed")
def test_the_day_of_the_build_changes_no_byte(tmp_path: Path) -> None:
    copied(SITES / "overridden", tmp_path / "chronicle", backwards=False)
    one = built(tmp_path / "chronicle", tmp_path / "today", {}, 0o022)
    for day in ("1999-12-31 23:59:59", "2050-02-28 00:00:00"):
        assert built(tmp_path / "chronicle", tmp_path / day[:4], {}, 0o022, ["--clean"], ["faketime", day]) == one


def test_the_number_of_workers_changes_no_byte(tmp_path: Path) -> None:
    asked = subprocess.run(
        [sys.executable, "-m", "chronicle", "build", "--help"], check=True, capture_output=True, encoding="utf-8"
    )
    if "--jobs" not in asked.stdout:
        pytest.skip("there are no workers to choose")
    copied(ROOT, tmp_path / "chronicle", backwards=False)
    one, *others = (
        built(tmp_path / "chronicle", tmp_path / f"site-{jobs}", {}, 0o022, ["--clean", "--jobs", jobs])
        for jobs in ("1", "2", "3")
    )
    assert [other == one for other in others] == [True, True]


def test_nothing_on_a_page_tells_where_it_was_built(tmp_path: Path) -> None:
    root = tmp_path / "a-very-peculiar-folder" / "chronicle"
    copied(SITES / "overridden", root, backwards=False)
    files = built(root, root.parent / "site", {"USER": "a-peculiar-user", "HOSTNAME": "a-peculiar-host"}, 0o022)
    assert [path for path, data in files.items() if b"peculiar" in data] == []
