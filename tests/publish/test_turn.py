"""Builds of one site take turns, and who waits is told for whom."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from chronicle.problems.refusal import Refusal
from chronicle.publish.turn import turn

fcntl = pytest.importorskip("fcntl")

HOLDER = """
import sys
from pathlib import Path
from chronicle.publish.turn import turn

with turn(Path(sys.argv[1]), "build", patience=0, told=print, command="chronicle serve"):
    print("mine", flush=True)
    sys.stdin.read()
"""

# Reads a number, and writes one more: two at once lose one. Each turn begins while others end theirs.
COUNTER = """
import sys
from pathlib import Path
from chronicle.publish.turn import turn

number = Path(sys.argv[1]) / "number"
for _ in range(25):
    with turn(Path(sys.argv[1]), "build", patience=50, told=lambda _: None):
        found = int(number.read_text())
        number.write_text("")
        number.write_text(str(found + 1))
"""


def unheard(text: str) -> None:
    raise AssertionError(text)


def refused(folder: Path, patience: float = 0) -> tuple[str, list[str]]:
    """Return why the turn was not given, and what was told to who waited."""
    told: list[str] = []
    with pytest.raises(Refusal) as raised, turn(folder, "build", patience=patience, told=told.append):
        pass
    return raised.value.message, told


@pytest.fixture
def holder(tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """Return a process that has the turn until its input ends."""
    command = [sys.executable, "-c", HOLDER, str(tmp_path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"mine\n"
        yield process
        process.kill()


def test_a_turn_leaves_nothing_behind(tmp_path: Path) -> None:
    with turn(tmp_path, "build", patience=0, told=unheard):
        assert [path.name for path in tmp_path.iterdir()] == [".build.lock"]
    assert list(tmp_path.iterdir()) == []


def test_a_turn_ends_with_a_failure(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="full"), turn(tmp_path, "build", patience=0, told=unheard):
        raise OSError("full")
    with turn(tmp_path, "build", patience=0, told=unheard):
        pass


def test_the_lock_names_its_process_and_what_it_does(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    assert (tmp_path / ".build.lock").read_text(encoding="utf-8") == f"{holder.pid} chronicle serve\n"


def test_who_waits_is_told_once_for_whom_and_refused_in_the_end(
    tmp_path: Path, holder: subprocess.Popen[bytes]
) -> None:
    message, told = refused(tmp_path, patience=0.3)
    assert told == [f"waiting for process {holder.pid}, which is building {tmp_path / 'build'}"]
    assert message == f"process {holder.pid} is still building {tmp_path / 'build'}"


def test_without_patience_nobody_waits(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    assert refused(tmp_path) == (f"process {holder.pid} is still building {tmp_path / 'build'}", [])


def test_who_waits_gets_the_turn_when_the_other_ends(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    def heard(_: str) -> None:
        assert holder.stdin is not None
        holder.stdin.close()

    with turn(tmp_path, "build", patience=50, told=heard):
        assert holder.wait() == 0
    assert list(tmp_path.iterdir()) == []


def test_a_process_that_dies_gives_up_its_turn_and_its_lock_is_taken_over(
    tmp_path: Path, holder: subprocess.Popen[bytes]
) -> None:
    holder.kill()
    holder.wait()
    assert (tmp_path / ".build.lock").exists()
    with turn(tmp_path, "build", patience=0, told=unheard):
        assert (tmp_path / ".build.lock").read_text(encoding="utf-8") == f"{os.getpid()} chronicle build\n"
    assert list(tmp_path.iterdir()) == []


def test_two_sites_do_not_wait_for_each_other(tmp_path: Path, holder: subprocess.Popen[bytes]) -> None:
    assert holder.poll() is None
    with turn(tmp_path, "other", patience=0, told=unheard):
        pass


def test_of_four_processes_one_at_a_time_has_the_turn(tmp_path: Path) -> None:
    (tmp_path / "number").write_text("0", encoding="utf-8")
    command = [sys.executable, "-c", COUNTER, str(tmp_path)]
    processes = [subprocess.Popen(command) for _ in range(4)]
    assert [process.wait() for process in processes] == [0, 0, 0, 0]
    assert (tmp_path / "number").read_text(encoding="utf-8") == "100"
    assert [path.name for path in tmp_path.iterdir()] == ["number"]


def test_a_lock_whose_file_went_while_it_was_taken_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lock, flock = tmp_path / ".build.lock", fcntl.flock
    gone: list[int] = []

    def late(handle: int, operation: int) -> None:
        if not gone:
            lock.unlink()
        gone.append(handle)
        flock(handle, operation)

    monkeypatch.setattr(fcntl, "flock", late)
    with turn(tmp_path, "build", patience=0, told=unheard):
        assert lock.read_text(encoding="utf-8") == f"{os.getpid()} chronicle build\n"
    assert len(gone) == 2


def test_a_lock_that_names_nobody_is_told_of_at_the_end(tmp_path: Path) -> None:
    with (tmp_path / ".build.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert refused(tmp_path, patience=0.1) == (f"another process is still building {tmp_path / 'build'}", [])


def test_where_the_file_system_has_no_locks_nobody_waits(
    tmp_path: Path, holder: subprocess.Popen[bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    def unknown(_handle: int, _operation: int) -> None:
        raise OSError(37, "No locks available")

    assert holder.poll() is None
    monkeypatch.setattr(fcntl, "flock", unknown)
    with turn(tmp_path, "build", patience=0, told=unheard):
        pass


def test_a_link_in_place_of_a_lock_is_refused_and_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("mine", encoding="utf-8")
    (tmp_path / ".build.lock").symlink_to(tmp_path / "mine")
    assert "could not be locked" in refused(tmp_path)[0]
    assert (tmp_path / "mine").read_text(encoding="utf-8") == "mine"


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "could not be locked" in refused(tmp_path / "file" / "deep")[0]


def test_missing_folders_are_made(tmp_path: Path) -> None:
    with turn(tmp_path / "a" / "b", "build", patience=0, told=unheard):
        assert (tmp_path / "a" / "b" / ".build.lock").exists()
