from pathlib import Path

import pytest

from written_chronicles import examined

INITIATED = "actors: [{name: russian-forces, role: initiator}, {name: turkish-forces, role: target}]\n"


def status(root: Path, accounts: str, fields: str = INITIATED) -> str:
    return examined(root, {"strike": f"{fields}sources: [{accounts}]"}).event("strike").status


def test_what_is_only_told_is_reported(tmp_path: Path) -> None:
    assert status(tmp_path, "june") == "reported"


def test_a_denial_makes_it_disputed(tmp_path: Path) -> None:
    assert status(tmp_path, "june, {source: july, speaker: residents, stance: denies}") == "disputed"


def test_a_dispute_about_a_point_leaves_it_reported(tmp_path: Path) -> None:
    assert status(tmp_path, "june, {source: july, stance: disputes, point: the number of trucks}") == "reported"


@pytest.mark.parametrize(
    "speaker",
    ["russian-forces", "Russian troops", "russian-military-police", "Russia"],
)
def test_the_party_responsible_confirms_it_and_so_do_its_parts_and_its_wholes(tmp_path: Path, speaker: str) -> None:
    assert status(tmp_path, f"{{source: june, speaker: {speaker}, stance: confirms}}") == "confirmed"


def test_a_partner_is_responsible_too(tmp_path: Path) -> None:
    fields = "actors: [{name: us-forces, role: initiator}, {name: russia, role: partner}]\n"
    assert status(tmp_path, "{source: june, speaker: russia, stance: confirms}", fields) == "confirmed"


@pytest.mark.parametrize("speaker", ["turkish-forces", "us-forces", "a shepherd"])
def test_what_somebody_else_confirms_is_still_reported(tmp_path: Path, speaker: str) -> None:
    assert status(tmp_path, f"{{source: june, speaker: {speaker}, stance: confirms}}") == "reported"


def test_a_confirmation_by_nobody_in_particular_leaves_it_reported(tmp_path: Path) -> None:
    assert status(tmp_path, "{source: june, stance: confirms}") == "reported"


def test_nobody_is_responsible_where_no_role_says_so(tmp_path: Path) -> None:
    account = "{source: june, speaker: russia, stance: confirms}"
    assert status(tmp_path, account, "actors: [russia]\n") == "reported"


def test_the_responsible_party_does_not_outweigh_a_denial(tmp_path: Path) -> None:
    accounts = "{source: june, speaker: russia, stance: confirms}, {source: july, stance: denies}"
    assert status(tmp_path, accounts) == "disputed"


def test_the_editors_own_status_wins(tmp_path: Path) -> None:
    fields = "status: retracted\nnote: The article was taken back.\n"
    event = examined(tmp_path, {"strike": f"{fields}sources: [{{source: june, stance: denies}}]"}).event("strike")
    assert (event.status, event.status_given) == ("retracted", True)
