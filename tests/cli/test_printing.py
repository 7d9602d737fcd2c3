"""Problems stand on standard output, all else on standard error."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.cli.main import exit_code

Writer = Callable[..., Path]
Said = pytest.CaptureFixture[str]

FAULTY = {
    "events/faulty.yaml": "type: patrol\ntitle: T\ndate: yesterday\nsources: [gazette-convoy]\n",
    "events/warned.yaml": "type: patrol\ntitle: A full stop.\ndate: 2019-01-01\nsources: [gazette-convoy]\n",
}
WARNED = {"events/warned.yaml": FAULTY["events/warned.yaml"]}


def test_a_check_without_problems_says_so_beside_the_output(write_chronicle: Writer, capsys: Said) -> None:
    exit_code(["check", str(write_chronicle())])
    assert capsys.readouterr() == ("", "no problems\n")


def test_a_check_says_what_is_wrong_and_how_much(write_chronicle: Writer, capsys: Said) -> None:
    exit_code(["check", str(write_chronicle(FAULTY))])
    out, err = capsys.readouterr()
    assert out.startswith("events/faulty.yaml:3:7 date-malformed\n")
    assert "events/warned.yaml:2:8 title-full-stop warning\n" in out
    assert err == "1 error and 1 warning in 2 files\n"


def test_a_quiet_check_says_what_is_wrong_alone(write_chronicle: Writer, capsys: Said) -> None:
    exit_code(["check", "-q", str(write_chronicle(FAULTY))])
    out, err = capsys.readouterr()
    assert out
    assert err == ""


def test_every_line_ends_and_nothing_follows_the_last(write_chronicle: Writer, capsys: Said) -> None:
    root = str(write_chronicle(FAULTY))
    for format_ in ("text", "json", "github"):
        exit_code(["check", "--format", format_, root])
        assert re.search(r"\S\n\Z", capsys.readouterr().out)


def test_a_build_closes_with_its_figures(write_chronicle: Writer, capsys: Said) -> None:
    root = write_chronicle()
    exit_code(["build", str(root)])
    out, err = capsys.readouterr()
    assert out == ""
    assert re.fullmatch(
        rf"1 events?, \d+ pages \(\d+ new\), \d+\.\d\d seconds: {re.escape(str(root / 'build' / 'index.html'))}\n", err
    )


def test_a_quiet_build_says_nothing(write_chronicle: Writer, capsys: Said) -> None:
    exit_code(["build", "-q", str(write_chronicle())])
    assert capsys.readouterr() == ("", "")


def test_a_build_with_an_error_says_that_nothing_was_published(write_chronicle: Writer, capsys: Said) -> None:
    exit_code(["build", str(write_chronicle(FAULTY))])
    out, err = capsys.readouterr()
    assert "date-malformed" in out
    assert err.splitlines() == ["1 error and 1 warning in 2 files", "nothing was published"]


def test_a_build_with_warnings_says_them_and_publishes(write_chronicle: Writer, capsys: Said) -> None:
    root = write_chronicle(WARNED)
    exit_code(["build", str(root)])
    out, err = capsys.readouterr()
    assert "title-full-stop warning" in out
    assert err.splitlines()[0] == "1 warning in 1 file"
    assert "2 events" in err


def test_annotations_name_file_and_line(write_chronicle: Writer, capsys: Said) -> None:
    exit_code(["build", "--format", "github", str(write_chronicle(FAULTY))])
    first, second = capsys.readouterr().out.splitlines()
    assert first.startswith("::error file=events/faulty.yaml,line=3,col=7,")
    assert second.startswith("::warning file=events/warned.yaml,line=2,col=8,")


def test_a_broken_link_is_a_problem_of_the_record_behind_its_page(write_chronicle: Writer, capsys: Said) -> None:
    files = {"templates/source.html": '<a href="lost.html">{{ view.title }}</a>'}
    assert exit_code(["build", str(write_chronicle(files))]) == 1
    assert "registers/sources.yaml broken-link" in capsys.readouterr().out


def test_a_fault_in_a_chronicles_own_template_is_an_error_at_its_line(write_chronicle: Writer, capsys: Said) -> None:
    files = {"templates/about.html": '{% extends "base.html" %}\n{% block main %}\n{{ view.lost }}\n{% endblock %}\n'}
    assert exit_code(["build", str(write_chronicle(files))]) == 1
    assert "templates/about.html:3:1 template" in capsys.readouterr().out


def test_what_a_terminal_would_obey_is_escaped(write_chronicle: Writer, capsys: Said) -> None:
    root = write_chronicle()
    exit_code(["build", str(root)])
    (root / "build" / "a\x1b[31m\nb").touch()
    exit_code(["build", str(root)])
    assert "a\\x1b[31m\\nb" in capsys.readouterr().err


def test_a_refusal_comes_with_the_way_out(tmp_path: Path, capsys: Said) -> None:
    exit_code(["check", str(tmp_path)])
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("chronicle: there is no chronicle.yaml here")
    assert "\n  help: " in err
