"""The feed is Atom, and its ids stay."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree as Xml

import pytest
from composing import composed

from chronicle.examine import examine
from chronicle.exports.feed import drafts

SITES = Path(__file__).resolve().parent.parent / "sites"
NS = {"a": "http://www.w3.org/2005/Atom"}
BASE = "title: T\ndescription: D\nbase_url: https://host.example/sub/\n"

Writer = Callable[..., Path]


def parsed(root: Path) -> Xml.Element:
    chronicle, _ = examine(root)
    found = composed(drafts(chronicle))
    assert list(found) == ["feed.xml"]
    return Xml.fromstring(found["feed.xml"])  # noqa: S314 - our own file


def text(element: Xml.Element, path: str) -> str:
    found = element.findtext(path, None, NS)
    assert found is not None, path
    return found


def entries(root: Path) -> dict[str, Xml.Element]:
    return {text(entry, "a:id").rpartition("/")[2]: entry for entry in parsed(root).findall("a:entry", NS)}


def event(title: str = "T", more: str = "", sources: str = "[gazette-convoy]") -> str:
    return f"type: patrol\ntitle: {title}\ndate: 2020-06-01\nsources: {sources}\n{more}"


def test_without_an_address_there_is_no_feed() -> None:
    chronicle, _ = examine(SITES / "minimal")
    assert composed(drafts(chronicle)) == {}


def test_a_feed_has_all_that_atom_requires() -> None:
    root = parsed(SITES / "signposts")
    for element in (root, *root.findall("a:entry", NS)):
        assert text(element, "a:id").startswith("tag:")
        assert text(element, "a:title")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", text(element, "a:updated"))
    assert text(root, "a:author/a:name") == "The editors"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_a_feed_names_itself_and_the_site() -> None:
    links = {link.get("rel"): link.get("href") for link in parsed(SITES / "signposts").findall("a:link", NS)}
    assert links == {"self": "https://chronicle.example/feed.xml", None: "https://chronicle.example/"}


def test_every_id_is_there_once() -> None:
    ids = [element.text for element in parsed(SITES / "signposts").iter("{http://www.w3.org/2005/Atom}id")]
    assert len(ids) == len(set(ids))


def test_an_entry_tells_its_event_in_plain_text() -> None:
    entry = entries(SITES / "signposts")["kept"]
    assert text(entry, "a:title") == "A vigil is kept on the square"
    assert text(entry, "a:summary") == "*Some hundred* people stood on the square & sang."
    assert text(entry, "a:updated") == "2026-03-04T00:00:00Z"
    assert text(entry, "a:published") == "2026-02-03T00:00:00Z"
    link = entry.find("a:link", NS)
    assert link is not None
    assert link.get("href") == "https://chronicle.example/events/kept.html"


def test_without_a_day_of_its_own_an_entry_has_the_last_on_which_its_article_can_have_appeared() -> None:
    assert text(entries(SITES / "signposts")["later"], "a:updated") == "2020-06-02T00:00:00Z"


def test_an_event_of_which_no_day_is_known_is_not_in_the_feed() -> None:
    assert set(entries(SITES / "signposts")) == {"kept", "later"}


def test_withdrawn_and_merged_records_are_not_in_the_feed() -> None:
    chronicle, _ = examine(SITES / "signposts")
    data = composed(drafts(chronicle))["feed.xml"]
    assert not [word for word in (b"photograph", b"events/withdrawn", b"events/merged") if word in data]


def test_with_a_tag_the_ids_stay_where_address_title_and_date_change(write_chronicle: Writer) -> None:
    made = []
    for number, (base, title) in enumerate((("https://one.example/", "One"), ("https://other.example/x/", "Other"))):
        settings = f"title: {title}\ndescription: D\nbase_url: {base}\ntag: keeper.example,2020\n"
        files = {"chronicle.yaml": settings, "events/e.yaml": event(title, f"changed: 2026-01-0{number + 1}")}
        made.append(parsed(write_chronicle(files, name=title)))
    ids = [[element.text for element in root.iter("{http://www.w3.org/2005/Atom}id")] for root in made]
    assert ids[0] == ids[1]
    assert "tag:keeper.example,2020:events/e" in ids[0]


def test_without_a_tag_the_host_stands_for_the_authority(write_chronicle: Writer) -> None:
    root = parsed(write_chronicle({"chronicle.yaml": BASE, "events/e.yaml": event(more="recorded: 2026-01-01")}))
    assert text(root, "a:id") == "tag:host.example,2026-01-01:feed"


def test_the_newest_come_first_and_the_feed_is_as_new_as_they(write_chronicle: Writer) -> None:
    files = {f"events/e{n}.yaml": event(more=f"recorded: 2026-01-0{n}") for n in (2, 4, 3)}
    root = parsed(write_chronicle({"chronicle.yaml": BASE, **files}))
    found = [text(entry, "a:id").rpartition("/")[2] for entry in root.findall("a:entry", NS)]
    assert found[:3] == ["e4", "e3", "e2"]
    assert text(root, "a:updated") == "2026-01-04T00:00:00Z"


def test_a_feed_has_fifty_entries_at_most(write_chronicle: Writer) -> None:
    days = [datetime.date(2026, 1, 1) + datetime.timedelta(n) for n in range(60)]
    files = {f"events/e{n}.yaml": event(more=f"recorded: {day}") for n, day in enumerate(days)}
    found = entries(write_chronicle({"chronicle.yaml": BASE, **files}))
    assert len(found) == 50
    assert "e59" in found
    assert "e9" not in found


@pytest.mark.parametrize("title", ["'<b>\"&]]>'", "'{{ 7 * 7 }}'", "قال: «نعم»", "'a\u00a0b  c'"])
def test_hostile_and_foreign_titles_come_back_as_they_were(write_chronicle: Writer, title: str) -> None:
    files = {"chronicle.yaml": BASE, "events/e.yaml": event(f"{{en: {title}, ar: x}}", "recorded: 2026-01-01")}
    assert text(entries(write_chronicle(files))["e"], "a:title") == " ".join(title.strip("'").split())


def test_a_chronicle_without_events_has_a_feed_that_is_still_atom(write_chronicle: Writer) -> None:
    root = write_chronicle({"chronicle.yaml": BASE})
    (root / "events" / "2020" / "2020-06-07-convoy.yaml").unlink()
    assert text(parsed(root), "a:updated") == "1970-01-01T00:00:00Z"
    assert text(parsed(root), "a:author/a:name") == "T"
