"""Links of pages that stand are judged by what is new and by what is gone."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from chronicle.build.fingerprints import engine
from chronicle.build.header import Header
from chronicle.build.laying import Kept
from chronicle.build.linkage import Linkage
from chronicle.build.past import Keeping, Past
from chronicle.build.store import Store
from chronicle.links import Judge
from chronicle.render.references import References

LEADS = References(links=("b.html",), ids=())
NOWHERE = References((), ())
WANTED = ("b.html#here", "b.html", "here")


def past(root: Path, pages: Mapping[str, tuple[Kept, References]]) -> Past:
    """Return what a build kept that published these pages."""
    kinds = {
        "pages": Keeping({path: kept for path, (kept, _) in pages.items()}),
        "references": Keeping({path: encoded(found) for path, (_, found) in pages.items()}),
        "files": Keeping({}),
    }
    header = Header(engine=engine())
    Past(Store(root), Header()).keep(header, kinds)
    return Past(Store(root), header)


def encoded(found: References) -> bytes:
    return msgspec.msgpack.encode(found)


def kept(*wanted: tuple[str, str, str]) -> Kept:
    return Kept(b"key", "digest", wanted)


def faults(pages: Mapping[str, Kept], fresh: Mapping[str, References], before: Past) -> list[tuple[str, str]]:
    """Return the pages that lead nowhere, with what is said of it."""
    paths = frozenset(pages)
    linkage = Linkage(pages, {path: encoded(found) for path, found in fresh.items()}, before, paths)
    return [(path, message) for path, (message, _) in linkage.faults(Judge(paths))]


def test_a_page_that_goes_is_found_in_links_of_pages_that_stand(tmp_path: Path) -> None:
    before = past(tmp_path, {"a.html": (kept(), LEADS), "b.html": (kept(), NOWHERE)})
    ((page, message),) = faults({"a.html": kept()}, {}, before)
    assert page == "a.html"
    assert "b.html" in message


def test_pages_that_stand_are_sound_while_no_page_goes(tmp_path: Path) -> None:
    before = past(tmp_path, {"a.html": (kept(), LEADS), "b.html": (kept(), NOWHERE)})
    assert faults({"a.html": kept(), "b.html": kept(), "c.html": kept()}, {"c.html": NOWHERE}, before) == []


def test_an_id_that_goes_from_a_page_laid_out_now_is_found_in_pages_that_stand(tmp_path: Path) -> None:
    before = past(tmp_path, {"a.html": (kept(WANTED), LEADS), "b.html": (kept(), References((), ("here",)))})
    pages = {"a.html": kept(WANTED), "b.html": kept()}
    ((page, message),) = faults(pages, {"b.html": References((), ("there",))}, before)
    assert page == "a.html"
    assert "here" in message
    assert faults(pages, {"b.html": References((), ("here", "there"))}, before) == []


def test_an_id_that_a_page_laid_out_now_wants_is_looked_for_in_pages_that_stand(tmp_path: Path) -> None:
    before = past(tmp_path, {"b.html": (kept(), References((), ("there",)))})
    ((page, _),) = faults({"a.html": kept(WANTED), "b.html": kept()}, {"a.html": LEADS}, before)
    assert page == "a.html"


def test_ids_are_not_asked_for_between_pages_that_stand(tmp_path: Path) -> None:
    before = past(tmp_path, {})
    assert faults({"a.html": kept(WANTED), "b.html": kept()}, {}, before) == []
