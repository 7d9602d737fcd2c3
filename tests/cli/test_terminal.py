"""On a terminal problems are in colour, and progress is one line that is gone at the end."""

import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import COMMAND, environment

pty = pytest.importorskip("pty")
Writer = Callable[..., Path]

FAULTY = {"events/faulty.yaml": "type: patrol\ntitle: T\ndate: yesterday\nsources: [gazette-convoy]\n"}


def on_terminal(*arguments: str | Path) -> tuple[str, int]:
    """Run the command with both outputs on a terminal; return what it wrote there, and its exit code."""
    master, terminal = pty.openpty()
    command = [*COMMAND, *map(str, arguments)]
    with subprocess.Popen(command, stdout=terminal, stderr=terminal, env=environment(TERM="xterm")) as process:
        os.close(terminal)
        written = b"".join(iter(lambda: read(master), b""))
    os.close(master)
    return written.decode().replace("\r\n", "\n"), process.returncode


def read(master: int) -> bytes:
    """Read what there is; a terminal that everybody has left gives an error on Linux."""
    try:
        return os.read(master, 65536)
    except OSError as error:
        if error.errno == errno.EIO:
            return b""
        raise


def shown(written: str) -> list[str]:
    """Return the lines that a terminal shows at the end: a line that is cleared starts anew."""
    return [line.rpartition("\r\x1b[K")[2] for line in written.split("\n")]


def test_problems_are_in_colour(write_chronicle: Writer) -> None:
    written, code = on_terminal("check", write_chronicle(FAULTY))
    assert "\x1b[31m" in written
    assert code == 1


def test_elsewhere_nothing_is_in_colour(write_chronicle: Writer) -> None:
    command = [*COMMAND, "build", str(write_chronicle(FAULTY))]
    done = subprocess.run(command, capture_output=True, env=environment(TERM="xterm"), check=False)
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"\r" not in done.stdout + done.stderr


def test_a_build_tells_its_stages_in_one_line_that_is_gone_at_the_end(write_chronicle: Writer) -> None:
    written, code = on_terminal("build", write_chronicle())
    assert "\r\x1b[Kreading" in written
    assert "\r\x1b[Kpublishing" in written
    figures, rest = shown(written)
    assert figures.startswith("1 event")
    assert (rest, code) == ("", 0)


def test_a_build_that_fails_leaves_no_stage_on_the_screen(write_chronicle: Writer) -> None:
    written, code = on_terminal("build", write_chronicle(FAULTY))
    lines = shown(written)
    assert lines[-2:] == ["nothing was published", ""]
    assert not [line for line in lines if line.startswith(("reading", "rendering"))]
    assert code == 1


def test_a_quiet_build_tells_no_stage(write_chronicle: Writer) -> None:
    assert on_terminal("build", "-q", write_chronicle()) == ("", 0)
