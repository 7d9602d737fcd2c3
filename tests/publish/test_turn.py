"""Publications beside each other take turns."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from chronicle.publish.turn import turn

fcntl = pytest.importorskip("fcntl")


def taken(folder: Path) -> bool:
    """Tell whether somebody has the turn in a folder."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    finally:
        os.close(handle)
    return False


def test_a_turn_keeps_others_waiting_until_it_ends(tmp_path: Path) -> None:
    with turn(tmp_path):
        assert taken(tmp_path)
    assert not taken(tmp_path)


def test_a_turn_ends_with_a_failure(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full"), turn(tmp_path):
        raise OSError("full")
    assert not taken(tmp_path)


def test_a_process_that_dies_gives_up_its_turn(tmp_path: Path) -> None:
    program = "import os, sys; from pathlib import Path; from chronicle.publish.turn import turn\n"
    program += "with turn(Path(sys.argv[1])): print('mine', flush=True); sys.stdin.read()"
    command = [sys.executable, "-c", program, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"mine\n"
        assert taken(tmp_path)
        process.kill()
        process.wait()
    assert not taken(tmp_path)


def test_a_turn_leaves_nothing_behind(tmp_path: Path) -> None:
    with turn(tmp_path):
        pass
    assert list(tmp_path.iterdir()) == []
