"""The plan of a site: every page once, leading only to what is there."""

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import msgspec
import pytest

from chronicle import urls
from chronicle.pages.site import Site
from chronicle.render.theme import own_theme
from chronicle.views.page import Page
from chronicle.views.pieces import Entry, Name, Section, Total
from chronicle.views.timeline import Cell

SITES = Path(__file__).resolve().parent.parent / "sites"
NAMES = ("minimal", "uncertain", "signposts", "overridden")

Planned = Callable[[Path], tuple[Site, dict[str, Page]]]


def structs(value: object) -> Iterator[msgspec.Struct]:
    """Yield every struct in a view."""
    if isinstance(value, msgspec.Struct):
        yield value
        value = msgspec.structs.astuple(value)
    if isinstance(value, tuple):
        for each in value:
            yield from structs(each)


@pytest.mark.parametrize("name", NAMES)
def test_no_two_pages_have_the_same_path(name: str, planned: Planned) -> None:
    from chronicle.pages.plan import plan

    site, _ = planned(SITES / name)
    assert [path for path, number in Counter(page.path for page in plan(site)).items() if number > 1] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_record_and_every_entry_has_its_page(name: str, planned: Planned) -> None:
    site, pages = planned(SITES / name)
    chronicle = site.chronicle
    expected = {urls.event(id_) for id_ in (*chronicle.events, *chronicle.signposts)}
    for register in ("locations", "actors", "types", "sources"):
        entries = getattr(chronicle.registers, register).entries
        expected |= {urls.entry(register, id_) for id_ in entries} | {urls.index(register)}
    assert expected <= pages.keys()


@pytest.mark.parametrize("name", NAMES)
def test_every_page_has_a_template_and_something_behind_it(name: str, planned: Planned) -> None:
    _, pages = planned(SITES / name)
    for page in pages.values():
        assert (own_theme() / page.template).is_file()
        assert (SITES / name / page.origin).is_file() or (own_theme().parent / page.origin).is_file(), page.origin


@pytest.mark.parametrize("name", NAMES)
def test_whatever_a_view_links_to_has_a_page(name: str, planned: Planned) -> None:
    _, pages = planned(SITES / name)
    for page in pages.values():
        for each in structs(page.view):
            if isinstance(each, (Name, Entry, Section, Total, Cell)):
                path = each.href.partition("#")[0]
                known = path in pages or path.startswith(("https://", "papers/", "/"))
                assert not path or known, (page.path, each)


@pytest.mark.parametrize("name", NAMES)
def test_a_view_holds_words_and_numbers_alone(name: str, planned: Planned) -> None:
    _, pages = planned(SITES / name)
    for page in pages.values():
        for struct in structs(page.view):
            for value in msgspec.structs.astuple(struct):
                assert value is None or isinstance(value, (str, bool, int, float, tuple, msgspec.Struct)), page.path


def test_an_empty_chronicle_has_its_pages(write_chronicle: Callable[..., Path], planned: Planned) -> None:
    root = write_chronicle()
    for path in (root / "events").rglob("*.yaml"):
        path.unlink()
    for register in ("locations", "actors", "types", "sources"):
        (root / "registers" / f"{register}.yaml").unlink()
    _, pages = planned(root)
    assert {urls.HOME, urls.TIMELINE, urls.EVENTS, urls.ABOUT, urls.NOT_FOUND, urls.index("actors")} == {
        path for path in pages if not path.endswith(("locations/index.html", "types/index.html", "sources/index.html"))
    }
