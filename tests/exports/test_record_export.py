"""`events.json` says of every record what its page says, with bounds."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from composing import composed, years

from chronicle.examine import examine
from chronicle.exports import records as exports
from chronicle.exports.records import drafts

SITES = Path(__file__).resolve().parent.parent / "sites"
Json = dict[str, Any]


def exported(name: str) -> Json:
    chronicle, _ = examine(SITES / name)
    found: Json = json.loads(composed(drafts(chronicle, years(chronicle)))["events.json"])
    return found


def events(name: str = "uncertain") -> dict[str, Json]:
    return {event["id"]: event for event in exported(name)["events"]}


@pytest.mark.parametrize(
    ("id_", "edtf", "earliest", "latest"),
    [
        ("day", "2020-11-12", "2020-11-12", "2020-11-12"),
        ("month", "2020-11", "2020-11-01", "2020-11-30"),
        ("year", "2020", "2020-01-01", "2020-12-31"),
        ("throughout", "2020-10-30/2020-11-02", "2020-10-30", "2020-11-02"),
        ("open", "2015-09/..", "2015-09-01", None),
        ("between", "[2020-06-01..2020-06-18]", "2020-06-01", "2020-06-18"),
        ("by", "[..2020-06-18]", "2011-01-01", "2020-06-18"),
        ("not-before", "[2020-11-30..]", "2020-11-30", "2020-12-31"),
        ("about", "2020-06-15~", "2020-06-15", "2020-06-15"),
    ],
)
def test_a_date_has_its_edtf_and_both_bounds(id_: str, edtf: str, earliest: str | None, latest: str | None) -> None:
    date = events()[id_]["date"]
    assert date["edtf"] == edtf
    assert date["earliest"] == earliest
    assert date["latest"] == latest


def test_a_bound_that_is_not_the_dates_own_says_so() -> None:
    found = events()
    assert found["by"]["date"]["earliest_assumed"] is True
    assert "latest_assumed" not in found["by"]["date"]
    assert found["not-before"]["date"]["latest_assumed"] is True
    assert "earliest_assumed" not in found["day"]["date"]


def test_a_date_says_where_it_comes_from() -> None:
    date = events()["doubted"]["date"]
    assert (date["basis"], date["doubt"]) == ("weekday", "the 5th was no Tuesday")
    assert events()["between"]["date"]["text"] == '"earlier <this> month"'


@pytest.mark.parametrize(
    ("noun", "text", "least", "best", "most"),
    [
        ("trucks", "35", 35, 35, 35),
        ("personnel", "about 300", None, 300, None),
        ("tents", "400,000", 400_000, 400_000, 400_000),
        ("rounds", "over 60", 61, None, None),
        ("share of roads", "90%", None, None, None),
    ],
)
def test_a_quantity_has_its_wording_and_its_bounds(
    noun: str, text: str, least: int | None, best: int | None, most: int | None
) -> None:
    found = {each["noun"]: each for each in events()["whole"]["quantities"]}[noun]
    assert (found["text"], found["least"], found["best"], found["most"]) == (text, least, best, most)


def test_a_running_total_says_so() -> None:
    found = {each["noun"]: each for each in events()["whole"]["quantities"]}
    assert found["rounds"]["cumulative"] is True
    assert "cumulative" not in found["trucks"]


def test_none_is_a_number_and_absence_is_not() -> None:
    fighters, shepherds = events()["contested"]["casualties"]
    assert (shepherds["killed"]["least"], shepherds["killed"]["most"]) == (0, 0)
    assert "captured" not in shepherds
    assert (fighters["actor"], shepherds["civilian"]) == ("fighters", True)


def test_names_are_resolved_and_the_wording_is_kept() -> None:
    event = events()["about"]
    assert event["locations"] == [
        {
            "id": "kobani",
            "name": "Kobanî",
            "point": [36.891, 38.354],
            "role": "site",
            "precision": "vicinity",
            "as": "عين العرب",
        }
    ]
    assert events()["day"]["actors"][0] == {"id": "air-force", "name": "Coalition Air Force", "role": "initiator"}
    assert events()["day"]["type"] == {"id": "strike", "name": {"en": "Strike", "ar": "غارة"}}


def test_a_place_that_may_be_either_of_two_names_both() -> None:
    [place] = events()["contested"]["locations"]
    assert [each["id"] for each in place["one_of"]] == ["homonym-north", "homonym-south"]
    assert "id" not in place


def test_accounts_keep_who_said_it_and_in_what_they_differ() -> None:
    confirmed, denied, disputed, other = events()["contested"]["accounts"]
    assert (confirmed["speaker_id"], confirmed["via"], confirmed["stance"]) == ("air-force", "The Agency", "confirms")
    assert denied["quantities"] == [{"noun": "aircraft", "text": "none", "least": 0, "best": 0, "most": 0}]
    assert disputed["point"] == "who was hit"
    assert disputed["date"]["edtf"] == "2020-09-02"
    assert other["occurrences"] == {"unit": "raids", "text": "unknown", "least": None, "best": None, "most": None}
    assert confirmed["source"]["url"] == "https://gazette.example/dated?a=1&b=2"
    assert confirmed["published"]["edtf"] == "2020-12-31"


def test_ties_stand_on_both_sides_with_their_certainty() -> None:
    found = events()
    assert found["part-possible"]["part_of"] == [{"event": "whole", "certainty": "possible"}]
    assert {"event": "part-certain", "certainty": "certain"} in found["whole"]["parts"]
    assert "same" in found["whole"]["related"]


def test_what_has_no_value_is_left_out_but_for_bounds() -> None:
    def empty(value: object) -> bool:
        if isinstance(value, dict):
            return any(empty(each) for each in value.values())
        return any(map(empty, value)) if isinstance(value, list) else value in ("", [], {})

    assert not any(empty(event) for event in events().values())


def test_an_address_is_there_where_the_sites_is_known() -> None:
    assert events("overridden")["found"]["url"] == "https://host.example/archive/chronicle/events/found.html"
    assert "url" not in events("minimal")["2020-06-07-convoy"]
    assert events("minimal")["2020-06-07-convoy"]["path"] == "events/2020-06-07-convoy.html"


def test_every_event_is_there_in_order_and_counted() -> None:
    chronicle, _ = examine(SITES / "uncertain")
    found = exported("uncertain")
    assert found["count"] == len(chronicle.events)
    assert [event["id"] for event in found["events"]] == list(chronicle.events)


def test_withdrawn_and_merged_records_are_left_out() -> None:
    assert set(events("signposts")) == {"kept", "later", "unrecorded"}
    assert events("signposts")["kept"]["formerly"] == ["kept-as-it-was-called", "kept-at-first"]


def test_above_a_limit_there_is_a_file_a_year_and_a_list_of_them(monkeypatch: pytest.MonkeyPatch) -> None:
    chronicle, _ = examine(SITES / "uncertain")
    monkeypatch.setattr(exports, "WHOLE", 3)
    found = {path: json.loads(data) for path, data in composed(drafts(chronicle, years(chronicle))).items()}
    parts = found["events.json"]["parts"]
    assert parts == ["events.2015.json", "events.2020.json", "events.2021.json", "events.undated.json"]
    assert set(found) == {"events.json", *parts}
    ids = [event["id"] for part in parts for event in found[part]["events"]]
    assert sorted(ids) == sorted(chronicle.events)


def test_the_file_is_published_as_utf8(site: Callable[[str], Path]) -> None:
    assert "عين العرب" in (site("uncertain") / "events.json").read_text(encoding="utf-8")
