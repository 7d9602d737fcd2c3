"""A page's key tells all that makes it, and its file is written whole."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.build import laying


@given(st.binary(), st.binary(), st.binary(min_size=1))
def test_a_key_changes_with_the_letter_and_with_the_template(letter: bytes, template: bytes, more: bytes) -> None:
    found = laying.key(letter, template)
    assert found == laying.key(letter, template)
    assert laying.key(letter + more, template) != found


def test_a_key_changes_with_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    before = laying.key(b"letter", b"template")
    monkeypatch.setattr(laying, "engine", lambda: b"another")
    assert laying.key(b"letter", b"template") != before


def test_a_file_is_written_whole_where_the_system_takes_a_little_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken = os.write
    monkeypatch.setattr(os, "write", lambda handle, content: taken(handle, content[:3]))
    laying.write(f"{tmp_path}/a.html", b"ten bytes.")
    assert (tmp_path / "a.html").read_bytes() == b"ten bytes."


def test_a_file_replaces_what_was_longer_and_has_the_mode_that_the_mask_leaves(tmp_path: Path) -> None:
    laying.write(f"{tmp_path}/a.html", b"longer")
    before = os.umask(0o027)
    try:
        laying.write(f"{tmp_path}/b.html", b"")
    finally:
        os.umask(before)
    laying.write(f"{tmp_path}/a.html", b"long")
    assert (tmp_path / "a.html").read_bytes() == b"long"
    assert (tmp_path / "b.html").stat().st_mode & 0o777 == 0o640


def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        laying.write(f"{tmp_path}/none/a.html", b"a")
    assert caught.value.filename == f"{tmp_path}/none/a.html"
