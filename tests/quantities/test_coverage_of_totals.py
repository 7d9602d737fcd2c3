from hypothesis import given
from hypothesis import strategies as st

from chronicle.quantities import Quantity, Total, contradicts, possibly, read, residual, span, times, total

figures = st.integers(1, 500)
quantities = st.one_of(
    st.sampled_from(["none", "several", "many", "dozens", "hundreds", "unknown", "90%"]).map(read),
    st.tuples(st.sampled_from(["", "about ", "over ", "at least ", "up to ", "under "]), figures)
    .filter(lambda pair: pair != ("under ", 1))
    .map(lambda pair: read(f"{pair[0]}{pair[1]}")),
    st.tuples(figures, figures)
    .filter(lambda pair: pair[0] < pair[1])
    .map(lambda pair: read(f"{pair[0]} to {pair[1]}")),
)
several = st.lists(quantities, max_size=6)


def within(number: int, found: Total) -> bool:
    return found.least <= number and (found.most is None or number <= found.most)


@st.composite
def values(draw: st.DrawFn, quantity: Quantity) -> int:
    """A number that the quantity may stand for."""
    least = quantity.least or 0
    return draw(st.integers(least, least + 600 if quantity.most is None else quantity.most))


@given(several, st.data())
def test_whatever_the_records_stand_for_their_total_covers_it(stated: list[Quantity], data: st.DataObject) -> None:
    counted = [quantity for quantity in stated if quantity.form != "share"]
    assert within(sum(data.draw(values(quantity)) for quantity in counted), total(stated))


@given(several, quantities)
def test_one_more_record_never_lowers_a_total(stated: list[Quantity], more: Quantity) -> None:
    before, after = total(stated), total([*stated, more])
    assert after.least >= before.least
    assert after.about >= before.about
    assert after.records >= before.records
    assert after.most is None or (before.most is not None and after.most >= before.most)


@given(several, several)
def test_a_total_of_totals_is_the_total_of_all(some: list[Quantity], others: list[Quantity]) -> None:
    assert total([total(some), total(others)]) == total([*others, *some])


@given(quantities, st.integers(1, 5))
def test_several_that_state_the_same_add_up_as_one_by_one(stated: Quantity, number: int) -> None:
    assert times(stated, number) == times(total([stated]), number) == total([stated] * number)


@given(several)
def test_bounds_of_a_total_are_in_order(stated: list[Quantity]) -> None:
    for found in (total(stated), span(stated)):
        assert 0 <= found.least <= found.best
        assert found.most is None or found.least <= found.most
        assert 0 <= found.unnumbered <= found.records


@given(quantities, several, st.data())
def test_parts_and_rest_together_cover_the_whole(whole: Quantity, parts: list[Quantity], data: st.DataObject) -> None:
    counted = [part for part in parts if part.form != "share"]
    number = data.draw(values(whole))
    itemised = sum(data.draw(values(part)) for part in counted)
    if whole.form == "share" or itemised > number:
        return
    rest = residual(whole, parts)
    assert within(number - itemised, rest)
    assert within(number, total([rest, *parts]))


@given(quantities, several)
def test_a_rest_is_never_negative_and_its_bounds_are_in_order(whole: Quantity, parts: list[Quantity]) -> None:
    if contradicts(whole, parts):
        return
    rest = residual(whole, parts)
    assert rest.least >= 0
    assert rest.about >= 0
    assert rest.most is None or rest.best <= rest.most


@given(quantities, several, quantities)
def test_more_parts_never_leave_a_larger_rest(whole: Quantity, parts: list[Quantity], more: Quantity) -> None:
    fewer, rest = residual(whole, parts), residual(whole, [*parts, more])
    assert rest.least <= fewer.least
    assert rest.most is None or (fewer.most is not None and rest.most <= fewer.most)


@given(several, quantities, st.data())
def test_a_span_covers_every_account_that_has_a_number(
    others: list[Quantity], account: Quantity, data: st.DataObject
) -> None:
    if account.form in {"share", "unknown"}:
        return
    assert within(data.draw(values(account)), span([*others, account]))


@given(quantities, st.data())
def test_what_is_possible_covers_none_of_it_and_all_of_it(quantity: Quantity, data: st.DataObject) -> None:
    assert within(0, possibly(quantity))
    assert quantity.form == "share" or within(data.draw(values(quantity)), possibly(quantity))
