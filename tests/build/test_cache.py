"""What is kept of pages comes back whole, or not at all."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import chronicle
from chronicle.build import cache
from chronicle.build.cache import Kept
from chronicle.render.references import References

texts = st.lists(st.text(), max_size=3).map(tuple)
kept = st.builds(Kept, st.binary(max_size=16), st.binary(max_size=16), st.builds(References, texts, texts))


@given(pages=st.dictionaries(st.text(), kept, max_size=5))
def test_what_is_kept_comes_back(tmp_path_factory: pytest.TempPathFactory, pages: dict[str, Kept]) -> None:
    root = tmp_path_factory.mktemp("root")
    cache.save(root, pages)
    assert cache.load(root) == pages


def test_where_nothing_is_kept_there_is_nothing(tmp_path: Path) -> None:
    assert cache.load(tmp_path) == {}


def test_what_another_version_of_the_program_kept_is_thrown_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    cache.save(tmp_path, {"a.html": Kept(b"k", b"d", References((), ()))})
    monkeypatch.setattr(cache, "engine", lambda: b"another")
    assert cache.load(tmp_path) == {}


@given(st.binary(), st.binary(), st.binary(min_size=1))
def test_a_key_changes_with_the_letter_and_with_the_template(letter: bytes, template: bytes, more: bytes) -> None:
    found = cache.key(letter, template)
    assert found == cache.key(letter, template)
    assert cache.key(letter + more, template) != found


def test_a_key_changes_with_the_program(monkeypatch: pytest.MonkeyPatch) -> None:
    before = cache.key(b"letter", b"template")
    monkeypatch.setattr(cache, "engine", lambda: b"another")
    assert cache.key(b"letter", b"template") != before


def test_the_program_is_told_by_its_own_sources(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    prints = []
    for text in ("a = 1", "a = 2"):
        (tmp_path / "__init__.py").write_text(text, encoding="utf-8")
        monkeypatch.setattr(chronicle, "__file__", str(tmp_path / "__init__.py"))
        prints.append(cache.engine.__wrapped__())
    assert prints[0] != prints[1]
