"""What the options of `chronicle build` do, as whoever gives them sees it."""

import os
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.build import making
from chronicle.cli.main import exit_code

Writer = Callable[..., Path]
RECORD = "events/2020/2020-06-07-convoy.yaml"
OTHER = "type: patrol\ntitle: Another\ndate: 2019-01-01\nsources: [gazette-convoy]\n"


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> list[str]:
    """Build, which must succeed with nothing on standard output, and return the lines on standard error."""
    assert exit_code(["build", *map(str, arguments)]) == 0
    output = capsys.readouterr()
    assert output.out == ""
    return output.err.splitlines()


def test_explain_says_of_each_new_page_which_input_changed(
    write_chronicle: Writer, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_chronicle()
    said(capsys, root)
    (root / "events/other.yaml").write_text(OTHER, encoding="utf-8")
    *pages, figures = said(capsys, root, "--explain")
    assert "events/other.html: events/other.yaml is new" in pages
    assert all(re.fullmatch(r"[\w./-]+\.html: events/other\.yaml is new", line) for line in pages)
    assert f"({len(pages)} new)" in figures


def test_explain_says_so_where_there_is_nothing_to_explain(
    write_chronicle: Writer, capsys: pytest.CaptureFixture[str]
) -> None:
    root = write_chronicle()
    said(capsys, root)
    told, figures = said(capsys, root, "--explain")
    assert told == "no page had to be laid out anew"
    assert "(0 new)" in figures


def test_without_explain_the_figures_are_all_that_is_said(
    write_chronicle: Writer, capsys: pytest.CaptureFixture[str]
) -> None:
    (figures,) = said(capsys, write_chronicle())
    assert figures.startswith("1 event, ")


def test_quiet_says_no_reasons(write_chronicle: Writer, capsys: pytest.CaptureFixture[str]) -> None:
    assert said(capsys, write_chronicle(), "--explain", "--quiet") == []


def test_any_number_of_jobs_gives_the_same_site(
    write_chronicle: Writer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(making, "FEW", 2)
    root = write_chronicle()
    said(capsys, root, "--jobs", "1", "--out", root / "one")
    said(capsys, root, "--clean", "-j", "3", "--out", root / "three")
    assert files(root / "one") == files(root / "three") != {}


@pytest.mark.parametrize("number", ["0", "-1", "many"])
def test_a_number_of_jobs_that_is_none_is_a_wrong_use(
    write_chronicle: Writer, capsys: pytest.CaptureFixture[str], number: str
) -> None:
    assert exit_code(["build", str(write_chronicle()), "--jobs", number]) == 2
    assert "--jobs" in capsys.readouterr().err


def test_durable_brings_every_new_file_to_the_disk_before_it_is_published(
    write_chronicle: Writer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    flushed: set[int] = set()
    flush = os.fsync

    def noted(handle: int) -> None:
        flushed.add(os.fstat(handle).st_ino)
        flush(handle)

    monkeypatch.setattr(os, "fsync", noted)
    root = write_chronicle()
    said(capsys, root, "--out", root / "usual")
    assert flushed == set()
    said(capsys, root, "--durable", "--out", root / "durable")
    assert files(root / "durable") == files(root / "usual")
    assert {path.stat().st_ino for path in (root / "durable").rglob("*")} <= flushed


def test_durable_brings_to_the_disk_what_an_earlier_build_left_to_it(
    write_chronicle: Writer, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = write_chronicle()
    said(capsys, root)
    flushed: set[int] = set()
    monkeypatch.setattr(os, "fsync", lambda handle: flushed.add(os.fstat(handle).st_ino))
    said(capsys, root, "--durable")
    assert {path.stat().st_ino for path in (root / "build").rglob("*")} <= flushed
