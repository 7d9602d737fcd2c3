from pathlib import Path

import pytest

from chronicle.link.event import Tie
from written_chronicles import Examined, examined

MERGED = "merged_into: patrol"
WITHDRAWN = "withdrawn: It told of another country."


def tied(root: Path, id_: str, **events: str) -> Examined:
    """Examine a chronicle in which `other` is part of what an id leads to."""
    return examined(root, {"patrol": "", "other": f"part_of: {id_}"} | events)


def wholes(found: Examined) -> tuple[Tie, ...]:
    return found.event("other").wholes


def test_a_tie_to_a_merged_record_leads_to_the_event_that_holds_it(tmp_path: Path) -> None:
    found = tied(tmp_path, "post", post=MERGED)
    assert wholes(found) == (Tie("patrol"),)
    assert found.errors == []


def test_a_chain_of_merged_records_leads_to_its_end(tmp_path: Path) -> None:
    found = tied(tmp_path, "first", first="merged_into: second", second="merged_into: third", third=MERGED)
    assert wholes(found) == (Tie("patrol"),)
    assert [post.target for post in found.chronicle.signposts.values()] == ["patrol"] * 3


@pytest.mark.parametrize("owner", ["patrol", "post"])
def test_an_old_id_of_an_event_or_of_a_signpost_leads_to_the_event(tmp_path: Path, owner: str) -> None:
    events = {"patrol": "", "post": MERGED}
    found = tied(tmp_path, "old", **events | {owner: f"{events[owner]}\nformerly: [old]"})
    assert wholes(found) == (Tie("patrol"),)
    assert found.errors == []


def test_a_record_may_be_merged_into_an_old_id_of_an_event(tmp_path: Path) -> None:
    found = tied(tmp_path, "post", patrol="formerly: [old]", post="merged_into: old")
    assert wholes(found) == (Tie("patrol"),)
    assert found.chronicle.signposts["post"].target == "patrol"
    assert found.errors == []


def test_a_circle_of_merged_records_is_reported_once_and_leads_nowhere(tmp_path: Path) -> None:
    found = tied(tmp_path, "first", first="merged_into: second", second="merged_into: first")
    problem = found.one("circle")
    assert problem.message == "this goes round in a circle: first → second → first"
    assert (problem.file, problem.line) == ("events/first.yaml", 1)
    assert wholes(found) == ()
    assert found.errors == ["circle"]


def test_what_is_merged_into_a_circle_is_not_to_blame_for_it(tmp_path: Path) -> None:
    posts = {"before": "merged_into: first", "first": "merged_into: second", "second": "merged_into: first"}
    assert examined(tmp_path, posts).one("circle").file == "events/first.yaml"


def test_a_record_merged_into_itself_is_a_circle(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"post": "merged_into: post"}).one("circle")
    assert problem.message == "this goes round in a circle: post → post"


def test_a_record_merged_into_nothing_is_an_error_that_offers_the_nearest_event(tmp_path: Path) -> None:
    found = tied(tmp_path, "post", post="merged_into: patroll")
    problem = found.one("unknown-event")
    assert problem.message == 'no event has the id "patroll"'
    assert problem.remedy == "did you mean patrol?"
    assert (problem.file, problem.line, problem.column) == ("events/post.yaml", 1, 14)


def test_the_ties_to_a_record_merged_into_nothing_are_not_to_blame(tmp_path: Path) -> None:
    found = tied(tmp_path, "post", post="merged_into: nothing")
    assert wholes(found) == ()
    assert found.errors == ["unknown-event"]


def test_a_record_merged_into_a_withdrawn_one_is_an_error_with_the_way_out(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"gone": WITHDRAWN, "post": "merged_into: gone"}).one("withdrawn-event")
    assert problem.message == 'the record "gone" was withdrawn'
    assert problem.remedy == "say withdrawn: here too, with the reason, in the place of merged_into"


