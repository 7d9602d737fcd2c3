"""What the build before kept is taken up where it still holds, and nowhere else."""

from pathlib import Path

import pytest
from msgspec.structs import replace

from chronicle.build.fingerprints import engine, program
from chronicle.build.header import Header, header_of
from chronicle.build.inputs import fingerprint
from chronicle.build.laying import Kept
from chronicle.build.past import Keeping, Past, difference
from chronicle.build.store import FILE, FOLDER, DamagedError, Store
from chronicle.looks import Look, looks

FAR = 2**62
LOOKED: dict[str, Look | None] = {"chronicle.yaml": Look(1, 2, 3, 4)}


@pytest.fixture
def out(tmp_path: Path) -> Path:
    (tmp_path / "build").mkdir()
    (tmp_path / "build" / "index.html").write_bytes(b"x")
    return tmp_path / "build"


def header(out: Path) -> Header:
    """Return the header of a build that published what stands at `out`."""
    return Header(
        engine=engine(),
        program=program(),
        out=str(out),
        began=FAR,
        ended=FAR,
        inputs=fingerprint(LOOKED),
        outputs=fingerprint(dict(looks(out))),
    )


def kept(root: Path, found: Header) -> Past:
    """Return what the next build knows of one with a page and this header."""
    Past(Store(root), Header()).keep(found, {"pages": Keeping({"index.html": Kept(b"key", "digest")})})
    store = Store(root)
    return Past(store, header_of(store))


def test_what_was_kept_comes_back(tmp_path: Path, out: Path) -> None:
    past = kept(tmp_path, header(out))
    assert (past.known, past.header) == (True, header(out))
    assert past.pages == {"index.html": Kept(b"key", "digest")}


def test_nothing_is_taken_up_of_another_version_of_the_program(tmp_path: Path, out: Path) -> None:
    past = kept(tmp_path, replace(header(out), engine=b"another"))
    assert (past.known, past.header, past.pages) == (False, Header(), {})
    assert not (tmp_path / FOLDER / FILE).exists()


def test_a_part_that_was_not_kept_is_told_from_one_that_is_empty(tmp_path: Path, out: Path) -> None:
    past = kept(tmp_path, header(out))
    with pytest.raises(DamagedError):
        past.files  # noqa: B018 - read when it is asked for


def test_a_build_holds_for_the_same_files_at_the_same_folder(out: Path) -> None:
    assert header(out).holds(LOOKED, out)


def test_a_build_holds_for_no_other_folder(out: Path) -> None:
    assert not header(out).holds(LOOKED, out.with_name("elsewhere"))
    assert not replace(header(out), out=str(out.with_name("elsewhere"))).holds(LOOKED, out)


def test_a_build_holds_no_more_once_an_input_looks_different(out: Path) -> None:
    assert not header(out).holds({"chronicle.yaml": Look(1, 2, 3, 5)}, out)
    assert not header(out).holds({**LOOKED, "events/new.yaml": Look(1, 2, 3, 5)}, out)


def test_a_build_holds_no_more_once_a_published_file_looks_different(out: Path) -> None:
    before = header(out)
    (out / "index.html").write_bytes(b"xy")
    assert not before.holds(LOOKED, out)


def test_a_build_does_not_hold_where_a_file_could_have_changed_unseen(out: Path) -> None:
    assert not replace(header(out), began=3).holds(LOOKED, out)
    assert not replace(header(out), ended=3).holds(LOOKED, out)


def test_a_build_does_not_hold_for_another_theme(out: Path) -> None:
    assert not replace(header(out), program=b"another").holds(LOOKED, out)


def test_the_difference_of_two_builds_is_what_is_new_changed_or_gone() -> None:
    found = difference({"a": 1, "b": 2, "c": 3}, {"a": 1, "b": 4, "d": 5})
    assert (found.values, found.gone) == ({"b": 4, "d": 5}, {"c"})
