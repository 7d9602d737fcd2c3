"""A page's key tells all that makes it."""

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
