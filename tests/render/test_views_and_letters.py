"""A page laid out from its view and from its bytes is the same page, for every view that there is."""

from collections.abc import Callable
from pathlib import Path
from typing import get_args

import msgspec
import pytest

from chronicle.drawing.projection import Projection
from chronicle.pages.frame import frame
from chronicle.pages.plan import plan
from chronicle.pages.site import Site
from chronicle.render.renderer import Letter, Renderer
from chronicle.render.theme import own_theme
from chronicle.views.page import Page
from chronicle.views.views import AnyView

SITES = Path(__file__).resolve().parent.parent / "sites"
LEVANT = Projection((34.0, 31.0, 43.0, 38.0))

Sites = dict[str, tuple[Site, list[Page]]]


@pytest.fixture
def sites(planned: Callable[[Path], tuple[Site, dict[str, Page]]]) -> Sites:
    """Return the small chronicles with a map, by name, and their pages."""
    found: Sites = {}
    for name in ("minimal", "uncertain", "signposts"):
        site, _ = planned(SITES / name)
        mapped = Site(site.chronicle, site.words, LEVANT)
        found[name] = mapped, [draft.page() for draft in plan(mapped)]
    return found


def letter(page: Page) -> bytes:
    return msgspec.msgpack.encode(Letter(page.path, page.template, page.view), order="deterministic")  # type: ignore[arg-type]  # AnyView is every View


def test_every_kind_of_view_is_on_these_pages(sites: Sites) -> None:
    assert {type(page.view) for _, pages in sites.values() for page in pages} == set(get_args(AnyView))


def test_a_view_that_is_read_back_says_the_same(sites: Sites) -> None:
    for _, pages in sites.values():
        for page in pages:
            read = msgspec.msgpack.decode(letter(page), type=Letter)
            assert repr(read.view) == repr(page.view), page.path


def test_a_page_of_a_view_is_that_of_its_bytes(sites: Sites) -> None:
    for site, pages in sites.values():
        of_views = Renderer((own_theme(),), site.words, frame(site))
        of_bytes = Renderer((own_theme(),), site.words, frame(site))
        for page in pages:
            assert of_views.page(page.path, page.template, page.view) == of_bytes.render(letter(page)), page.path


def test_the_order_of_pages_makes_no_difference(sites: Sites) -> None:
    site, pages = sites["uncertain"]
    forth, back = (Renderer((own_theme(),), site.words, frame(site)) for _ in range(2))
    one = {page.path: forth.page(page.path, page.template, page.view) for page in pages}
    other = {page.path: back.page(page.path, page.template, page.view) for page in reversed(pages)}
    assert one == other
