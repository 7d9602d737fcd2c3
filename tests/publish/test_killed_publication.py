"""Killed or refused by the disk at any one of its calls, a publication leaves the old site or the new one."""

import os
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from published import LATER, NEW, OLD, beside, files, is_twin, publish, twin

from chronicle.publish import manifest
from chronicle.publish.publish import standing

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("strace") is None, reason="strace meddles with the calls"),
]

PROGRAM = """
import os, sys
from pathlib import Path

sys.path.insert(0, os.environ["TESTS"])
from published import LATER, NEW, publish
from chronicle.problems.refusal import Refusal

try:
    publish({"NEW": NEW, "LATER": LATER}[sys.argv[2]], Path(sys.argv[1]), durable=sys.argv[3] == "durable")
except Refusal as refused:
    sys.exit(2 if "No space left on device" in refused.message else 3)
except OSError:
    sys.exit(2)
"""
NAMES = ("mkdir", "rename", "renameat2", "link", "linkat", "unlink", "unlinkat", "rmdir")
BYTES = ("chmod", "write", "fsync")
# The sites before, the next one, and whether folders can be exchanged.
WAYS = {
    "first": ((), NEW, True),
    "without a twin": ((OLD,), NEW, True),
    "with a twin": ((OLD, NEW), LATER, True),
    "by two renames": ((OLD,), NEW, False),
}


def run(out: Path, way: str, log: Path, *meddling: str, calls: tuple[str, ...] = NAMES) -> int:
    """Publish the next site in a process with whose calls strace meddles; return how it ended."""
    _, site, exchanged = WAYS[way]
    names = ",".join(f"?{call}" for call in calls)
    command = ["strace", "-f", "-qq", "-o", str(log), "-e", f"trace={names}"]
    if not any("signal" in rule for rule in meddling):  # which is faster, but sends no signals
        command.append("--seccomp-bpf")
    for rule in (*meddling, *(() if exchanged else ("renameat2:error=ENOSYS",))):
        command += ["-e", f"inject={rule}"]
    command += [
        sys.executable,
        "-c",
        PROGRAM,
        str(out),
        "NEW" if site == NEW else "LATER",
        "durable" if "fsync" in calls else "",
    ]
    environment = {**os.environ, "TESTS": str(Path(__file__).parent), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run(command, env=environment, check=False, capture_output=True).returncode


def moments(tmp_path: Path, way: str, calls: tuple[str, ...]) -> Iterator[str]:
    """Yield every call of a publication by name and number."""
    log = tmp_path / "calls"
    out = prepared(tmp_path / "whole", way)
    assert run(out, way, log, calls=calls) == 0
    assert files(out) == WAYS[way][1]
    lines = log.read_text(encoding="utf-8").splitlines()
    counted = Counter(line.split(maxsplit=1)[1].split("(")[0] for line in lines if "(" in line)
    for call, times in counted.items():
        if call != "renameat2" or WAYS[way][2]:
            yield from (f"{call}:when={number + 1}" for number in range(times))


def prepared(folder: Path, way: str) -> Path:
    """Publish the sites that stand before."""
    folder.mkdir()
    for site in WAYS[way][0]:
        publish(site, folder / "build")
    return folder / "build"


def whole(out: Path) -> dict[str, bytes]:
    """Return what stands published, all of which the manifest knows; nothing where there is nothing."""
    found = files(out)
    known = manifest.read(out)
    assert (known.files if known else {}) == {path: manifest.digest(data) for path, data in found.items()}
    return found


def recovered(out: Path, site: dict[str, bytes]) -> None:
    """See to it that the next build succeeds and leaves no litter."""
    publish(site, out)
    assert whole(out) == site
    assert set(beside(out)) <= {".build.twin"}
    assert not twin(out).exists() or is_twin(out)


@pytest.mark.parametrize("way", ["without a twin", "with a twin", "by two renames"])
def test_killed_at_any_call_the_site_is_the_old_or_the_new_one_and_the_next_build_clears_up(
    tmp_path: Path, way: str
) -> None:
    (*_, old), site, exchanged = WAYS[way]
    seen = set()
    for number, moment in enumerate(moments(tmp_path, way, NAMES)):
        out = prepared(tmp_path / str(number), way)
        ended = run(out, way, tmp_path / "log", moment.replace(":when", ":signal=KILL:when"))
        assert ended in (-signal.SIGKILL, 128 + signal.SIGKILL), moment
        assert whole(out) in ((old, site) if exchanged else (old, site, {})), moment
        standing(out, {}, 0)
        assert whole(out) in (old, site), moment
        seen.add(whole(out) == site)
        recovered(out, site)
    assert seen == {False, True}


@pytest.mark.parametrize(
    ("way", "calls"), [("first", NAMES), ("with a twin", NAMES), ("with a twin", BYTES), ("by two renames", NAMES)]
)
def test_refused_by_the_disk_at_any_call_the_site_is_the_one_that_is_told_of(
    tmp_path: Path, way: str, calls: tuple[str, ...]
) -> None:
    before, site, _ = WAYS[way]
    old = before[-1] if before else {}
    seen = set()
    for number, moment in enumerate(moments(tmp_path, way, calls)):
        out = prepared(tmp_path / str(number), way)
        ended = run(out, way, tmp_path / "log", moment.replace(":when", ":error=ENOSPC:when"), calls=calls)
        assert ended in (0, 2), moment
        assert whole(out) == (old if ended else site), moment
        seen.add(ended)
        recovered(out, site)
    assert seen == {0, 2}
