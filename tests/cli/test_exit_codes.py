"""Exit codes tell what came of a command, and are the same however much it says."""

import json
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from commands import COMMAND, SITES, chronicle, environment

from chronicle.build.outcome import Outcome
from chronicle.cli import main, start
from chronicle.cli.main import exit_code

Writer = Callable[..., Path]

GOOD: dict[str, str] = {}
WARNED = {"events/warned.yaml": "type: patrol\ntitle: A full stop.\ndate: 2019-01-01\nsources: [gazette-convoy]\n"}
FAULTY = {"events/faulty.yaml": "type: patrol\ntitle: T\ndate: yesterday\nsources: [gazette-convoy]\nnotes: x\n"}
VERBOSITIES = [(), ("-q",), ("--format", "json"), ("--format", "github"), ("-q", "--format", "json")]


@pytest.mark.parametrize("command", ["check", "build"])
@pytest.mark.parametrize(
    ("files", "options", "code"),
    [
        (GOOD, (), 0),
        (WARNED, (), 0),
        (FAULTY, (), 1),
        (GOOD, ("--strict",), 0),
        (WARNED, ("--strict",), 1),
        (FAULTY, ("--strict",), 1),
    ],
)
def test_errors_and_with_strict_warnings_fail_a_command_at_every_verbosity(
    write_chronicle: Writer, command: str, files: dict[str, str], options: tuple[str, ...], code: int
) -> None:
    root = write_chronicle(files)
    for verbosity in VERBOSITIES:
        assert exit_code([command, str(root), *options, *verbosity]) == code, verbosity
    assert (root / "build").exists() is (command == "build" and code == 0)


@pytest.mark.parametrize("command", ["check", "build"])
def test_what_is_no_chronicle_cannot_be_run(tmp_path: Path, command: str) -> None:
    for verbosity in VERBOSITIES:
        assert exit_code([command, str(tmp_path), *verbosity]) == 2


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("frobnicate",),
        ("check", "--frobnicate"),
        ("check", "nowhere"),
        ("check", "--format", "xml"),
        ("build", "--out"),
        ("check", ".", "."),
        ("build", "--jobs", "x"),
    ],
)
def test_a_wrong_use_of_the_command_cannot_be_run(
    arguments: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert exit_code(arguments) == 2
    assert {"Usage:", "Error:"} & set(capsys.readouterr().err.split())


@pytest.mark.parametrize("arguments", [("--version",), ("--help",), ("-h",), ("build", "--help"), ("check", "-h")])
def test_what_is_asked_of_the_command_itself_is_answered(arguments: tuple[str, ...]) -> None:
    assert exit_code(arguments) == 0


def test_an_output_that_is_not_ours_is_refused_at_every_verbosity(write_chronicle: Writer) -> None:
    root = write_chronicle()
    (root / "build").mkdir()
    (root / "build" / "mine.txt").touch()
    for verbosity in VERBOSITIES:
        assert exit_code(["build", str(root), *verbosity]) == 2
        assert exit_code(["build", str(root), "--force", *verbosity]) == 2
    assert [path.name for path in (root / "build").iterdir()] == ["mine.txt"]


def test_a_site_that_was_changed_is_replaced_by_force_alone(write_chronicle: Writer) -> None:
    root = write_chronicle()
    assert exit_code(["build", str(root)]) == 0
    (root / "build" / "mine.txt").touch()
    assert exit_code(["build", str(root)]) == 2
    assert exit_code(["build", str(root), "--force"]) == 0
    assert not (root / "build" / "mine.txt").exists()


def test_an_error_leaves_the_published_site_as_it_was(write_chronicle: Writer) -> None:
    root = write_chronicle()
    exit_code(["build", str(root)])
    before = {path: path.stat().st_ino for path in (root / "build").rglob("*")}
    assert exit_code(["build", str(write_chronicle(FAULTY))]) == 1
    assert {path: path.stat().st_ino for path in (root / "build").rglob("*")} == before


class Failing:
    """Stands in for the stages of a build: raises what it is given."""

    def __init__(self, error: BaseException) -> None:
        self.error = error

    def __call__(self, *_: object, **__: object) -> Outcome:
        raise self.error


@pytest.mark.parametrize("verbosity", VERBOSITIES)
@pytest.mark.parametrize(("error", "code"), [(RuntimeError("a\n\x1b[31mb"), 3), (KeyboardInterrupt(), 130)])
def test_a_fault_of_ours_and_an_interruption_have_codes_of_their_own(
    write_chronicle: Writer,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    verbosity: tuple[str, ...],
    error: BaseException,
    code: int,
) -> None:
    monkeypatch.setattr("chronicle.build.stages.build", Failing(error))
    assert exit_code(["build", str(write_chronicle()), *verbosity]) == code
    said = capsys.readouterr()
    assert "Traceback" not in said.err + said.out
    assert "\x1b[31m" not in said.err
    assert said.out == ""


def test_a_fault_of_ours_names_its_place_in_the_program(
    write_chronicle: Writer, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("chronicle.build.stages.build", Failing(RuntimeError("lost")))
    exit_code(["build", str(write_chronicle())])
    assert (
        "a fault of the program, not of your records: RuntimeError: lost (test_exit_codes.py:"
        in capsys.readouterr().err
    )


def test_the_process_leaves_with_the_code(tmp_path: Path) -> None:
    assert chronicle("check", SITES / "minimal").returncode == 0
    assert chronicle("check", tmp_path).returncode == 2


def test_without_a_folder_the_command_takes_the_one_it_stands_in(write_chronicle: Writer) -> None:
    root = write_chronicle()
    done = chronicle("build", cwd=root)
    assert (done.returncode, done.stdout) == (0, "")
    assert (root / "build" / "index.html").exists()


def test_json_parses_whatever_there_is_to_say(write_chronicle: Writer) -> None:
    for files, codes in ((GOOD, []), (WARNED, ["title-full-stop"]), (FAULTY, ["date-malformed", "unknown-key"])):
        for command in ("check", "build"):
            done = chronicle(command, write_chronicle(files, name="-".join(codes) or "good"), "--format", "json")
            assert [problem["code"] for problem in json.loads(done.stdout)] == codes


@pytest.mark.parametrize("options", [(), ("-q",)])
@pytest.mark.parametrize("format_", ["text", "json", "github"])
def test_a_reader_that_goes_away_changes_no_code(
    write_chronicle: Writer, format_: str, options: tuple[str, ...]
) -> None:
    for name, files, code in (("faulty", FAULTY, 1), ("warned", WARNED, 0)):
        root = write_chronicle(files, name=name)
        reader, writer = os.pipe()
        os.close(reader)
        arguments = [*COMMAND, "check", str(root), "--format", format_, *options]
        done = subprocess.run(arguments, stdout=writer, stderr=subprocess.PIPE, env=environment(), check=False)
        os.close(writer)
        assert (done.returncode, b"Traceback" in done.stderr, b"Broken" in done.stderr) == (code, False, False)


def test_both_outputs_may_go_away(write_chronicle: Writer) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    arguments = [*COMMAND, "build", str(write_chronicle(FAULTY))]
    assert subprocess.run(arguments, stdout=writer, stderr=writer, env=environment(), check=False).returncode == 1
    os.close(writer)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_an_output_that_takes_nothing_cannot_be_run(write_chronicle: Writer) -> None:
    with Path("/dev/full").open("w") as full:
        arguments = [*COMMAND, "check", str(write_chronicle(FAULTY))]
        done = subprocess.run(arguments, stdout=full, stderr=subprocess.PIPE, env=environment(), check=False)
    assert done.returncode == 2
    assert b"the output could not be written: No space left on device" in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("build", "nowhere"), ("build", "--jobs", "0")])
