"""Output paths, and the way from one page to another."""

import posixpath
from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle import urls

ids = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True).filter(lambda id_: id_ not in urls.RESERVED)
registers = st.sampled_from(["locations", "actors", "types", "sources"])
pages = st.one_of(
    st.sampled_from([urls.HOME, urls.TIMELINE, urls.UNDATED, urls.EVENTS, urls.ABOUT, urls.NOT_FOUND]),
    ids.map(urls.event),
    st.builds(urls.entry, registers, ids),
    registers.map(urls.index),
    st.builds(urls.period, st.integers(1, 9999), st.none() | st.integers(1, 12)),
    st.builds(lambda id_, year: urls.part(urls.event(id_), str(year)), ids, st.integers(1000, 9999)),
)
deep_pages = st.lists(st.sampled_from(["a", "b", "index"]), min_size=1, max_size=4).map(lambda f: "/".join(f) + ".html")


@given(st.one_of(pages, deep_pages), pages)
def test_a_relative_link_leads_from_any_depth_to_its_page(page: str, target: str) -> None:
    assert urls.resolve(page, urls.up(page) + target) == target


@given(st.one_of(pages, deep_pages), pages)
def test_a_browser_follows_a_relative_link_to_the_same_page(page: str, target: str) -> None:
    base = "https://host.example/below/a/path/"
    assert urljoin(base + page, urls.up(page) + target) == base + target


@given(pages)
def test_every_page_lies_at_most_one_folder_deep(page: str) -> None:
    assert page.count("/") <= 1


@given(ids, ids)
def test_an_event_never_has_the_path_of_the_index_of_events(one: str, other: str) -> None:
    assert urls.event(one) not in (urls.EVENTS, urls.part(urls.EVENTS, other), urls.part(urls.event(one), other))


@pytest.mark.parametrize(
    ("page", "reference", "target"),
    [
        ("index.html", "events/a.html", "events/a.html"),
        ("events/a.html", "b.html", "events/b.html"),
        ("events/a.html", "../index.html", "index.html"),
        ("events/a.html", "./b.html", "events/b.html"),
        ("events/a.html", "x/../b.html", "events/b.html"),
        ("events/a.html", "..", "index.html"),
        ("events/a.html", "../", "index.html"),
        ("events/a.html", ".", "events/index.html"),
        ("events/a.html", "./", "events/index.html"),
        ("events/a.html", "../about/", "about/index.html"),
        ("a/b/c.html", "..", "a/index.html"),
        ("index.html", "./", "index.html"),
    ],
)
def test_a_reference_is_resolved_as_a_browser_does(page: str, reference: str, target: str) -> None:
    assert urls.resolve(page, reference) == target
    below = urlsplit(urljoin(f"https://host.example/{page}", reference)).path.removeprefix("/")
    assert target == (f"{below}index.html" if posixpath.basename(below) == "" else below)


@pytest.mark.parametrize(
    ("page", "reference"),
    [("index.html", "../a.html"), ("events/a.html", "../../a.html"), ("events/a.html", "../../"), ("a.html", "..")],
)
def test_a_reference_out_of_the_site_says_so(page: str, reference: str) -> None:
    assert urls.resolve(page, reference).startswith("../")


@pytest.mark.parametrize(
    ("base", "path", "address"),
    [
        ("https://host.example", "events/a.html", "https://host.example/events/a.html"),
        ("https://host.example/", "index.html", "https://host.example/"),
        ("https://host.example/sub/", "events/index.html", "https://host.example/sub/events/"),
        ("https://host.example/sub", "events/the-index.html", "https://host.example/sub/events/the-index.html"),
    ],
)
def test_an_address_names_an_index_by_its_folder_and_no_other_page(base: str, path: str, address: str) -> None:
    assert urls.absolute(base, path) == address


@pytest.mark.parametrize(
    ("base", "path"),
    [
        ("", "/"),
        ("https://host.example", "/"),
        ("https://host.example/", "/"),
        ("https://host.example/sub", "/sub/"),
        ("https://host.example/sub/path//", "/sub/path/"),
    ],
)
def test_the_path_of_the_base_has_slashes_at_both_ends(base: str, path: str) -> None:
    assert urls.base_path(base) == path


def test_years_and_months_before_the_year_1000_sort_as_text() -> None:
    assert urls.period(99) == "timeline/0099.html"
    assert urls.period(99, 3) == "timeline/0099-03.html"
