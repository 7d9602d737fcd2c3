"""What makes a page is told by its content."""

from pathlib import Path

import pytest

import chronicle
from chronicle.build.fingerprints import engine


def test_the_program_is_told_by_its_own_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prints = []
    for text in ("a = 1", "a = 2"):
        (tmp_path / "__init__.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(chronicle, "__file__", str(tmp_path / "__init__.py"))
        prints.append(engine.__wrapped__())
    assert prints[0] != prints[1]
