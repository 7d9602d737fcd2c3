"""What a page refers to, taken from its bytes, is what a parser of HTML finds on it."""

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import escape

from chronicle.render.references import references

IDREFS = frozenset({"for", "popovertarget", "aria-labelledby", "aria-describedby", "aria-controls"})
REFRESH = re.compile(r"\s*\d+\s*;\s*url=(.*)", re.DOTALL | re.IGNORECASE)

# An attribute of ours, as simply as it can be written.
ATTRIBUTE = re.compile(
    r"""(?<=\s)(href|src|id|for|popovertarget|aria-labelledby|aria-describedby|aria-controls|srcset|content)="""
    r"""(?:"([^"]*)"|'([^']*)')"""
)
pieces = st.sampled_from(
    [
        *(" ", "\n", "\t", "\xa0", '"', "'", "=", '="', "='", ">", "<a ", "x", "a b", "&amp;", "&#34;", "&", ","),
        *("href", "src", "id", "for", "aria-controls", "srcset", "content", "class", "data-href", "lang"),
        *(
            ' href="',
            " id='",
            ' for="a b"',
            ' class="x"',
            ' title=" id="',
            ' content="0; url=x"',
            ' srcset="a 1x, b 2x"',
        ),
    ]
)


class Finder(HTMLParser):
    """Finds links and ids with the standard library's parser, attribute by attribute."""

    def __init__(self, html: bytes) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.ids: set[str] = set()
        self.feed(html.decode())
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        for name, value in found.items():
            if name == "id":
                self.ids.add(value)
            elif name in ("href", "src"):
                self.links.add(value)
            elif name == "srcset":
                self.links |= {candidate.split()[0] for candidate in value.split(",")}
            elif name in IDREFS:
                self.links |= {f"#{id_}" for id_ in value.split()}
        if tag == "meta" and found.get("http-equiv") == "refresh" and (refresh := REFRESH.fullmatch(found["content"])):
            self.links.add(refresh[1])


@pytest.mark.parametrize("name", ["minimal", "uncertain", "signposts", "overridden", "real"])
def test_links_and_ids_of_every_page_are_those_that_a_parser_finds(name: str, site: Callable[[str], Path]) -> None:
    pages = sorted(site(name).rglob("*.html"))
    assert pages
    for page in pages:
        html = page.read_bytes()
        found, expected = references(html.decode()), Finder(html)
        assert set(found.links) == expected.links, page
        assert set(found.ids) == expected.ids, page


@given(st.lists(pieces, max_size=14).map("".join))
def test_whatever_the_quotes_attributes_are_taken_from_the_left_each_with_its_value(html: str) -> None:
    links, ids = set[str](), set[str]()
    for name, double, single in ATTRIBUTE.findall(html):
        value = unescape(double or single)
        if name == "id":
            ids.add(value)
        elif name in IDREFS:
            links |= {f"#{id_}" for id_ in value.split()}
        elif name == "srcset":
            links |= {(candidate.split() or [""])[0] for candidate in value.split(",")}
        elif name != "content":
            links.add(value)
        elif refresh := REFRESH.fullmatch(value):
            links.add(refresh[1])
    found = references(html)
    assert (sorted(found.links), sorted(found.ids)) == (sorted(links), sorted(ids))


@given(st.text(st.characters(codec="utf-8", exclude_characters="\0\r")), st.sampled_from("\"'"))
def test_any_value_of_an_attribute_comes_back_as_it_was(value: str, quote: str) -> None:
    html = f"<a href={quote}{escape(value)}{quote} id={quote}{escape(value)}{quote}>{escape(value)}</a>"
    found = references(html)
    assert (found.links, found.ids) == ((value,), (value,))


@given(st.text(st.sampled_from("href=src id\"' .<>&xy")))
def test_escaped_prose_is_never_taken_for_an_attribute(text: str) -> None:
    found = references(f"<p>{escape(text)}</p>")
    assert (found.links, found.ids) == ((), ())


def test_each_link_and_each_id_stands_once() -> None:
    found = references('<a href="b"></a><img src="a"><a href="b" id="z"><b id="y"><b id="z">')
    assert sorted(found.links) == ["a", "b"]
    assert sorted(found.ids) == ["y", "z"]


@pytest.mark.parametrize(
    ("html", "links"),
    [
        ('<a href="">', ("",)),
        ("<a href='x.html'>", ("x.html",)),
        ('<a\n  href="x.html">', ("x.html",)),
        ('<a href="x.html?a=1&amp;b=2#c">', ("x.html?a=1&b=2#c",)),
        ('<svg><image href="map.svg"/></svg>', ("map.svg",)),
        ('<img src="a.png" srcset="a.png 1x,\n b.png 2x">', ("a.png", "b.png")),
        ('<img srcset="">', ("",)),
        ('<meta http-equiv="refresh" content="0; url=../x.html">', ("../x.html",)),
        ('<meta http-equiv="refresh" content="5;URL=x.html">', ("x.html",)),
        ('<meta name="description" content="12 events; url=none">', ()),
        ('<svg aria-labelledby="title text">', ("#text", "#title")),
        ('<button popovertarget="menu">', ("#menu",)),
        ('<label for="field">', ("#field",)),
        ('<p data-href="x" hreflang="en" srcdoc="x">', ()),
    ],
)
def test_each_way_of_referring_is_found(html: str, links: tuple[str, ...]) -> None:
    assert sorted(references(html).links) == sorted(links)
