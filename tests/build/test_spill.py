"""What is spilled is what comes back, and it leaves nothing behind."""

import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.build.spill import Spill


@given(st.dictionaries(st.text(), st.binary()))
def test_values_come_back_as_they_were_put(values: dict[str, bytes]) -> None:
    spill = Spill(Path(tempfile.gettempdir()))
    for name, value in values.items():
        spill.put(name, value)
        assert spill[name] == value
    assert dict(spill) == values
    assert len(spill) == len(values)


def test_a_name_that_was_never_put_is_not_there(tmp_path: Path) -> None:
    spill = Spill(tmp_path)
    assert "lost" not in spill
    with pytest.raises(KeyError):
        spill["lost"]


def test_nothing_of_it_is_seen_in_the_folder(tmp_path: Path) -> None:
    spill = Spill(tmp_path)
    spill.put("a", b"1")
    assert spill["a"] == b"1"
    assert not list(tmp_path.iterdir())
