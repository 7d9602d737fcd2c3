"""What holds on every page of every site, and pages that are known by heart."""

import re
from collections import Counter
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from chronicle import __version__
from chronicle.render.theme import own_theme

SITES = Path(__file__).resolve().parent / "sites"
NAMES = ("minimal", "uncertain", "signposts", "overridden")
VOID = frozenset({"meta", "link", "img", "br", "hr", "input", "source", "wbr", "col"})

Sites = Callable[[str], Path]

GOLDEN = [
    pytest.param(
        folder.name.removesuffix(".golden"), path.relative_to(folder).as_posix(), id=f"{folder.stem}/{path.name}"
    )
    for folder in sorted(SITES.glob("*.golden"))
    for path in sorted(folder.rglob("*"))
    if path.is_file()
]


@pytest.mark.parametrize(("name", "path"), GOLDEN)
def test_a_page_is_what_it_was(name: str, path: str, site: Sites, pytestconfig: pytest.Config) -> None:
    """Renewed as tests/sites/README.md says."""
    made = (site(name) / path).read_text(encoding="utf-8").replace(f"Version {__version__}", "Version 0")
    golden = SITES / f"{name}.golden" / path
    if pytestconfig.getoption("--renew-golden"):
        golden.write_text(made, encoding="utf-8")
    assert made.splitlines() == golden.read_text(encoding="utf-8").splitlines()


class Page(HTMLParser):
    """What a page is made of: its elements with their attributes, and whether every element that begins also ends."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open, tag
        assert self.open.pop() == tag

    def all(self, *tags: str) -> list[dict[str, str]]:
        return [attributes for tag, attributes in self.elements if tag in tags]


@pytest.fixture(params=(*NAMES, "real"))
def pages(request: pytest.FixtureRequest, site: Sites) -> dict[str, Page]:
    """Return every page of a site, parsed."""
    out = site(request.param)
    own = {"about/index.html"} if request.param == "overridden" else set()
    paths = {path.relative_to(out).as_posix(): path for path in sorted(out.rglob("*.html"))}
    return {name: Page(path.read_text(encoding="utf-8")) for name, path in paths.items() if name not in own}


def test_every_element_that_begins_also_ends_in_its_place(pages: dict[str, Page]) -> None:
    assert {path: page.open for path, page in pages.items() if page.open} == {}


def test_every_page_has_a_language_a_title_a_policy_and_one_first_heading(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        [document] = page.all("html")
        assert document["lang"] == "en", path
        assert document["dir"] == "ltr", path
        assert page.all("title").count({}) == 1, path
        assert len(page.all("h1")) == 1, path
        assert len(page.all("main")) == 1, path
        policies = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
        assert len(policies) == 1, path
        assert "unsafe" not in policies[0], path


def test_headings_skip_no_level(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        levels = [int(tag[1]) for tag, _ in page.elements if re.fullmatch("h[1-6]", tag)]
        assert all(after <= before + 1 for before, after in zip([0, *levels], levels, strict=False)), path


def test_every_id_stands_once_on_its_page(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        ids = Counter(attributes["id"] for _, attributes in page.elements if "id" in attributes)
        assert [id_ for id_, number in ids.items() if number > 1] == [], path


def test_no_page_has_a_script_or_a_style_or_a_handler_of_its_own(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert all(script.get("src") for script in page.all("script")), path
        assert page.all("style", "iframe", "object", "embed", "base", "form") == [], path
        for tag, attributes in page.elements:
            assert not [name for name in attributes if name.startswith("on") or name == "style"], (path, tag)


def test_no_page_loads_anything_from_another_host(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        loaded = [each["src"] for each in page.all("img", "script", "source", "video", "audio") if "src" in each]
        loaded += [each["href"] for each in page.all("image", "use")]
        loaded += [each["href"] for each in page.all("link") if each["rel"] in ("icon", "stylesheet")]
        assert loaded, path
        assert [address for address in loaded if urlsplit(address).netloc] == [], path


def test_links_elsewhere_tell_nobody_where_the_reader_comes_from(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        assert {meta["content"] for meta in page.all("meta") if meta.get("name") == "referrer"} == {"no-referrer"}, path


def test_every_link_of_a_page_is_relative_or_names_its_scheme(pages: dict[str, Page]) -> None:
    for path, page in pages.items():
        if path != "404.html":
            assert [each["href"] for each in page.all("a") if each.get("href", "").startswith("/")] == [], path


def test_no_element_and_no_attribute_comes_from_the_text_of_a_record(pages: dict[str, Page]) -> None:
    sources = [path.read_text(encoding="utf-8") for path in own_theme().glob("*.html")]
    tags = {tag.lower() for source in sources for tag in re.findall(r"<([a-zA-Z][a-zA-Z0-9]*)", source)}
    names = {name.lower() for source in sources for name in re.findall(r"\s([a-zA-Z][a-zA-Z-]*)(?==)", source)}
    known = tags | {"a", "blockquote", "br", "code", "em", "li", "ol", "p", "strong", "ul", "h2", "h3"}
    for path, page in pages.items():
        for tag, attributes in page.elements:
            assert tag in known, path
            assert attributes.keys() <= names | {"popover"}, (path, tag)


def test_a_hostile_record_is_shown_as_it_was_written(site: Sites) -> None:
    text = (site("uncertain") / "events" / "markup.html").read_text(encoding="utf-8")
    title = "&lt;script&gt;alert(&#34;title&#34;)&lt;/script&gt; &amp; &#34;quotes&#34; &#39;here&#39;"
    assert f"<h1>{title} href=&#34;x.html&#34; {{{{ 7 * 7 }}}} {{% raw %}}</h1>" in text


def test_old_addresses_lead_to_the_new_ones(site: Sites) -> None:
    out = site("signposts")
    for old, new in {
        "events/kept-as-it-was-called.html": "../events/kept.html",
        "events/kept-at-first.html": "../events/kept.html",
        "events/merged-at-first.html": "../events/kept.html",
        "events/withdrawn-at-first.html": "../events/withdrawn.html",
        "locations/market.html": "../locations/square.html",
        "actors/people.html": "../actors/residents.html",
        "sources/gazette-june.html": "../sources/gazette.html",
        "types/wake.html": "../types/vigil.html",
    }.items():
        assert f'content="0; url={new}"' in (out / old).read_text(encoding="utf-8"), old


def test_a_merged_record_leads_on_to_the_one_that_holds_it(site: Sites) -> None:
    for old in ("merged", "merged-twice"):
        assert 'href="../events/kept.html"' in (site("signposts") / "events" / f"{old}.html").read_text(
            encoding="utf-8"
        )


def test_signposts_redirects_and_the_404_page_ask_not_to_be_found(site: Sites) -> None:
    out = site("signposts")
    for path in ("events/withdrawn.html", "events/merged.html", "events/kept-at-first.html", "404.html"):
        assert '<meta name="robots" content="noindex">' in (out / path).read_text(encoding="utf-8"), path
    assert "noindex" not in (out / "events" / "kept.html").read_text(encoding="utf-8")


def test_the_404_page_links_by_the_path_of_the_base(site: Sites) -> None:
    text = (site("overridden") / "404.html").read_text(encoding="utf-8")
    assert 'href="/archive/chronicle/assets/site.css"' in text
    assert 'href="/archive/chronicle/index.html"' in text
