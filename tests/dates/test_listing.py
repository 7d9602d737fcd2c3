import datetime

import pytest
from date_strategies import dates
from hypothesis import given

from chronicle.dates import Date, Form, Period, month, months_between, order, read

DAY = datetime.date


@pytest.mark.parametrize(
    ("text", "day", "width"),
    [
        ("2020-06-07", DAY(2020, 6, 7), 0),
        ("2020-06", DAY(2020, 6, 30), 29),
        ("2020", DAY(2020, 12, 31), 365),
        ("between 2020-06-01 and 2020-06-18", DAY(2020, 6, 18), 17),
        ("2020-06-03 to 2020-06-04", DAY(2020, 6, 3), 1),
        ("about 2020-06", DAY(2020, 6, 1), 29),
    ],
)
def test_the_order_goes_by_the_day_then_the_width(text: str, day: DAY, width: int) -> None:
    assert order(read(text)) == (day.toordinal(), width)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by 2020-06-18", DAY(2020, 6, 18)),
        ("not before 2020-11-30", DAY(2020, 11, 30)),
        ("2015-09 to open", DAY(2015, 9, 1)),
    ],
)
def test_an_open_side_comes_after_all_that_share_its_day(text: str, day: DAY) -> None:
    widest = order(Date(Form.ABOUT, earliest=day, latest=DAY.max))
    assert order(read(text)) > widest
    assert order(read(text))[0] == day.toordinal()


def test_the_undated_come_last() -> None:
    last = ["9999-12-31", "by 9999-12-31", "unknown to open", "unknown"]
    keys = [order(read(text)) for text in last]
    assert keys == sorted(set(keys))


@given(dates())
def test_every_date_has_its_place_in_the_order(date: Date) -> None:
    day, width = order(date)
    assert day > 0
    assert width >= 0


@given(dates(), dates())
def test_what_cannot_share_a_day_is_in_the_order_of_its_days(one: Date, other: Date) -> None:
    if one.latest and other.earliest and one.latest < other.earliest:
        assert order(one) < order(other)


@given(dates())
def test_the_day_lies_within_the_bounds(date: Date) -> None:
    day, _ = order(date)
    assert date.earliest is None or date.earliest.toordinal() <= day
    assert date.latest is None or day <= date.latest.toordinal()


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("2020-06-07", (2020, 6)),
        ("2020-06", (2020, 6)),
        ("2020", (2020, None)),
        ("2020-05-30 to 2020-06-02", (2020, 5)),
        ("between 2020-05-30 and 2020-06-02", (2020, 6)),
        ("between 2019-06 and 2020", (2020, None)),
        ("by 2020-06-18", (2020, 6)),
        ("by 2020", (2020, None)),
        ("not before 2020-11-30", (2020, 11)),
        ("2015-09 to open", (2015, 9)),
        ("2015 to 2016-03", (2015, None)),
        ("about 2020-06-15", (2020, 6)),
        ("about 2020", (2020, None)),
        ("unknown to open", None),
        ("unknown", None),
    ],
)
def test_an_event_is_listed_in_the_month_of_its_day(text: str, period: Period | None) -> None:
    assert month(read(text)) == period


@given(dates())
def test_the_period_follows_the_order(date: Date) -> None:
    day, _ = order(date)
    period = month(date)
    if period is None:
        assert day > DAY.max.toordinal()
    else:
        listed = DAY.fromordinal(day)
        assert period in {(listed.year, listed.month), (listed.year, None)}


def test_the_months_between_two_are_all_of_them_with_both() -> None:
    assert months_between((2019, 11), (2020, 2)) == ((2019, 11), (2019, 12), (2020, 1), (2020, 2))
    assert months_between((2020, 6), (2020, 6)) == ((2020, 6),)
