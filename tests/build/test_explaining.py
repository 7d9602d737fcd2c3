"""A build can say of each page that it lays out anew which input made it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from chronicle.build.outcome import Outcome, Wish
from chronicle.build.stages import build

RECORD = "events/2020/2020-06-07-convoy.yaml"
PAGE = "events/2020-06-07-convoy.html"
OTHER = "type: patrol\ntitle: Another\ndate: 2019-01-01\nsources: [gazette-convoy]\n"
ABOUT = '{% extends "base.html" %}{% block main %}<h1 id="cite">x</h1>{% endblock %}'


@pytest.fixture
def root(write_chronicle: Callable[..., Path]) -> Path:
    """Return a chronicle with a template of its own that was built once."""
    made = write_chronicle({"templates/about.html": ABOUT})
    assert run(made).published
    return made


def run(root: Path, *, clean: bool = False) -> Outcome:
    wish = Wish(explain=True, clean=clean)
    return build(root, root / "build", wish, progress=lambda _stage, _done, _all: None)


def reasons(root: Path) -> dict[str, str]:
    """Build again and return the reason of each page that was laid out."""
    outcome = run(root)
    assert outcome.published, outcome.problems
    assert len(outcome.reasons) == outcome.fresh
    return dict(outcome.reasons)


def replace(root: Path, file: str, old: str, new: str) -> None:
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new), encoding="utf-8")


def test_a_first_build_has_none_before_it(write_chronicle: Callable[..., Path]) -> None:
    outcome = run(write_chronicle())
    assert len(outcome.reasons) == outcome.pages
    assert {reason for _, reason in outcome.reasons} == {"no build before can be taken up"}


def test_a_clean_build_takes_none_up(root: Path) -> None:
    assert {reason for _, reason in run(root, clean=True).reasons} == {"no build before can be taken up"}


def test_nothing_is_explained_where_nothing_changed(root: Path) -> None:
    assert reasons(root) == {}


def test_nothing_is_explained_unless_it_is_asked_for(root: Path) -> None:
    replace(root, RECORD, "Convoy patrols", "Guards patrol")
    outcome = build(root, root / "build", progress=lambda _stage, _done, _all: None)
    assert (outcome.fresh > 0, outcome.reasons) == (True, ())


def test_an_edited_record_is_named_on_the_pages_that_it_reaches(root: Path) -> None:
    replace(root, RECORD, "Convoy patrols", "Guards patrol")
    found = reasons(root)
    assert {PAGE, "locations/northtown.html"} <= found.keys()
    assert set(found.values()) == {f"{RECORD} changed"}


def test_of_two_edited_records_the_one_that_reaches_a_page_is_named(root: Path) -> None:
    for id_, year in (("other", "2017"), ("between", "2018")):
        (root / f"events/{id_}.yaml").write_text(OTHER.replace("2019", year), encoding="utf-8")
    run(root)
    replace(root, RECORD, "Convoy patrols", "Guards patrol")
    replace(root, "events/other.yaml", "title: Another", "title: Yet another")
    found = reasons(root)
    assert found["timeline/2017-01.html"] == "events/other.yaml changed"
    assert found["locations/northtown.html"] == f"{RECORD} changed"
    assert found["types/patrol.html"] == f"{RECORD} changed, events/other.yaml changed"


def test_a_new_record_is_said_to_be_new(root: Path) -> None:
    (root / "events/other.yaml").write_text(OTHER, encoding="utf-8")
    found = reasons(root)
    assert "events/other.html" in found
    assert set(found.values()) == {"events/other.yaml is new"}


def test_a_record_that_is_gone_is_said_to_be_gone(root: Path) -> None:
    (root / "events/other.yaml").write_text(OTHER, encoding="utf-8")
    run(root)
    (root / "events/other.yaml").unlink()
    found = reasons(root)
    assert "types/patrol.html" in found
    assert set(found.values()) == {"events/other.yaml is gone"}


def test_a_changed_template_is_named_on_its_pages(root: Path) -> None:
    replace(root, "templates/about.html", ">x<", ">y<")
    assert reasons(root) == {"about/index.html": "templates/about.html changed"}


def test_changed_settings_are_named_on_every_page(root: Path) -> None:
    replace(root, "chronicle.yaml", "title: The smallest", "title: The very smallest")
    assert {PAGE, "about/index.html"} <= reasons(root).keys()
    replace(root, "chronicle.yaml", "title: The very smallest", "title: The least")
    assert set(reasons(root).values()) == {"chronicle.yaml changed"}


def test_a_changed_register_is_named(root: Path) -> None:
    replace(root, "registers/locations.yaml", "kind: town", "kind: village")
    found = reasons(root)
    assert "locations/northtown.html" in found
    assert set(found.values()) == {"registers/locations.yaml changed"}


def test_a_published_page_that_is_missing_is_said_to_be(root: Path) -> None:
    (root / "build" / PAGE).unlink()
    assert reasons(root) == {PAGE: "its published file is missing or was changed"}


def test_of_many_changes_some_are_named_and_the_others_counted(root: Path) -> None:
    replace(root, "registers/types.yaml", "label: Patrol", "label: Round")
    for number in range(5):
        (root / f"events/other-{number}.yaml").write_text(OTHER.replace("-01", f"-0{number + 1}"), encoding="utf-8")
    named = [f"events/other-{number}.yaml is new" for number in range(3)]
    assert reasons(root)[PAGE] == f"{', '.join(named)} and 3 more"
