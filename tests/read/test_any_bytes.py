import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronicle.examine import examine
from chronicle.problems.codes import CODES
from chronicle.records.registers import REGISTERS

GIVEN = Path(__file__).parent.parent / "records"
PIECES = sorted(
    line for file in sorted((GIVEN / "bad").glob("*.yaml")) for line in file.read_bytes().splitlines(keepends=True)
)
texts = st.lists(
    st.one_of(
        st.sampled_from(PIECES), st.binary(max_size=8), st.sampled_from([b" ", b"\n", b"- ", b": ", b"[", b"{", b'"'])
    ),
    max_size=12,
).map(b"".join)


def problems_of(file: str, data: bytes) -> list[str]:
    """Put bytes into the small chronicle as a file, examine it, and return the codes of all problems."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(GIVEN / "registers", root / "registers")
        shutil.copytree(GIVEN / "static", root / "static")
        shutil.copytree(GIVEN / "events", root / "events")
        shutil.copy(GIVEN / "chronicle.yaml", root)
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        (root / file).write_bytes(data)
        _, problems = examine(root)
    assert problems == sorted(problems, key=lambda problem: problem.place)
    assert all(problem.message and problem.remedy for problem in problems)
    return [problem.code for problem in problems]


@given(st.one_of(texts, st.binary(max_size=60)))
@example(b"\xff\xfe")
@example(b"type: " + b"[" * 30)
@example(b"date: {when: }")
@example(b"sources: [[]]\n")
@example(b"merged_into: x\nformerly: [x]\n")
def test_any_bytes_as_an_event_are_examined(data: bytes) -> None:
    assert CODES.keys() >= set(problems_of("events/any.yaml", data))


@pytest.mark.parametrize("name", REGISTERS)
@given(data=st.one_of(texts, st.binary(max_size=60)))
def test_any_bytes_as_a_register_are_examined(name: str, data: bytes) -> None:
    assert CODES.keys() >= set(problems_of(f"registers/{name}/any.yaml", data))


@given(st.one_of(texts, st.binary(max_size=60)))
def test_any_bytes_as_settings_are_examined(data: bytes) -> None:
    assert CODES.keys() >= set(problems_of("chronicle.yaml", data))
