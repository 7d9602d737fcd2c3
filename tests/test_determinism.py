"""The same records give the same bytes on every machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
SITES = ROOT / "tests" / "sites"
MACHINES = (
    {"PYTHONHASHSEED": "1", "TZ": "UTC", "LC_ALL": "C", "LANG": "C"},
    {"PYTHONHASHSEED": "4711", "TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8", "LANG": "ar_SY.UTF-8"},
    {"PYTHONHASHSEED": "0", "TZ": "America/St_Johns", "LC_ALL": "", "LANG": "", "PYTHONOPTIMIZE": "1"},
)
RECORDS = ("chronicle.yaml", "events", "registers", "maps", "static", "templates")


def copied(source: Path, target: Path, *, backwards: bool) -> None:
    """Copy a chronicle file by file, in one order or the other, so that folders list their files otherwise."""
    paths = [path for name in RECORDS for path in (source / name, *(source / name).rglob("*")) if path.is_file()]
    for path in sorted(paths, reverse=backwards):
        place = target / path.relative_to(source)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, place)
        os.utime(place, (number := len(str(place)) * 1000, number))


def built(root: Path, out: Path, machine: dict[str, str], mask: int) -> dict[str, bytes]:
    """Build in a process of its own, and return every file of the site, the manifest among them."""
    command = [sys.executable, "-m", "chronicle", "build", "-q", str(root), "--out", str(out)]
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
        sites.append(built(root, root.parent / "site", machine, (0o022, 0o077, 0o002)[number]))
    first = sites[0]
    assert "index.html" in first
    for other in sites[1:]:
        assert other.keys() == first.keys()
        assert [path for path in first if other[path] != first[path]] == []


def test_nothing_on_a_page_tells_where_it_was_built(tmp_path: Path) -> None:
    root = tmp_path / "a-very-peculiar-folder" / "chronicle"
    copied(SITES / "overridden", root, backwards=False)
    files = built(root, root.parent / "site", {"USER": "a-peculiar-user", "HOSTNAME": "a-peculiar-host"}, 0o022)
    assert [path for path, data in files.items() if b"peculiar" in data] == []
