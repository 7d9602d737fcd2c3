import pytest

from chronicle.quantities import NOTHING, Quantity, Total, contradicts, possibly, read, residual, span, total


def q(*texts: str) -> list[Quantity]:
    return [read(text) for text in texts]


def bounds(found: Total) -> tuple[int, int | None]:
    return found.least, found.most


def test_exact_numbers_add_up() -> None:
    assert total(q("13", "2", "none")) == Total(least=15, most=15, records=3)


def test_no_records_add_up_to_nothing() -> None:
    assert total([]) == NOTHING
    assert bounds(NOTHING) == (0, 0)


def test_ranges_add_bound_by_bound() -> None:
    assert bounds(total(q("16 to 25", "up to 12", "4"))) == (20, 41)


def test_one_open_number_opens_the_total() -> None:
    assert bounds(total(q("13", "over 60"))) == (74, None)


def test_a_record_without_a_number_is_counted_as_such() -> None:
    assert total(q("31", "unknown", "unknown")) == Total(least=31, most=None, records=3, unnumbered=2)


def test_a_share_is_in_no_total() -> None:
    assert total(q("35", "90%")) == total(q("35"))


def test_a_total_that_rests_on_the_convention_says_so() -> None:
    assert total(q("35", "several")) == Total(least=38, most=None, records=2, conventional=True)
    assert not total(q("35", "at least 3")).conventional


def test_an_approximate_figure_is_no_bound_and_is_not_lost() -> None:
    found = total(q("13", "at least 5", "about 300"))
    assert found == Total(least=18, about=300, most=None, records=3)
    assert found.best == 318


def test_totals_add_to_totals() -> None:
    parts = [total(q("1", "unknown")), total(q("about 3", "several"))]
    assert total(parts) == total(q("1", "unknown", "about 3", "several"))


@pytest.mark.parametrize(
    ("whole", "parts", "least", "most"),
    [
        ("7", ["1", "1", "1", "1"], 3, 3),
        ("7", [], 7, 7),
        ("16 to 25", ["10"], 6, 15),
        ("7", ["2 to 4"], 3, 5),
        ("7", ["up to 3"], 4, 7),
        ("7", ["at least 2"], 0, 5),
        ("7", ["unknown"], 0, 7),
        ("7", ["several"], 0, 4),
        ("over 60", ["4"], 57, None),
        ("up to 12", ["4"], 0, 8),
        ("several", ["1"], 2, None),
        ("several", ["4"], 0, None),
        ("unknown", ["4"], 0, None),
        ("3 to 5", ["5"], 0, 0),
    ],
)
def test_what_an_aggregate_states_beyond_its_parts(whole: str, parts: list[str], least: int, most: int | None) -> None:
    assert bounds(residual(read(whole), q(*parts))) == (least, most)


def test_an_aggregate_that_is_itemised_in_full_adds_no_record() -> None:
    assert residual(read("3"), q("1", "2")) == NOTHING


def test_an_aggregate_stands_for_one_record_beyond_its_parts() -> None:
    assert residual(read("7"), q("1", "1")).records == 1


def test_a_share_has_nothing_beyond_its_parts() -> None:
    assert residual(read("90%"), q("1")) == NOTHING


def test_an_aggregate_without_a_number_stays_without_one() -> None:
    assert residual(read("unknown"), q("1", "1")) == Total(most=None, records=1, unnumbered=1)


def test_an_approximate_aggregate_leaves_an_approximate_rest() -> None:
    assert residual(read("about 7"), q("1", "3")) == Total(about=3, most=None, records=1)
    assert residual(read("about 7"), q("9")).about == 0


def test_approximate_parts_leave_a_rest_within_its_bounds() -> None:
    assert residual(read("7"), q("about 4")) == Total(about=3, most=7, records=1)


def test_a_rest_says_that_a_convention_is_behind_it() -> None:
    assert residual(read("several"), q("1")).conventional
    assert residual(read("9"), q("several")).conventional


def test_a_possible_part_counts_between_not_at_all_and_fully() -> None:
    assert bounds(possibly(read("5"))) == (0, 5)
    assert bounds(residual(read("7"), [read("1"), possibly(read("1"))])) == (5, 6)


def test_what_is_only_possible_rests_on_no_word_and_no_guess() -> None:
    assert possibly(read("several")) == Total(most=None, records=1)
    assert possibly(read("about 300")) == Total(most=None, records=1)


def test_parts_above_the_whole_contradict_it() -> None:
    assert contradicts(read("7"), q("5", "3"))
    assert contradicts(read("under 8"), q("8"))
    assert contradicts(read("none"), q("several"))


@pytest.mark.parametrize(
    ("whole", "parts"),
    [
        ("7", ["5", "2"]),
        ("7", ["5", "up to 9"]),
        ("7", ["5", "unknown"]),
        ("7", ["5", "90%"]),
        ("about 7", ["9"]),
        ("over 60", ["90"]),
        ("unknown", ["90"]),
        ("90%", ["90"]),
    ],
)
def test_parts_within_what_the_whole_may_mean_do_not_contradict_it(whole: str, parts: list[str]) -> None:
    assert not contradicts(read(whole), q(*parts))


def test_a_possible_part_contradicts_nothing() -> None:
    assert not contradicts(read("7"), [read("7"), possibly(read("3"))])


def test_accounts_span_from_the_least_to_the_most_of_any() -> None:
    assert span(q("13", "16 to 25", "20")) == Total(least=13, most=25, records=1)


def test_one_open_account_opens_the_span() -> None:
    assert span(q("13", "at least 20")) == Total(least=13, most=None, records=1)


def test_an_account_without_a_number_contradicts_none() -> None:
    assert span(q("13", "unknown", "90%")) == Total(least=13, most=13, records=1)


def test_accounts_none_of_which_has_a_number_span_none() -> None:
    assert span(q("unknown", "unknown")) == Total(most=None, records=1, unnumbered=1)
    assert span(q("90%")) == NOTHING
    assert span([]) == NOTHING


def test_approximate_accounts_lead_to_the_smallest_of_their_figures() -> None:
    assert span(q("about 300", "about 200")) == Total(about=200, most=None, records=1)