@pytest.mark.parametrize(
    "fields",
    [
        "part_of: gone",
        "part_of: [{event: gone, certainty: possible}]",
        "same_as: [{event: gone}]",
        "related: [gone]",
        "distinct_from: [gone]",
    ],
)
def test_nothing_can_be_tied_to_a_withdrawn_event(tmp_path: Path, fields: str) -> None:
    found = examined(tmp_path, {"gone": WITHDRAWN, "other": fields})
    problem = found.one("withdrawn-event")
    assert problem.message == 'the record "gone" was withdrawn'
    assert problem.remedy == "remove the tie to it"
    assert problem.excerpt[problem.column - 1 :].startswith("gone")
    event = found.event("other")
    assert (event.wholes, event.same_as, event.related, event.distinct_from) == ((), (), (), ())


def test_nothing_can_be_tied_to_an_old_id_of_a_withdrawn_event(tmp_path: Path) -> None:
    found = tied(tmp_path, "old", gone=f"{WITHDRAWN}\nformerly: [old]")
    assert found.one("withdrawn-event").message == 'the record "gone" was withdrawn'


def test_a_withdrawn_event_is_in_no_list(tmp_path: Path) -> None:
    chronicle = examined(tmp_path, {"patrol": "", "gone": WITHDRAWN}).chronicle
    assert list(chronicle.events) == ["patrol"]
    assert chronicle.from_["june"] == ("patrol",)
    assert chronicle.signposts["gone"].withdrawn == "It told of another country."


def test_an_old_id_that_a_record_has_now_is_an_error(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "formerly: [other]", "other": ""}).one("taken-id")
    assert problem.message == '"other" cannot lead here: a record has this id now'
    assert (problem.file, problem.line, problem.column) == ("events/patrol.yaml", 1, 12)


def test_an_old_id_that_a_signpost_has_now_is_an_error(tmp_path: Path) -> None:
    assert examined(tmp_path, {"patrol": "formerly: [gone]", "gone": WITHDRAWN}).errors == ["taken-id"]


def test_an_old_id_of_two_records_is_an_error_in_the_second(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"a": "formerly: [old]", "b": "formerly: [old]"}).one("taken-id")
    assert problem.message == '"old" cannot lead here: a has the same old id'
    assert problem.file == "events/b.yaml"


def test_an_old_id_that_is_the_records_own_is_an_error(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "formerly: [patrol]"}).one("taken-id")
    assert problem.message == '"patrol" cannot lead here: it is the record\'s own id'


def test_an_unknown_event_is_an_error_that_offers_the_nearest(tmp_path: Path) -> None:
    problem = tied(tmp_path, "patrool").one("unknown-event")
    assert problem.message == 'no event has the id "patrool"'
    assert problem.remedy == "did you mean patrol?"


def test_an_unknown_event_like_no_other_is_told_what_an_id_is(tmp_path: Path) -> None:
    problem = tied(tmp_path, "zzz").one("unknown-event")
    assert problem.remedy == "an event's id is the name of its file, without .yaml"


def test_a_tie_to_itself_is_an_error(tmp_path: Path) -> None:
    found = tied(tmp_path, "other")
    assert found.one("tied-to-itself").remedy == "remove it"
    assert wholes(found) == ()


def test_a_tie_to_itself_by_way_of_a_merged_record_is_an_error(tmp_path: Path) -> None:
    found = tied(tmp_path, "post", post="merged_into: other")
    assert found.errors == ["tied-to-itself"]


def test_one_event_named_twice_by_two_ids_is_an_error(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "formerly: [old]", "other": "related: [patrol, old]"}).one("repeated-item")
    assert problem.message == "patrol stands in the list already"
    assert problem.column == 19


def test_a_tie_to_a_file_that_cannot_be_read_is_not_to_blame(tmp_path: Path) -> None:
    folder = tmp_path / "events"
    folder.mkdir()
    (folder / "broken.yaml").write_bytes(b"\xff")
    assert tied(tmp_path, "broken").errors == ["yaml-encoding"]
