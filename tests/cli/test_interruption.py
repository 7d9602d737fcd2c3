"""A build that is interrupted or killed leaves the published site as it was."""

import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import environment

# The real command; publishing says that it has begun and then waits, so that a signal meets it half way.
WAITING = """
import signal, sys, time
from pathlib import Path

# A shell that runs tests in the background lets its children ignore interrupts.
signal.signal(signal.SIGINT, signal.default_int_handler)
from chronicle.cli.start import run
from chronicle.build import laying

laid, begun = laying._laid, []

def slow(draft, layout):
    begun.append(draft)
    if len(begun) > 3:
        print("half way", flush=True)
        time.sleep(60)
    return laid(draft, layout)

laying._laid = slow
run(sys.argv[1:])
"""

Writer = Callable[..., Path]


def interrupted(root: Path, number: signal.Signals) -> tuple[int, str]:
    """Send a signal to a build that is half way through writing; return its exit code and what it said."""
    command = [sys.executable, "-c", WAITING, "build", str(root)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, env=environment(), encoding="utf-8") as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half way\n"
        process.send_signal(number)
        _, err = process.communicate(timeout=60)
    return process.returncode, err


def built(root: Path) -> dict[str, bytes]:
    files = (path for path in (root / "build").rglob("*") if path.is_file())
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in files}


@pytest.fixture
def published(write_chronicle: Writer) -> tuple[Path, dict[str, bytes]]:
    """Return a chronicle that was published and then changed, with the files of its site."""
    from chronicle.cli.main import exit_code

    root = write_chronicle()
    assert exit_code(["build", "-q", str(root)]) == 0
    before = built(root)
    write_chronicle({"chronicle.yaml": "title: Changed\ndescription: D\n"})
    return root, before


def test_an_interruption_leaves_the_old_site_and_says_so_without_a_traceback(
    published: tuple[Path, dict[str, bytes]],
) -> None:
    root, before = published
    code, err = interrupted(root, signal.SIGINT)
    assert code == 130
    assert "chronicle: interrupted" in err
    assert "Traceback" not in err
    assert built(root) == before


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_clears_up(
    published: tuple[Path, dict[str, bytes]], number: signal.Signals
) -> None:
    from chronicle.cli.main import exit_code

    root, before = published
    code, _ = interrupted(root, number)
    assert code == -number
    assert built(root) == before
    assert (root / ".build.fresh").exists()
    assert exit_code(["build", "-q", str(root)]) == 0
    assert built(root) != before
    assert {path.name for path in root.glob(".build*")} <= {".build.twin"}
