"""Builds as processes: started, waited for, killed; and the program in several versions."""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

CHECKOUT = Path(__file__).resolve().parent.parent.parent
OPTIONS: tuple[str, ...] = ("--jobs", "2")
"""Options that every build of the soaks is given, such as ("--jobs", "2")."""
_LONGEST = 300


@dataclass(frozen=True)
class Ended:
    """How a command ended: its exit code, or the negative number of the signal that ended it, and what it said."""

    code: int
    out: str
    err: str


@dataclass(frozen=True)
class Running:
    """A command that runs, as the leader of its group of processes."""

    pid: int
    folder: Path

    def send(self, number: signal.Signals) -> None:
        """Send a signal to the process and all its workers; one that has ended gets none."""
        try:
            os.killpg(self.pid, number)
        except ProcessLookupError:
            return

    def said(self, stream: str) -> str:
        """Return what it has said so far to `out` or `err`."""
        return (self.folder / stream).read_text(encoding="utf-8")


class Program:
    """The command in one version, ready to be started: commands are forked off a process that has imported it."""

    def __init__(self, sources: Path = CHECKOUT / "src", hash_seed: str = "0") -> None:
        self._said = Path(tempfile.mkdtemp(prefix="soak-said-"))
        self._number = 0
        given = {**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": hash_seed, "PYTHONPATH": str(sources)}
        self._process = subprocess.Popen(
            [sys.executable, str(Path(__file__).with_name("forking.py")), str(sources)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=given,
            encoding="utf-8",
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.wait(timeout=_LONGEST)
        self._process.stdout.close()
        shutil.rmtree(self._said)

    def start(self, *arguments: str | Path) -> Running:
        """Start a command."""
        self._number += 1
        folder = self._said / str(self._number)
        folder.mkdir()
        request: dict[str, object] = {"arguments": [str(argument) for argument in arguments], "cwd": str(folder)}
        request |= {stream: str(folder / stream) for stream in ("out", "err")}
        return Running(self._asked(request), folder)

    def wait(self, running: Running) -> Ended:
        """Wait for a command's end."""
        code = self._asked({"wait": running.pid})
        ended = Ended(code, running.said("out"), running.said("err"))
        shutil.rmtree(running.folder)
        return ended

    def run(self, *arguments: str | Path) -> Ended:
        """Run a command to its end."""
        return self.wait(self.start(*arguments))

    def build(self, root: Path, *options: str | Path) -> Ended:
        """Build a chronicle to the end."""
        return self.wait(self.begin(root, *options))

    def begin(self, root: Path, *options: str | Path) -> Running:
        """Start the build of a chronicle."""
        return self.start("build", root, "--format", "json", *OPTIONS, *options)

    def _asked(self, request: dict[str, object]) -> int:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(request) + "\n")
        self._process.stdin.flush()
        return int(self._process.stdout.readline())


def another_version(folder: Path, number: int) -> Path:
    """Copy the program with a change that readers see in one version and do not in the other; return its sources."""
    for part in ("src/chronicle", "templates"):
        shutil.copytree(CHECKOUT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    module = folder / "src/chronicle/pages/event.py"
    module.write_text(module.read_text(encoding="utf-8") + f"\n# version {number}\n", encoding="utf-8")
    if number % 2:
        template = folder / "templates/about.html"
        template.write_text(template.read_text(encoding="utf-8").replace("</h1>", "</h1><p>More.</p>", 1), "utf-8")
    return folder / "src"
