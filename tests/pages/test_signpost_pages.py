"""What stays at addresses that records and entries have left."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.pages.site import Site
from chronicle.views.page import Page
from chronicle.views.site import NotFoundView, RedirectView, SignpostView

SITES = Path(__file__).resolve().parent.parent / "sites"
Planned = Callable[[Path], tuple[Site, dict[str, Page]]]


@pytest.fixture
def pages(planned: Planned) -> dict[str, Page]:
    return planned(SITES / "signposts")[1]


def signpost(pages: dict[str, Page], id_: str) -> SignpostView:
    found = pages[f"events/{id_}.html"].view
    assert isinstance(found, SignpostView)
    return found


def target(pages: dict[str, Page], path: str) -> str:
    found = pages[path].view
    assert isinstance(found, RedirectView)
    return found.target.href


def test_a_withdrawn_record_says_why_and_leads_nowhere(pages: dict[str, Page]) -> None:
    found = signpost(pages, "withdrawn")
    assert found.reason.startswith("The *photograph* was of another year.")
    assert found.target is None


@pytest.mark.parametrize("id_", ["merged", "merged-twice"])
def test_a_merged_record_leads_to_the_event_that_holds_it_now(pages: dict[str, Page], id_: str) -> None:
    found = signpost(pages, id_).target
    assert found is not None
    assert (found.href, found.label) == ("events/kept.html", "A vigil is kept on the square")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("events/kept-at-first.html", "events/kept.html"),
        ("events/merged-at-first.html", "events/kept.html"),
        ("events/withdrawn-at-first.html", "events/withdrawn.html"),
        ("locations/market.html", "locations/square.html"),
        ("locations/old-square.html", "locations/square.html"),
        ("actors/people.html", "actors/residents.html"),
        ("sources/gazette-june.html", "sources/gazette.html"),
        ("types/wake.html", "types/vigil.html"),
    ],
)
def test_an_old_id_leads_to_the_end_at_once(pages: dict[str, Page], old: str, new: str) -> None:
    assert target(pages, old) == new
    assert not isinstance(pages[new].view, RedirectView)


def test_what_stands_at_an_old_address_names_the_file_behind_it(pages: dict[str, Page]) -> None:
    assert pages["events/withdrawn.html"].origin == "events/withdrawn.yaml"
    assert pages["events/kept-at-first.html"].origin == "events/kept.yaml"
    assert pages["types/wake.html"].origin == "registers/types.yaml"


@pytest.mark.parametrize(("name", "root"), [("minimal", "/"), ("overridden", "/archive/chronicle/")])
def test_the_404_page_knows_the_path_of_the_sites_root(planned: Planned, name: str, root: str) -> None:
    found = planned(SITES / name)[1]["404.html"].view
    assert isinstance(found, NotFoundView)
    assert found.root == root
