from pathlib import Path

import pytest

from chronicle.link.facet import facet
from chronicle.link.totals import OCCURRENCES, Contribution, Measure, tally
from chronicle.quantities import Total
from written_chronicles import examined

TRUCKS = Measure("quantity", "trucks")
PATROLS = "type: patrol\ndate: 2020-06"
PART = "part_of: whole"
POSSIBLE_PART = "part_of: [{event: whole, certainty: possible}]"


def contributions(root: Path, **events: str) -> dict[str, Contribution]:
    return dict(examined(root, events).chronicle.contributions)


def trucks(root: Path, **events: str) -> dict[str, Total | None]:
    return {id_: each.get(TRUCKS) for id_, each in contributions(root, **events).items()}


def exactly(number: int) -> Total:
    return Total(least=number, most=number, records=1)


def between(least: int, most: int | None) -> Total:
    return Total(least=least, most=most, records=1)


def test_an_event_that_says_nothing_of_its_number_counts_once(tmp_path: Path) -> None:
    assert contributions(tmp_path, patrol="")["patrol"] == {OCCURRENCES: exactly(1)}


def test_a_leaf_adds_all_that_it_states(tmp_path: Path) -> None:
    added = contributions(tmp_path, patrol="occurrences: 13\nquantities: {trucks: 35, soldiers: at least 60}")
    assert added["patrol"] == {
        OCCURRENCES: exactly(13),
        TRUCKS: exactly(35),
        Measure("quantity", "soldiers"): between(60, None),
    }


def test_an_aggregate_adds_what_it_states_beyond_its_parts(tmp_path: Path) -> None:
    added = contributions(tmp_path, whole=f"{PATROLS}\noccurrences: 7", part=f"{PART}\noccurrences: 4")
    assert (added["whole"][OCCURRENCES], added["part"][OCCURRENCES]) == (exactly(3), exactly(4))


def test_an_aggregate_that_its_parts_exhaust_adds_nothing(tmp_path: Path) -> None:
    added = contributions(tmp_path, whole=f"{PATROLS}\noccurrences: 2", one=PART, other=PART)
    assert added["whole"] == {}


def test_what_an_aggregate_states_in_a_range_is_beyond_its_parts_in_a_range(tmp_path: Path) -> None:
    found = trucks(tmp_path, whole="quantities: {trucks: 20 to 30}", part=f"{PART}\nquantities: {{trucks: 5 to 8}}")
    assert found == {"part": between(5, 8), "whole": between(12, 25)}


def test_parts_in_another_unit_take_nothing_away(tmp_path: Path) -> None:
    added = contributions(tmp_path, whole="occurrences: {count: 5, of: occasions}", part=f"{PART}\noccurrences: 4")
    assert added["whole"] == {Measure("occurrences", "occasions"): exactly(5)}
    assert added["part"] == {OCCURRENCES: exactly(4)}


def test_parts_take_away_noun_by_noun(tmp_path: Path) -> None:
    found = trucks(tmp_path, whole="quantities: {trucks: 20}", part=f"{PART}\nquantities: {{tanks: 5}}")
    assert found["whole"] == exactly(20)


def test_a_possible_part_counts_between_nothing_and_all_and_takes_nothing_away(tmp_path: Path) -> None:
    found = trucks(tmp_path, whole="quantities: {trucks: 20}", part=f"{POSSIBLE_PART}\nquantities: {{trucks: 5}}")
    assert found == {"part": between(0, 5), "whole": exactly(20)}


def test_a_part_of_one_whole_and_possibly_of_another_counts_between_nothing_and_all(tmp_path: Path) -> None:
    ties = "part_of: [whole, {event: other, certainty: possible}]"
    found = trucks(tmp_path, whole="", other="", part=f"{ties}\nquantities: {{trucks: 5}}")
    assert found["part"] == between(0, 5)


def test_of_two_that_are_the_same_the_later_adds_nothing(tmp_path: Path) -> None:
    found = trucks(
        tmp_path,
        early="quantities: {trucks: 5}\nsame_as: late",
        late="date: 2020-06-08\nquantities: {trucks: 6}",
    )
    assert found == {"early": exactly(5), "late": None}


def test_of_two_that_may_be_the_same_the_later_counts_between_nothing_and_all(tmp_path: Path) -> None:
    found = trucks(
        tmp_path,
        early="quantities: {trucks: 5}\nsame_as: [{event: late, certainty: possible}]",
        late="date: 2020-06-08\nquantities: {trucks: 6}",
    )
    assert found == {"early": exactly(5), "late": between(0, 6)}


@pytest.mark.parametrize(
    "doubt", ["sources: [{source: june, stance: denies}]", "status: retracted\nnote: The paper took it back."]
)
@pytest.mark.parametrize("certainty", ["certain", "possible"])
def test_of_two_that_are_the_same_a_disputed_or_retracted_one_takes_nothing_from_the_later(
    tmp_path: Path, doubt: str, certainty: str
) -> None:
    found = trucks(
        tmp_path,
        early=f"{doubt}\nquantities: {{trucks: 5}}",
        late=f"date: 2020-06-08\nsame_as: [{{event: early, certainty: {certainty}}}]\nquantities: {{trucks: 6}}",
    )
    assert found["late"] == exactly(6)


