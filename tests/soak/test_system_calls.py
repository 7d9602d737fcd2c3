"""A build that is killed at any system call that changes the disk leaves the old site or the new one, whole."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import pytest
from chronicles import tiny
from running import CHECKOUT, OPTIONS, Program
from trees import copied, difference, inside, litter, tree

from soaking import Figures

_CALLS = (
    *("openat", "creat", "write", "pwrite64", "writev", "ftruncate", "truncate", "fallocate", "copy_file_range"),
    *("sendfile", "rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat", "unlink", "unlinkat"),
    *("mkdir", "mkdirat", "rmdir", "chmod", "fchmod", "fchmodat", "utimensat", "fsync", "fdatasync", "flock"),
)
_SAMPLE = 12
_LINE = re.compile(r"^(\d+) +(\w+)\((.*)$")
_WRITES = re.compile(r"O_CREAT|O_TRUNC|O_TMPFILE")

strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")


def traced(root: Path, log: Path, calls: Sequence[str] = _CALLS, options: Sequence[str] = ()) -> int:
    """Build under strace, with a log of the given calls; return how the build ended."""
    command = ["strace", "-f", "-qq", "-y", "-o", str(log), "-e", f"trace={','.join(calls)}", *options]
    command += [sys.executable, "-m", "chronicle", "build", "-q", str(root), *OPTIONS]
    more = {"PYTHONPATH": str(CHECKOUT / "src"), "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}
    with subprocess.Popen(command, env={**os.environ, **more}, stdout=-3, stderr=-3, start_new_session=True) as process:
        code = process.wait(timeout=120)
        # Workers outlive a process that is killed alone.
        try:
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return code
    return code


def changes(log: Path, root: Path) -> list[tuple[str, int]]:
    """Return the calls of the log that change something at `root`: the name of each, and the how many-th it was of its
    process.
    """
    counted: Counter[tuple[str, str]] = Counter()
    found = []
    for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
        if (match := _LINE.match(line)) is None:
            continue
        process, call, rest = match.groups()
        counted[process, call] += 1
        if str(root) in rest and (call != "openat" or _WRITES.search(rest)):
            found.append((call, counted[process, call]))
    return list(dict.fromkeys(found))


def edit(root: Path) -> None:
    """Change a record, add one and take one away, and a file of its own."""
    record = next((root / "events").rglob("*.yaml"))
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace("title: ", "title: Now "), encoding="utf-8")
    (record.parent / "another.yaml").write_text(text.replace("title: ", "title: Another "), encoding="utf-8")
    (root / "static").mkdir(exist_ok=True)
    (root / "static" / "CNAME").write_text("chronicle.example\n", encoding="utf-8")


@strace
def test_a_build_killed_at_any_change_of_the_disk_leaves_the_old_site_or_the_new_one(
    long_form: bool, folder: Path, program: Program, figure: Figures
) -> None:
    root = tiny(folder / "chronicle")
    # Twice, as the second build may leave other things beside the site than the first.
    assert [program.build(root).code, program.build(root).code] == [0, 0]
    old = tree(root / "build")
    shutil.copytree(root, folder / "before", symlinks=True)
    edit(root)
    assert program.build(copied(root, folder / "copy"), "--out", folder / "site").code == 0
    new = tree(folder / "site")
    log = folder / "log"
    if traced(root, log) != 0:
        pytest.skip("strace may not trace here")
    kept = inside(root / ".chronicle")
    assert difference(tree(root / "build"), new) == []
    moments = changes(log, root)
    assert len(moments) > _SAMPLE
    killed, faults = 0, []
    for call, number in moments if long_form else moments[:: len(moments) // _SAMPLE]:
        shutil.rmtree(root)
        shutil.copytree(folder / "before", root, symlinks=True)
        edit(root)
        message = f"killed at {call} number {number} of a process, in {root}"
        code = traced(root, log, [call], ["-e", f"inject={call}:signal=KILL:when={number}"])
        site = tree(root / "build")
        if difference(site, old) and (found := difference(site, new)):
            faults.append(f"{message}: neither the old site nor the new one: {found}")
        killed += code != 0
        figure(f"system calls: builds that {'came through' if code == 0 else 'were killed'}")
        ended = program.build(root)
        if ended.code != 0 or difference(tree(root / "build"), new):
            faults.append(f"{message}: the next build ends with exit code {ended.code}: {ended.err}")
        elif found := litter(root, kept):
            faults.append(f"{message}: the next build leaves {found}")
    assert faults == []
    assert killed >= _SAMPLE, "the moments are not those of a build"
