"""One build of a site at a time."""

import math
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from chronicle.problems.refusal import Refusal
from chronicle.publish.removal import told as reason

_STEP = 0.05
"""Seconds between two looks at a lock that somebody else holds."""


@contextmanager
def turn(
    folder: Path,
    name: str,
    *,
    patience: float,
    told: Callable[[str], None],
    command: str = "chronicle build",
    place: str = "",
) -> Iterator[None]:
    """Hold the turn at what is called `name` in `folder`; while another process has it, wait up to `patience` seconds.

    The lock names its process and `command`; `place` is what that is said to build, the named path by default. `told`
    hears once for whom this one waits. A process that dies gives up its turn. Where the file system has no locks,
    nobody waits. Raise Refusal after `patience`, and where the lock cannot be written.
    """
    lock = folder / f".{name}.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handle = _taken(lock, place or f"{folder / name}", patience, told)
    except OSError as error:
        raise Refusal(f"{folder / name} could not be locked: {reason(error)}", "choose another --out") from error
    try:
        os.ftruncate(handle, 0)
        os.write(handle, f"{os.getpid()} {command}\n".encode())
        yield
    finally:
        # While it is still held: whoever waits sees that the file under the name is another one.
        with suppress(OSError):
            lock.unlink()
        os.close(handle)


def _taken(lock: Path, place: str, patience: float, told: Callable[[str], None]) -> int:
    """Return the open lock once it is ours."""
    heard = False
    for step in range(math.ceil(patience / _STEP) + 1):
        if step:
            time.sleep(_STEP)
        while (handle := _attempt(lock)) is None:
            continue
        if handle >= 0:
            return handle
        holder = _holder(lock)
        if not heard and holder and patience > 0:
            told(f"waiting for {holder}, which is building {place}")
            heard = True
    raise Refusal(f"{_holder(lock) or 'another process'} is still building {place}", "wait for it, or end it")


def _attempt(lock: Path) -> int | None:
    """Return the open lock, -1 where somebody else has it, None where the one that was opened is in use no more."""
    handle = os.open(lock, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, 0o644)
    try:
        if not _locked(handle):
            os.close(handle)
            return -1
        if os.path.samestat(os.fstat(handle), lock.lstat()):
            return handle
    except FileNotFoundError:
        pass
    os.close(handle)
    return None


def _locked(handle: int) -> bool:
    try:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except (ImportError, OSError):
        return True
    return True


def _holder(lock: Path) -> str:
    """Return the process that a lock names, "" where it names none."""
    try:
        number = lock.read_text(encoding="utf-8", errors="replace").split(maxsplit=1)[0]
    except (OSError, IndexError):
        return ""
    return f"process {number}" if number.isdecimal() else ""
