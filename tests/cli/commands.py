"""The command as a process of its own, as an editor or a machine runs it."""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SITES = ROOT / "tests" / "sites"
COMMAND = (sys.executable, "-m", "chronicle")


def environment(**more: str) -> dict[str, str]:
    """Return the environment in which the command finds these sources, and writes no byte code beside them."""
    return {**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONDONTWRITEBYTECODE": "1", **more}


def chronicle(*arguments: str | Path, cwd: Path | None = None, **more: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, with more environment by keyword; neither output is a terminal."""
    return subprocess.run(
        [*COMMAND, *map(str, arguments)],
        cwd=cwd,
        env=environment(**more),
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
