import datetime

import pytest
from date_strategies import dates, days
from hypothesis import assume, given
from hypothesis import strategies as st

from chronicle.dates import (
    Bounds,
    Date,
    Form,
    bounded,
    certainly_within,
    overlap,
    possibly_within,
    read,
)
from chronicle.dates.date import first_day, last_day

DAY = datetime.date
BEGINS, RETRIEVED = DAY(2011, 3, 15), DAY(2020, 12, 1)
INTERVALS = (Form.THROUGHOUT, Form.OPEN)
ON_SOME_DAY = tuple(form for form in Form if form not in {*INTERVALS, Form.ABOUT, Form.UNKNOWN})


def test_stated_bounds_are_not_assumed() -> None:
    date = read("between 2020-06-01 and 2020-06-18")
    assert bounded(date, BEGINS, RETRIEVED) == Bounds(DAY(2020, 6, 1), DAY(2020, 6, 18))


def test_what_has_no_earlier_bound_lies_after_the_chronicle_begins() -> None:
    expected = Bounds(BEGINS, DAY(2020, 6, 18), earliest_assumed=True)
    assert bounded(read("by 2020-06-18"), BEGINS, RETRIEVED) == expected


def test_what_has_no_later_bound_lies_before_the_article_was_retrieved() -> None:
    expected = Bounds(DAY(2020, 11, 30), RETRIEVED, latest_assumed=True)
    assert bounded(read("not before 2020-11-30"), BEGINS, RETRIEVED) == expected


def test_what_is_unknown_has_both_bounds_assumed() -> None:
    assert bounded(read("unknown"), BEGINS, RETRIEVED) == Bounds(BEGINS, RETRIEVED, True, True)


def test_what_is_not_known_to_have_ended_stays_open() -> None:
    assert bounded(read("2015-09 to open"), BEGINS, RETRIEVED) == Bounds(DAY(2015, 9, 1))


def test_nothing_is_assumed_from_what_is_not_given() -> None:
    assert bounded(read("unknown"), None, None) == Bounds()


def test_a_bound_that_contradicts_the_stated_one_is_not_assumed() -> None:
    assert bounded(read("by 2010"), BEGINS, RETRIEVED) == Bounds(None, DAY(2010, 12, 31))
    assert bounded(read("not before 2021"), BEGINS, RETRIEVED) == Bounds(DAY(2021, 1, 1))


@given(dates(), st.none() | days, st.none() | days)
def test_bounds_are_in_order_with_whatever_is_assumed(date: Date, begins: DAY | None, retrieved: DAY | None) -> None:
    bounds = bounded(date, begins, retrieved)
    assert bounds.earliest is None or bounds.latest is None or bounds.earliest <= bounds.latest


@given(dates(), st.none() | days, st.none() | days)
def test_what_is_stated_stands_whatever_is_assumed(date: Date, begins: DAY | None, retrieved: DAY | None) -> None:
    bounds = bounded(date, begins, retrieved)
    assert bounds.earliest_assumed or bounds.earliest == date.earliest
    assert bounds.latest_assumed or bounds.latest == date.latest


@pytest.mark.parametrize(
    ("one", "other", "shared"),
    [
        ("2020-06-07", "2020-06-07", True),
        ("2020-06-07", "2020-06-08", False),
        ("2020-06", "2020-06-30", True),
        ("2020-06", "2020-07-01", False),
        ("by 2020-06-18", "2020-06-18", True),
        ("by 2020-06-18", "2020-06-19", False),
        ("by 2020-06-18", "1999", True),
        ("not before 2020-06-18", "2020-06-17", False),
        ("not before 2020-06-18", "by 2020-06-17", False),
        ("not before 2020-06-18", "by 2020-06-18", True),
        ("2015-09 to open", "2025", True),
        ("2015-09 to open", "2015-08", False),
        ("unknown to open", "1999", True),
        ("unknown", "2020-06-07", True),
    ],
)
def test_dates_overlap_where_they_can_share_a_day(one: str, other: str, shared: bool) -> None:
    assert overlap(read(one), read(other)) is shared
    assert overlap(read(other), read(one)) is shared


def test_assumed_bounds_count_in_an_overlap_of_bounds() -> None:
    assert not overlap(bounded(read("unknown"), BEGINS, RETRIEVED), read("2021"))


JUNE = DAY(2020, 6, 1), DAY(2020, 6, 30)


@pytest.mark.parametrize(
    "text",
    [
        "2020-06-07",
        "2020-06",
        "between 2020-06-01 and 2020-06-30",
        "2020-06-30 to 2020-07-02",
        "2020-05 to 2020-07",
        "2020-05-01 to 2020-06",
        "2015 to 2024",
        "2020-06 to open",
    ],
)
def test_what_must_touch_a_month_is_certainly_within_it(text: str) -> None:
    assert certainly_within(read(text), *JUNE)


@pytest.mark.parametrize(
    "text",
    [
        "2020",
        "between 2020-05-31 and 2020-06-02",
        "by 2020-06-18",
        "not before 2020-06-01",
        "about 2020-06-15",
        "2020 to 2021",
        "2015-09 to open",
        "unknown to open",
    ],
)
def test_what_may_touch_a_month_is_possibly_within_it(text: str) -> None:
    date = read(text)
    assert possibly_within(date, *JUNE)
    assert not certainly_within(date, *JUNE)


@pytest.mark.parametrize("text", ["2020-07-01", "by 2020-05", "not before 2020-07", "2020-07 to open", "2019"])
def test_what_cannot_touch_a_month_is_not_within_it(text: str) -> None:
    assert not possibly_within(read(text), *JUNE)


def test_what_is_unknown_is_within_no_range() -> None:
    assert not possibly_within(read("unknown"), DAY.min, DAY.max)
    assert not certainly_within(read("unknown"), DAY.min, DAY.max)


def test_what_is_possible_follows_the_bounds_that_are_given() -> None:
    date = read("not before 2020-11-30")
    assert not possibly_within(date, DAY(2021, 1, 1), DAY(2021, 12, 31), bounded(date, BEGINS, RETRIEVED))


@given(dates(), days, days)
def test_what_is_certain_is_possible(date: Date, one: DAY, other: DAY) -> None:
    first, last = sorted((one, other))
    assert possibly_within(date, first, last) or not certainly_within(date, first, last)


@given(dates(ON_SOME_DAY), days, days)
def test_what_happened_on_some_day_is_certain_where_all_its_days_are_in_range(date: Date, one: DAY, other: DAY) -> None:
    first, last = sorted((one, other))
    every_day = date.earliest and date.latest and first <= date.earliest and date.latest <= last
    assert certainly_within(date, first, last) is bool(every_day)


@given(dates((Form.THROUGHOUT,)), days, days, st.data())
def test_whatever_an_interval_means_it_touches_where_it_certainly_is(
    date: Date, one: DAY, other: DAY, data: st.DataObject
) -> None:
    first, last = sorted((one, other))
    assume(certainly_within(date, first, last))
    began = data.draw(st.dates(first_day(date.start), last_day(date.start)))
    ended = data.draw(st.dates(first_day(date.end), last_day(date.end)))
    assume(began <= ended)
    assert began <= last
    assert first <= ended
