"""Links of pages that stand are judged by what is new and by what is gone."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import pytest

from chronicle.build.fingerprints import engine
from chronicle.build.header import Header
from chronicle.build.laying import Kept, Referred
from chronicle.build.linkage import Linkage
from chronicle.build.past import Keeping, Past
from chronicle.build.store import DamagedError, Store
from chronicle.links import Judge, mark

LEADS = Referred(mark("b.html"), ())
NOWHERE = Referred(b"", ())
WANTED = ("b.html#here", "b.html", "here")


def past(root: Path, pages: Mapping[str, tuple[Kept, Referred]]) -> Past:
    """Return what a build kept that published these pages."""
    kinds = {
        "pages": Keeping({path: kept for path, (kept, _) in pages.items()}),
        "references": Keeping({path: encoded(found) for path, (_, found) in pages.items()}),
        "files": Keeping({}),
    }
    header = Header(engine=engine())
    Past(Store(root), Header()).keep(header, kinds)
    return Past(Store(root), header)


def encoded(found: Referred) -> bytes:
    return msgspec.msgpack.encode(found)


def kept(*wanted: tuple[str, str, str]) -> Kept:
    return Kept(b"key", "digest", wanted)


def faults(pages: Mapping[str, Kept], fresh: Mapping[str, Referred], before: Past, out: Path) -> list[tuple[str, str]]:
    """Return the pages that lead nowhere, with what is said of it."""
    paths = frozenset(pages)
    linkage = Linkage(pages, {path: encoded(found) for path, found in fresh.items()}, before, paths, out)
    return [(path, message) for path, (message, _) in linkage.faults(Judge(paths))]


def test_a_page_that_goes_is_found_in_links_of_pages_that_stand(tmp_path: Path) -> None:
    before = past(tmp_path, {"a.html": (kept(), LEADS), "b.html": (kept(), NOWHERE)})
    (tmp_path / "a.html").write_text('<a href="b.html">', encoding="utf-8")
    ((page, message),) = faults({"a.html": kept()}, {}, before, tmp_path)
    assert page == "a.html"
    assert "b.html" in message


def test_a_page_that_seems_to_lead_to_what_is_gone_is_judged_by_its_own_text(tmp_path: Path) -> None:
    before = past(tmp_path, {"a.html": (kept(), LEADS), "b.html": (kept(), NOWHERE)})
    (tmp_path / "a.html").write_text('<a href="a.html">', encoding="utf-8")
    assert faults({"a.html": kept()}, {}, before, tmp_path) == []


def test_a_page_of_which_nothing_can_be_read_any_more_is_what_is_kept_of_it_no_longer(tmp_path: Path) -> None:
    before = past(tmp_path, {"a.html": (kept(), LEADS), "b.html": (kept(), NOWHERE)})
    with pytest.raises(DamagedError):
        faults({"a.html": kept()}, {}, before, tmp_path)


def test_pages_that_stand_are_sound_while_no_page_goes(tmp_path: Path) -> None:
    before = past(tmp_path, {"a.html": (kept(), LEADS), "b.html": (kept(), NOWHERE)})
    assert faults({"a.html": kept(), "b.html": kept(), "c.html": kept()}, {"c.html": NOWHERE}, before, tmp_path) == []


def test_an_id_that_goes_from_a_page_laid_out_now_is_found_in_pages_that_stand(tmp_path: Path) -> None:
    before = past(tmp_path, {"a.html": (kept(WANTED), LEADS), "b.html": (kept(), Referred(b"", ("here",)))})
    pages = {"a.html": kept(WANTED), "b.html": kept()}
    ((page, message),) = faults(pages, {"b.html": Referred(b"", ("there",))}, before, tmp_path)
    assert page == "a.html"
    assert "here" in message
    assert faults(pages, {"b.html": Referred(b"", ("here", "there"))}, before, tmp_path) == []


def test_an_id_that_a_page_laid_out_now_wants_is_looked_for_in_pages_that_stand(tmp_path: Path) -> None:
    before = past(tmp_path, {"b.html": (kept(), Referred(b"", ("there",)))})
    ((page, _),) = faults({"a.html": kept(WANTED), "b.html": kept()}, {"a.html": LEADS}, before, tmp_path)
    assert page == "a.html"


def test_ids_are_not_asked_for_between_pages_that_stand(tmp_path: Path) -> None:
    before = past(tmp_path, {})
    assert faults({"a.html": kept(WANTED), "b.html": kept()}, {}, before, tmp_path) == []
