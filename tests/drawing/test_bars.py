import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.drawing.bars import Bar, BarChart, bar_chart, grain

AREA = re.compile(r"M([\d.]+) ([\d.]+)h([\d.]+)v([\d.]+)h-([\d.]+)z")
Area = tuple[float, float, float, float]


def areas(data: str) -> list[Area]:
    """The rectangles of a path as left, top, width and height; the whole path must be made of them."""
    assert AREA.sub("", data) == ""
    return [(float(x), float(y), float(w), float(h)) for x, y, w, h, _ in AREA.findall(data)]


def months(counts: list[tuple[int, int]], year: int = 2015, month: int = 9) -> list[Bar]:
    return [
        Bar(year + (month - 1 + number) // 12, (month - 1 + number) % 12 + 1, *count)
        for number, count in enumerate(counts)
    ]


def years(chart: BarChart) -> list[int]:
    return [label.number for label in chart.years]


def test_what_is_possible_stands_on_what_is_stated() -> None:
    chart = bar_chart(months([(2, 1)]))
    [(left, top, width, _)], [(over, above, wide, height)] = areas(chart.stated), areas(chart.possible)
    assert (over, wide) == (left, width)
    assert above + height == pytest.approx(top)


def test_heights_are_as_the_counts() -> None:
    [(_, _, _, ten), (_, _, _, five)] = areas(bar_chart(months([(10, 0), (5, 0)])).stated)
    assert ten == 2 * five


def test_an_empty_month_has_no_area_and_keeps_its_place() -> None:
    chart = bar_chart(months([(1, 0), (0, 0), (1, 0)]))
    assert len(areas(chart.stated)) == 2
    assert chart.possible == ""
    assert len(chart.middles) == 3


def test_one_among_thousands_can_still_be_seen() -> None:
    chart = bar_chart(months([(9000, 1), (1, 0), (0, 1)]))
    assert all(height >= 2 for _, _, _, height in areas(chart.stated) + areas(chart.possible))


def test_a_chart_without_bars_has_its_axis_and_scale() -> None:
    chart = bar_chart([])
    assert (chart.stated, chart.possible, chart.marks, chart.years) == ("", "", "", ())
    assert chart.lines
    assert [label.number for label in chart.scale] == [0, 1]


def test_an_open_date_has_a_mark_that_points_to_its_open_side() -> None:
    [middle] = bar_chart([Bar(2020, 1, 1, 0)]).middles
    earlier = bar_chart([Bar(2020, 1, 1, 0, earlier=True)]).marks
    later = bar_chart([Bar(2020, 1, 1, 0, later=True)]).marks
    assert earlier.startswith(f"M{middle - 1:g} ")
    assert "l-4 " in earlier
    assert later.startswith(f"M{middle + 1:g} ")
    assert "l4 " in later
    assert bar_chart([Bar(2020, 1, 1, 0, earlier=True, later=True)]).marks == earlier + later


def test_bounded_dates_have_no_marks() -> None:
    assert bar_chart(months([(1, 1)])).marks == ""


def test_each_year_is_named_once_under_its_middle() -> None:
    chart = bar_chart(months([(1, 0)] * 24, month=1))
    assert years(chart) == [2015, 2016]
    assert chart.years[0].x == pytest.approx((chart.middles[0] + chart.middles[11]) / 2, abs=0.01)


def test_years_without_room_are_named_at_round_intervals() -> None:
    named = years(bar_chart([Bar(year, 0, 1, 0) for year in range(1985, 2021)]))
    assert named == list(range(1986, 2021, 2))


def test_a_year_begins_with_a_tick_in_a_chart_of_months() -> None:
    lines = bar_chart(months([(1, 0)] * 24, month=1)).lines
    assert lines.count("v5") == 2
    assert "v5" not in bar_chart([Bar(2015, 0, 1, 0)]).lines


def test_the_scale_is_a_line_for_each_count_on_it() -> None:
    chart = bar_chart(months([(13, 0)]))
    assert [label.number for label in chart.scale] == [0, 5, 10, 15]
    assert chart.lines.count("H") == 4


def test_ten_years_are_drawn_by_month_and_more_by_year() -> None:
    assert [grain(1), grain(120), grain(121)] == ["month", "month", "year"]


counts = st.tuples(st.integers(0, 10**6) | st.integers(0, 3), st.integers(0, 10**6) | st.integers(0, 3))
charts = st.one_of(
    st.builds(months, st.lists(counts, max_size=150), st.integers(1900, 2100), st.integers(1, 12)),
    st.lists(counts, max_size=300).map(
        lambda found: [Bar(1800 + number, 0, *count, earlier=True, later=True) for number, count in enumerate(found)]
    ),
)


@given(charts)
def test_all_areas_lie_inside_the_view_box(bars: list[Bar]) -> None:
    chart = bar_chart(bars)
    for left, top, width, height in areas(chart.stated) + areas(chart.possible):
        assert left >= 0
        assert left + width <= chart.width
        assert top >= 0
        assert top + height <= chart.height


@given(charts)
def test_every_bar_that_is_not_empty_has_its_areas_in_order(bars: list[Bar]) -> None:
    chart = bar_chart(bars)
    assert len(areas(chart.stated)) == sum(1 for bar in bars if bar.certain)
    assert len(areas(chart.possible)) == sum(1 for bar in bars if bar.possible)
    lefts = [area[0] for area in areas(chart.stated)]
    assert lefts == sorted(set(lefts))


@given(charts)
def test_labels_and_marks_lie_inside_the_view_box(bars: list[Bar]) -> None:
    chart = bar_chart(bars)
    for label in (*chart.scale, *chart.years):
        assert 0 <= label.x <= chart.width
        assert 0 <= label.y <= chart.height
    for x, y in re.findall(r"M([\d.]+) ([\d.]+)", chart.marks):
        assert 4 <= float(x) <= chart.width - 4
        assert float(y) + 6 <= chart.height


@given(charts)
def test_labels_of_years_have_room_between_them(bars: list[Bar]) -> None:
    found = [label.x for label in bar_chart(bars).years]
    assert all(later - sooner >= 35.9 for sooner, later in pairwise(found))


@given(charts)
def test_a_higher_count_is_never_drawn_lower(bars: list[Bar]) -> None:
    alone = [Bar(bar.year, bar.month, bar.certain, 0) for bar in bars]
    drawn = [area[3] for area in areas(bar_chart(alone).stated)]
    counted = [bar.certain for bar in bars if bar.certain]
    pairs = sorted(zip(counted, drawn, strict=True))
    assert all(less[1] <= more[1] for less, more in pairwise(pairs) if less[0] < more[0])


@given(charts)
def test_no_coordinate_has_more_than_two_decimals(bars: list[Bar]) -> None:
    chart = bar_chart(bars)
    assert not re.search(r"\.\d{3}|e", chart.stated + chart.possible + chart.marks + chart.lines)