def test_where_nothing_can_be_said_the_code_tells_it(arguments: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([*COMMAND, *arguments], stdout=full, stderr=full, env=environment(), check=False)
    assert done.returncode == 2


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a shell")
def test_closed_outputs_change_no_code(write_chronicle: Writer) -> None:
    for files, code in ((FAULTY, 1), (GOOD, 0)):
        line = f'"$@" check {write_chronicle(files, name=str(code))} >&- 2>&-'
        assert subprocess.run(["sh", "-c", line, "sh", *COMMAND], env=environment(), check=False).returncode == code


@pytest.mark.parametrize("encoding", ["ascii", "latin-1"])
def test_an_output_that_knows_few_letters_still_says_everything(write_chronicle: Writer, encoding: str) -> None:
    files = {"events/e.yaml": "type: غارة\ntitle: T\ndate: 2020-01-01\nsources: [gazette-convoy]\n"}
    root = write_chronicle(files)
    done = chronicle("check", root, PYTHONIOENCODING=encoding)
    assert done.returncode == 1
    assert "غارة" in done.stdout or r"\u063a\u0627\u0631\u0629" in done.stdout
    found = chronicle("check", root, "--format", "json", PYTHONIOENCODING=encoding)
    assert "غارة" in json.loads(found.stdout)[0]["message"]


def test_the_codes_are_those_that_the_help_names() -> None:
    codes = (main.DONE, main.PROBLEMS, main.REFUSED, main.FAULT, start.INTERRUPTED)
    said = " ".join((main.chronicle.help or "").split())
    assert codes == (0, 1, 2, 3, 130)
    assert all(f" {code} " in said for code in codes)
