"""Every page of a site is to be found from its first one, and old addresses lead on."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from kinds import pages

from browsing import Visit, on_disk

pytestmark = pytest.mark.browser

Sites = Callable[[str], Path]
Visits = Callable[..., Visit]

REFRESH = re.compile(r'content="0; url=\.\./([^"]+)"')
LINKS = "[...document.querySelectorAll('a[href]')].map(a => new URL(a.getAttribute('href'), document.baseURI).href)"


def walked(visited: Visit) -> set[str]:
    """Follow every link inside the site from the home page; return the paths that were reached."""
    ahead, seen = ["index.html"], {"index.html"}
    for path in ahead:
        page = visited.open(path, whole=False)
        for address in page.evaluate(LINKS):
            if address.startswith(visited.origin):
                target = address.removeprefix(visited.origin).partition("#")[0].partition("?")[0]
                if target.endswith(".html") and target not in seen:
                    seen.add(target)
                    ahead.append(target)
    return seen


def hidden(path: Path) -> bool:
    """Tell whether a page asks not to be found: signposts, redirects and the 404 page do."""
    return '<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["minimal", "uncertain", "signposts", "real"])
def test_every_page_is_reached_from_the_home_page(name: str, site: Sites, visit: Visits) -> None:
    folder = site(name)
    visited = visit(on_disk(folder))
    found = walked(visited)
    expected = {path for path, place in pages(folder).items() if not hidden(place)}
    assert sorted(expected - found) == []
    assert sorted(found - pages(folder).keys()) == []
    assert visited.wrong == []


def test_nothing_leads_to_an_old_address(site: Sites, visit: Visits) -> None:
    folder = site("signposts")
    redirects = {path for path, place in pages(folder).items() if REFRESH.search(place.read_text(encoding="utf-8"))}
    assert redirects
    assert not redirects & walked(visit(on_disk(folder)))


@pytest.mark.parametrize("web", [False, True])
def test_a_redirect_leads_to_its_target_at_once_without_scripts(
    web: bool, site: Sites, visit: Visits, served: Callable[[Path], str]
) -> None:
    folder = site("signposts")
    visited = visit(served(folder) if web else on_disk(folder), scripts=False)
    for path, place in pages(folder).items():
        if refresh := REFRESH.search(place.read_text(encoding="utf-8")):
            visited.open(path, whole=False)
            visited.page.wait_for_url(visited.origin + refresh[1])
            assert visited.page.locator("h1").is_visible()
    assert visited.wrong == []


def test_the_404_page_works_at_any_depth_of_its_host(
    site: Sites, visit: Visits, served: Callable[[Path], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("browsing.BELOW", "/archive/chronicle/")
    visited = visit(served(site("overridden")))
    for path in ("lost.html", "events/lost.html", "a/b/c/lost"):
        page = visited.open(path)
        assert [each for each in visited.wrong if "404" not in each] == []
        assert page.locator("h1").is_visible()
        assert page.evaluate("getComputedStyle(document.querySelector('main')).display") != "inline"
    page.locator("main a").first.click()
    assert page.url == f"{visited.origin}index.html"
