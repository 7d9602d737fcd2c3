"""What a run was made on: the machine, and the versions of both sides."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

_PACKAGES = ("conflict-chronicle", "jinja2", "markdown", "msgspec", "nh3", "pyyaml")
_UNKNOWN = "unknown"


def about(folder: Path, hugo: Path) -> tuple[tuple[str, str], ...]:
    """Return what is to be said of a run whose corpora lie in `folder`, as headings with values."""
    packages = ", ".join(f"{name} {version(name)}" for name in _PACKAGES)
    return (
        ("Date", f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"),
        ("chronicle", packages),
        ("Python", f"{platform.python_implementation()} {platform.python_version()}"),
        ("Hugo", _hugo(hugo)),
        ("System", f"{platform.system()} {platform.release()}, {platform.machine()}"),
        ("Processor", f"{_field('/proc/cpuinfo', 'model name')}, {len(os.sched_getaffinity(0))} cores"),
        ("Memory", _memory()),
        ("File system", file_system(folder)),
        ("Load before the run", f"{os.getloadavg()[0]:.2f}"),
    )


def on_tmpfs(folder: Path) -> bool:
    """Tell whether a folder is there, can be written and lies in memory."""
    return folder.is_dir() and os.access(folder, os.W_OK) and file_system(folder) == "tmpfs"


def file_system(folder: Path) -> str:
    """Return the kind of file system that a folder lies on."""
    mounts = [line.split() for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    around = {point: kind for _, point, kind, *_ in mounts if folder.resolve().is_relative_to(point)}
    return around[max(around, key=len)] if around else _UNKNOWN


def _hugo(program: Path) -> str:
    said = subprocess.run([str(program), "version"], check=True, capture_output=True, text=True)  # noqa: S603 - Hugo
    return said.stdout.split()[1].partition("-")[0]


def _memory() -> str:
    total = _field("/proc/meminfo", "MemTotal")
    return total if total == _UNKNOWN else f"{int(total.split()[0]) / 1024**2:.1f} GiB"


def _field(file: str, name: str) -> str:
    """Return the first value of a name in a file of "name: value" lines."""
    for line in Path(file).read_text(encoding="utf-8").splitlines():
        if line.startswith(name):
            return line.partition(":")[2].strip()
    return _UNKNOWN
