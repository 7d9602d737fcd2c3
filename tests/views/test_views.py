"""A page's view comes out of its bytes as it went in."""

from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from chronicle.build.laying import encoded
from chronicle.pages.site import Site
from chronicle.render.renderer import Letter
from chronicle.views.page import Page

SITES = Path(__file__).resolve().parent.parent / "sites"
Planned = Callable[[Path], tuple[Site, dict[str, Page]]]


@pytest.mark.parametrize("name", ["minimal", "uncertain", "signposts", "overridden"])
def test_every_view_comes_back_from_its_bytes(name: str, planned: Planned) -> None:
    _, pages = planned(SITES / name)
    for page in pages.values():
        letter = msgspec.msgpack.decode(encoded(page), type=Letter)
        assert (letter.path, letter.template, letter.view) == (page.path, page.template, page.view)


def test_the_same_chronicle_gives_the_same_bytes_each_time(planned: Planned) -> None:
    first, second = ({path: encoded(page) for path, page in planned(SITES / "uncertain")[1].items()} for _ in range(2))
    assert first == second


def test_the_bytes_of_two_pages_differ(planned: Planned) -> None:
    made = [encoded(page) for page in planned(SITES / "uncertain")[1].values()]
    assert len(set(made)) == len(made)


@pytest.mark.parametrize("name", ["minimal", "uncertain", "signposts"])
def test_a_view_does_not_say_who_is_behind_it(name: str, planned: Planned) -> None:
    _, pages = planned(SITES / name)
    for page in pages.values():
        assert encoded(page) == encoded(msgspec.structs.replace(page, origin="elsewhere"))
