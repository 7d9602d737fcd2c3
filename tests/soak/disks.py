"""Disks of a given size, for tests that may mount them."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

_ROOMY = 64 * 1024


class Disk:
    """A file system in memory at a folder; its size is in kilobytes (1,024 bytes)."""

    def __init__(self, place: Path) -> None:
        self.place = place

    def used(self) -> int:
        """Return how much of it is taken."""
        return -(-shutil.disk_usage(self.place).used // 1024)

    def resize(self, size: int = _ROOMY) -> None:
        """Give it another size, not less than what is on it; by default it has plenty of room."""
        self._mount(f"remount,rw,size={size}k")

    def lock(self) -> None:
        """Let nothing be written to it."""
        self._mount("remount,ro")

    def _mount(self, options: str) -> None:
        subprocess.run(["mount", "-o", options, str(self.place)], check=True, capture_output=True)


@contextmanager
def disk(place: Path) -> Iterator[Disk]:
    """Mount a disk at a new folder; where that is not allowed the test is skipped."""
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={_ROOMY}k", "tmpfs", str(place)]
    if os.geteuid() != 0 or shutil.which("mount") is None:
        pytest.skip("mounting a disk needs root")
    if subprocess.run(command, check=False, capture_output=True).returncode != 0:
        pytest.skip("a disk cannot be mounted here")
    try:
        yield Disk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True, capture_output=True)