def test_two_parts_that_are_the_same_are_taken_away_once(tmp_path: Path) -> None:
    found = trucks(
        tmp_path,
        whole="quantities: {trucks: 20}",
        early=f"{PART}\nquantities: {{trucks: 5}}",
        late=f"{PART}\ndate: 2020-06-08\nsame_as: early\nquantities: {{trucks: 5}}",
    )
    assert found == {"early": exactly(5), "late": None, "whole": exactly(15)}


def test_what_is_disputed_counts_between_nothing_and_all(tmp_path: Path) -> None:
    found = trucks(tmp_path, denied="quantities: {trucks: 5}\nsources: [june, {source: july, stance: denies}]")
    assert found["denied"] == between(0, 5)


def test_what_was_retracted_adds_nothing(tmp_path: Path) -> None:
    assert contributions(tmp_path, gone="status: retracted\nnote: The paper took it back.")["gone"] == {}


def test_a_retracted_part_takes_nothing_away_from_its_whole(tmp_path: Path) -> None:
    part = f"{PART}\nstatus: retracted\nnote: The paper took it back.\nquantities: {{trucks: 5}}"
    assert trucks(tmp_path, whole="quantities: {trucks: 20}", part=part)["whole"] == exactly(20)


def test_accounts_with_other_numbers_span_the_total(tmp_path: Path) -> None:
    sources = "sources: [june, {source: july, quantities: {trucks: 8}}, {source: undated, quantities: {trucks: 3}}]"
    found = trucks(tmp_path, patrol=f"quantities: {{trucks: 5}}\n{sources}")
    assert found["patrol"] == between(3, 8)


def test_a_number_that_an_account_alone_gives_counts(tmp_path: Path) -> None:
    assert trucks(tmp_path, patrol="sources: [{source: june, quantities: {trucks: 8}}]")["patrol"] == exactly(8)


def test_an_account_with_another_number_of_happenings_spans_them(tmp_path: Path) -> None:
    added = contributions(tmp_path, patrol="occurrences: 2\nsources: [june, {source: july, occurrences: 3}]")
    assert added["patrol"][OCCURRENCES] == between(2, 3)


@pytest.mark.parametrize("written", ["{amount: 400, cumulative: true}", "90%"])
def test_running_totals_and_shares_are_in_no_sum(tmp_path: Path, written: str) -> None:
    assert trucks(tmp_path, patrol=f"quantities: {{trucks: {written}}}")["patrol"] is None


def test_an_unknown_number_is_a_record_without_a_number(tmp_path: Path) -> None:
    found = trucks(tmp_path, patrol="quantities: {trucks: unknown}")["patrol"]
    assert found == Total(most=None, records=1, unnumbered=1)


def test_casualties_are_counted_group_by_group(tmp_path: Path) -> None:
    casualties = "[{group: Russian troops, killed: 2, injured: none}, {group: shepherds, captured: 3}]"
    added = contributions(tmp_path, strike=f"casualties: {casualties}")["strike"]
    assert added == {
        OCCURRENCES: exactly(1),
        Measure("killed", "russian-forces"): exactly(2),
        Measure("injured", "russian-forces"): exactly(0),
        Measure("captured", "shepherds"): exactly(3),
    }


def test_a_group_that_a_record_names_twice_is_the_sum_of_both(tmp_path: Path) -> None:
    casualties = "[{group: residents, killed: 2, civilian: true}, {group: Residents, killed: 3}]"
    added = contributions(tmp_path, strike=f"casualties: {casualties}")["strike"]
    assert added[Measure("killed", "residents")] == exactly(5)


def test_the_killed_of_a_part_are_among_those_of_its_whole(tmp_path: Path) -> None:
    killed = "casualties: [{{group: residents, killed: {}}}]"
    added = contributions(tmp_path, whole=killed.format(7), part=f"{PART}\n{killed.format(4)}")
    assert added["whole"][Measure("killed", "residents")] == exactly(3)


def tallied(added: dict[str, Contribution], certain: list[str], possible: tuple[str, ...] = ()) -> dict[Measure, Total]:
    ids = [*added]
    return tally(
        facet(tuple(each.items()) for each in added.values()), map(ids.index, certain), map(ids.index, possible)
    )


def test_a_tally_adds_what_is_certain(tmp_path: Path) -> None:
    added = contributions(tmp_path, one="occurrences: 2", other="quantities: {trucks: 5}")
    assert tallied(added, ["one", "other"]) == {
        OCCURRENCES: Total(least=3, most=3, records=2),
        TRUCKS: exactly(5),
    }


def test_a_tally_counts_what_is_possible_between_nothing_and_all(tmp_path: Path) -> None:
    added = contributions(tmp_path, one="occurrences: 2", other="occurrences: 3")
    assert tallied(added, ["one"], ("other",))[OCCURRENCES] == Total(least=2, most=5, records=2)


def test_a_tally_of_nothing_is_empty() -> None:
    assert tallied({}, []) == {}


def test_a_tally_of_whole_and_parts_counts_each_happening_once(tmp_path: Path) -> None:
    added = contributions(tmp_path, whole=f"{PATROLS}\noccurrences: 7", one=f"{PART}\noccurrences: 4", other=PART)
    assert tallied(added, [*added])[OCCURRENCES] == Total(least=7, most=7, records=3)
