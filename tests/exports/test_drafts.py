"""An export is composed on its own, of the events that it names."""

from pathlib import Path

import pytest
from composing import years

from chronicle.examine import examine
from chronicle.exports import feed, records, sitemap
from chronicle.exports.export import Export
from chronicle.link.chronicle import Chronicle

SITES = Path(__file__).resolve().parent.parent / "sites"


@pytest.fixture
def chronicle(monkeypatch: pytest.MonkeyPatch) -> Chronicle:
    monkeypatch.setattr(records, "WHOLE", 2)
    monkeypatch.setattr(sitemap, "WHOLE", 2)
    return examine(SITES / "uncertain")[0]


def ids(exports: list[Export]) -> dict[str, tuple[str, ...]]:
    return {export.path: export.ids for export in exports}


def test_a_year_of_records_names_the_events_that_are_in_it(chronicle: Chronicle) -> None:
    found = ids(records.drafts(chronicle, years(chronicle)))
    assert found.pop("events.json") == ()
    assert sorted(id_ for each in found.values() for id_ in each) == sorted(chronicle.events)
    for export in records.drafts(chronicle, years(chronicle)):
        text = export.compose().decode()
        assert [id_ for id_ in chronicle.events if f'   "id": "{id_}",\n' in text] == list(export.ids)


def test_the_head_of_records_changes_with_their_number(chronicle: Chronicle) -> None:
    (whole, *parts) = records.drafts(chronicle, years(chronicle))
    assert str(len(chronicle.events)).encode() in whole.head
    assert all(str(len(chronicle.events)).encode() in export.head for export in parts)


def test_the_head_of_a_sitemap_changes_with_its_pages() -> None:
    chronicle = examine(SITES / "signposts")[0]
    one, other = (sitemap.drafts(chronicle, years(chronicle), pages)[0] for pages in (["a.html"], ["b.html"]))
    assert one.ids == other.ids == ()
    assert one.head != other.head


def test_a_feed_names_its_entries_the_newest_first() -> None:
    (export,) = feed.drafts(examine(SITES / "signposts")[0])
    text = export.compose().decode()
    places = [text.index(f":events/{id_}<") for id_ in export.ids]
    assert places
    assert places == sorted(places)
