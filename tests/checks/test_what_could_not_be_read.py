from pathlib import Path

import pytest

from written_chronicles import examined

EVENT = {"type": "airstrike", "date": "2020-06-12", "locations": "[kobani]", "actors": "[russia]"}


def event(**facts: str) -> str:
    """Return an event's file, with other facts than the usual ones."""
    return "".join(f"{key}: {value}\n" for key, value in {**EVENT, **facts}.items() if value)


def told(root: Path, **files: str) -> list[str]:
    """Return the codes of all problems of event files, by id."""
    return [problem.code for problem in examined(root, files).problems]


def test_a_place_beside_one_that_is_lost_is_judged(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(), b=event(locations="[Wxyz, kobani]")) == ["likely-duplicate", "unknown-location"]


@pytest.mark.parametrize(
    ("key", "misspelt"), [("actors", "actor: [russia]"), ("distinct_from", "distinct-from: [a]"), ("note", "nota: So.")]
)
def test_a_key_that_is_misspelt_is_not_missing_as_well(tmp_path: Path, key: str, misspelt: str) -> None:
    status = "disputed" if key == "note" else ""
    second = event(**{"status": status, **({"actors": ""} if key == "actors" else {})})
    first = {} if key == "note" else {"a": event()}
    assert told(tmp_path, **first, b=f"{second}{misspelt}\n") == ["unknown-key"]


def test_a_place_of_which_nothing_is_known_is_not_nowhere(tmp_path: Path) -> None:
    nowhere = event(locations="", actors="")
    astray = event(locations="[Wxyz]", actors="[Wxyz]")
    assert told(tmp_path, a=nowhere, b=astray) == ["unknown-location", "unknown-actor"]


def test_an_account_that_is_lost_may_have_said_more(tmp_path: Path) -> None:
    whole = event(occurrences="3", sources="[june, {source: wxyz, occurrences: 9}]", date="2020-06")
    assert told(tmp_path, w=whole, a=event(occurrences="9", part_of="w")) == ["unknown-source"]


def test_a_first_language_that_is_lost_is_not_missing(tmp_path: Path) -> None:
    assert told(tmp_path, a=event(title='{en: "", ar: x}')) == ["empty-value"]


def test_a_tie_after_one_that_is_lost_is_judged(tmp_path: Path) -> None:
    tied = event(distinct_from="[X, b]", same_as="[b]")
    assert told(tmp_path, a=tied, b=event()) == ["malformed-id", "contradictory-ties"]
