import pytest
from date_strategies import dates
from hypothesis import given

from chronicle.dates import Date, Mark, Span, certainly_within, read, span
from chronicle.dates.date import first_day, last_day
from chronicle.dates.listing import Month


@pytest.mark.parametrize(
    ("text", "first", "last", "mark"),
    [
        ("2020-06-07", (2020, 6), (2020, 6), Mark.SOLID),
        ("2020-05-30 to 2020-07-02", (2020, 5), (2020, 7), Mark.SOLID),
        ("2020", (2020, 1), (2020, 12), Mark.HATCHED),
        ("between 2019-12-30 and 2020-01-02", (2019, 12), (2020, 1), Mark.HATCHED),
        ("about 2020-06-15", (2020, 6), (2020, 6), Mark.SOFT),
        ("about 2020", (2020, 1), (2020, 12), Mark.SOFT),
        ("by 2020-06-18", (2020, 6), (2020, 6), Mark.EARLIER),
        ("not before 2020-11-30", (2020, 11), (2020, 11), Mark.LATER),
        ("2015-09 to open", (2015, 9), (2015, 9), Mark.ONWARD),
    ],
)
def test_a_date_is_drawn_as_certain_as_it_is(text: str, first: Month, last: Month, mark: Mark) -> None:
    assert span(read(text)) == Span(first, last, mark)


@pytest.mark.parametrize("text", ["2020-06", "between 2020-06-01 and 2020-06-18"])
def test_what_lies_within_one_month_is_solid_in_it(text: str) -> None:
    assert span(read(text)) == Span((2020, 6), (2020, 6), Mark.SOLID)


@pytest.mark.parametrize("text", ["unknown", "unknown to open"])
def test_what_has_no_bound_is_in_no_chart(text: str) -> None:
    assert span(read(text)) is None


@given(dates())
def test_months_are_in_order(date: Date) -> None:
    drawn = span(date)
    assert drawn is None or drawn.first <= drawn.last


@given(dates())
def test_a_solid_month_is_one_that_a_filter_is_certain_of(date: Date) -> None:
    drawn = span(date)
    if drawn and drawn.mark is Mark.SOLID and drawn.first == drawn.last:
        month = "{:04}-{:02}".format(*drawn.first)
        assert certainly_within(date, first_day(month), last_day(month))
