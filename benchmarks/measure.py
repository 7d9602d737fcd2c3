"""One run of a command, measured as a whole process tree.

Wall time is that of a monotonic clock, from just before the start to just after the end. CPU time is user and system
time of the process and of every descendant that was waited for (`wait4(2)`). Memory is the sum over the tree of the
proportional set size (PSS: pages that several processes share count once), read from /proc about every 20 ms; its
peak is what counts. As reading it costs time, a run is either timed or watched, never both. What the command writes
is thrown away, unless it fails.
"""

import os
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_PAUSE = 0.02
_SHOWN = 2000


class Failed(Exception):
    """A command that did not end well, with the end of what it wrote."""


# An installed program has its modules compiled; where this is set, Python would compile them anew for each run.
_UNCOMPILED = "PYTHONDONTWRITEBYTECODE"


@dataclass(frozen=True, slots=True)
class Timing:
    """Wall and CPU time of one run, in seconds."""

    wall: float
    cpu: float


def timed(command: Sequence[str]) -> Timing:
    """Run a command and return its times; raise Failed where it fails."""
    begun = time.monotonic()
    with _started(command) as (process, said):
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - begun
        _ended(process, status, said)
    return Timing(wall, usage.ru_utime + usage.ru_stime)


def watched(command: Sequence[str]) -> int:
    """Run a command and return the peak memory of its tree, in bytes; raise Failed where it fails."""
    peak = 0
    with _started(command) as (process, said):
        while True:
            found, status, _ = os.wait4(process.pid, os.WNOHANG)
            if found:
                break
            peak = max(peak, _memory(process.pid))
            time.sleep(_PAUSE)
        _ended(process, status, said)
    return peak


@contextmanager
def _started(command: Sequence[str]) -> Iterator[tuple[subprocess.Popen[bytes], IO[bytes]]]:
    """Start a command in a session of its own, by which its tree is known; nothing of it is left behind."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 - the commands are the benchmark's own
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            start_new_session=True,
            env={name: value for name, value in os.environ.items() if name != _UNCOMPILED},
        )
        try:
            yield process, said
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


def _ended(process: subprocess.Popen[bytes], status: int, said: IO[bytes]) -> None:
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        said.seek(0)
        words = said.read().decode(errors="replace").strip()[-_SHOWN:]
        command = " ".join(map(str, process.args)) if isinstance(process.args, Sequence) else process.args
        raise Failed(f"{command} ended with {process.returncode}:\n{words}")


def _memory(session: int) -> int:
    """Return the memory of all processes of a session, in bytes."""
    return sum(_proportional(each) for each in Path("/proc").glob("[0-9]*") if _session(each) == session)


def _session(process: Path) -> int:
    try:
        # The name, in brackets, may hold anything; state, parent, group and session follow it.
        return int((process / "stat").read_text(errors="replace").rpartition(")")[2].split()[3])
    except (OSError, IndexError):
        return 0


def _proportional(process: Path) -> int:
    try:
        with (process / "smaps_rollup").open() as lines:
            return next(int(line.split()[1]) * 1024 for line in lines if line.startswith("Pss:"))
    except (OSError, StopIteration):
        return 0  # it ended in the meantime
