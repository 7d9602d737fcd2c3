"""The sitemap names every page that a search may find, by absolute addresses."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from composing import composed, years

from chronicle.examine import examine
from chronicle.exports import sitemap as sitemaps
from chronicle.exports.sitemap import drafts
from chronicle.link.chronicle import Chronicle

SITES = Path(__file__).resolve().parent.parent / "sites"
NS = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@pytest.fixture
def chronicle() -> Chronicle:
    found, _ = examine(SITES / "signposts")
    return found


def locations(data: bytes) -> list[str]:
    return [element.text or "" for element in Xml.fromstring(data).iterfind(".//s:loc", NS)]  # noqa: S314 - our own


def test_without_an_address_there_is_none() -> None:
    found, _ = examine(SITES / "minimal")
    assert composed(drafts(found, years(found), ["index.html"])) == {}


def test_pages_are_named_by_their_addresses_in_order(chronicle: Chronicle) -> None:
    found = composed(drafts(chronicle, years(chronicle), ["index.html", "events/kept.html", "about/index.html"]))
    assert locations(found["sitemap.xml"]) == [
        "https://chronicle.example/about/",
        "https://chronicle.example/events/kept.html",
        "https://chronicle.example/",
    ]


def test_an_events_page_has_the_day_of_its_last_change(chronicle: Chronicle) -> None:
    found = composed(drafts(chronicle, years(chronicle), ["index.html", "events/kept.html"]))
    root = Xml.fromstring(found["sitemap.xml"])  # noqa: S314 - our own
    assert [url.findtext("s:lastmod", None, NS) for url in root.findall("s:url", NS)] == ["2026-03-04", None]


def test_robots_are_told_of_the_sitemap(chronicle: Chronicle) -> None:
    robots = composed(drafts(chronicle, years(chronicle), []))["robots.txt"].decode()
    assert robots == "User-agent: *\nAllow: /\nSitemap: https://chronicle.example/sitemap.xml\n"


def test_many_pages_are_cut_by_the_year_of_their_events_under_an_index(
    chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "WHOLE", 2)
    pages = ["index.html", "events/kept.html", "events/later.html"]
    found = composed(drafts(chronicle, years(chronicle), pages))
    assert locations(found["sitemap.xml"]) == [
        "https://chronicle.example/sitemap.2020.xml",
        "https://chronicle.example/sitemap.pages.xml",
    ]
    assert len(locations(found["sitemap.2020.xml"])) == 2
    assert locations(found["sitemap.pages.xml"]) == ["https://chronicle.example/"]


def test_no_file_has_more_addresses_than_the_format_allows(
    chronicle: Chronicle, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sitemaps, "WHOLE", 2)
    monkeypatch.setattr(sitemaps, "FILE_ADDRESSES", 3)
    pages = [f"actors/a{number}.html" for number in range(8)]
    found = composed(drafts(chronicle, years(chronicle), pages))
    cut = [locations(data) for name, data in found.items() if name.startswith("sitemap.pages")]
    assert [len(each) for each in cut] == [3, 3, 2]
    assert sorted(address for each in cut for address in each) == [
        f"https://chronicle.example/{page}" for page in pages
    ]


def test_the_sitemap_of_a_built_site_names_every_page_but_signposts_redirects_and_the_404_page(
    site: Callable[[str], Path],
) -> None:
    out = site("signposts")
    named = set(locations((out / "sitemap.xml").read_bytes()))
    for path in out.rglob("*.html"):
        page = path.relative_to(out).as_posix()
        address = f"https://chronicle.example/{page.removesuffix('index.html') if path.name == 'index.html' else page}"
        hidden = '<meta name="robots" content="noindex">' in path.read_text(encoding="utf-8")
        assert (address in named) is not hidden, page


def test_addresses_below_a_path_of_the_host_have_it(site: Callable[[str], Path]) -> None:
    for address in locations((site("overridden") / "sitemap.xml").read_bytes()):
        assert address.startswith("https://host.example/archive/chronicle/")
