"""Every kind of page works from disk and from any path of a host, for everybody, and asks nobody else for anything."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe  # type: ignore[import-untyped]  # it comes without types
from kinds import KINDS, richest

from browsing import Visit, on_disk

pytestmark = pytest.mark.browser

Sites = Callable[[str], Path]
Visits = Callable[..., Visit]
Served = Callable[[Path], str]

WIDTHS = (320, 360, 1280)
OTHERS = [
    *(("uncertain", f"events/{name}.html") for name in ("markup", "long", "contested", "arabic", "whole")),
    *(("uncertain", path) for path in ("index.html", "locations/kobani.html", "timeline/undated.html")),
    *(("signposts", f"events/{name}.html") for name in ("withdrawn", "merged")),
]
EVERY = [*(("real", kind) for kind in KINDS), *OTHERS]

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


def path_of(folder: Path, page: str) -> str:
    return richest(folder, page) if page in KINDS else page


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_a_page_opens_from_disk_and_over_the_web_and_nothing_goes_wrong(
    name: str, page: str, site: Sites, visit: Visits, served: Served
) -> None:
    folder = site(name)
    for origin in (on_disk(folder), served(folder)):
        visited = visit(origin)
        opened = visited.open(path_of(folder, page))
        assert visited.wrong == []
        assert opened.locator("h1").count() == 1
        assert opened.locator("html").get_attribute("lang") == "en"
        assert opened.evaluate("getComputedStyle(document.querySelector('main')).display") != "inline"
        assert opened.evaluate("document.styleSheets.length") == 1


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_a_page_has_no_fault_of_accessibility(name: str, page: str, site: Sites, visit: Visits) -> None:
    folder = site(name)
    results = Axe().run(visit(on_disk(folder)).open(path_of(folder, page)))
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_a_page_has_colours_that_can_be_read_in_the_dark(name: str, page: str, site: Sites, visit: Visits) -> None:
    folder = site(name)
    opened = visit(on_disk(folder), scheme="dark").open(path_of(folder, page))
    results = Axe().run(opened, options={"runOnly": ["color-contrast"]})
    assert results.violations_count == 0, results.generate_report()


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_a_page_is_never_wider_than_the_screen(name: str, page: str, site: Sites, visit: Visits) -> None:
    folder = site(name)
    opened = visit(on_disk(folder)).open(path_of(folder, page))
    wider = {}
    for width in WIDTHS:
        opened.set_viewport_size({"width": width, "height": 800})
        wider[width] = opened.evaluate(OVERFLOW)
    assert wider == dict.fromkeys(WIDTHS, 0)


@pytest.mark.parametrize(("name", "page"), EVERY)
def test_a_page_can_be_read_without_scripts(name: str, page: str, site: Sites, visit: Visits) -> None:
    folder = site(name)
    opened = visit(on_disk(folder), scripts=False).open(path_of(folder, page))
    assert opened.locator("h1").is_visible()
    assert opened.locator("main").inner_text().strip()
    links = opened.locator("header nav a")
    assert links.count() >= 5
    assert all(link.is_visible() for link in links.all())


@pytest.mark.parametrize("page", ["home", "event", "location", "timeline"])
def test_the_keyboard_reaches_the_content_and_shows_where_it_is(page: str, site: Sites, visit: Visits) -> None:
    folder = site("real")
    opened = visit(on_disk(folder)).open(path_of(folder, page))
    opened.keyboard.press("Tab")
    skip = opened.locator(":focus")
    assert skip.get_attribute("href") == "#main"
    assert opened.evaluate("document.activeElement.getBoundingClientRect().top") >= 0
    opened.keyboard.press("Enter")
    assert opened.evaluate("document.activeElement.id") == "main"
    for _ in range(12):
        opened.keyboard.press("Tab")
        marked = opened.evaluate(
            "(({outlineStyle, outlineWidth}) => outlineStyle != 'none' && parseFloat(outlineWidth) > 0)"
            "(getComputedStyle(document.activeElement))"
        )
        assert marked, opened.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("scripts", [True, False])
def test_a_small_screen_opens_the_menu_with_and_without_scripts(scripts: bool, site: Sites, visit: Visits) -> None:
    opened = visit(on_disk(site("real")), scripts=scripts, width=320).open("index.html")
    first = opened.locator("header nav a").first
    assert not first.is_visible()
    opened.locator("header button").first.press("Enter")
    assert first.is_visible()
    first.click()
    assert opened.url.endswith("/timeline/index.html")


@pytest.mark.parametrize("page", ["home", "event", "location", "timeline", "about"])
def test_paper_has_no_navigation(page: str, site: Sites, visit: Visits) -> None:
    folder = site("real")
    opened = visit(on_disk(folder)).open(path_of(folder, page))
    opened.emulate_media(media="print")
    assert opened.locator("h1").is_visible()
    for selector in ("header nav", "header button", ".skip", "nav.neighbours"):
        assert not any(each.is_visible() for each in opened.locator(selector).all()), selector


def test_zoomed_text_stays_on_the_screen(site: Sites, visit: Visits) -> None:
    opened = visit(on_disk(site("real")), width=640).open("index.html")
    opened.evaluate("document.documentElement.style.fontSize = '200%'")
    assert opened.evaluate(OVERFLOW) == 0
