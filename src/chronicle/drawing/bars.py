"""The bar chart of counts over time: one path for what is stated, one for what is possible."""

from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Literal

import msgspec

from chronicle.drawing.coordinates import short
from chronicle.drawing.scale import round_numbers, scale

_WIDTH, _HEIGHT = 720, 160
_LEFT, _RIGHT, _TOP, _BOTTOM = 36, 712, 10, 130
_MARK_TOP = 133
_LABEL_BASELINE = 154
_SLOT_AT_MOST = 40
_SLOT_WITH_GAP = 4
_FILLED_SHARE = 0.8
_HEIGHT_AT_LEAST = 2.0
_LABEL_WIDTH = 36
_MONTHS_AT_MOST = 120


class Bar(msgspec.Struct, frozen=True):
    """One month, or with month 0 one year: how many are stated in it, and how many more are possible.

    `earlier` marks that something known only not to be later stands here, `later` the reverse.
    """

    year: int
    month: int
    certain: int
    possible: int
    earlier: bool = False
    later: bool = False


class Label(msgspec.Struct, frozen=True):
    """A number to be written in a drawing, at a point in its own units."""

    x: float
    y: float
    number: int


class BarChart(msgspec.Struct, frozen=True):
    """The geometry of a bar chart, `width` by `height` units from 0, 0; all paths are SVG path data.

    `stated` is one area a bar, `possible` one on top of it; `marks` are arrowheads for open dates, under the
    bar, pointing to the side that is open; `lines` are the grid, the axis and where years begin. `scale` are
    counts, to be set flush right before their point; `years` are centred on theirs. `middles` are the x of
    every bar's middle, in order.
    """

    width: int
    height: int
    stated: str
    possible: str
    marks: str
    lines: str
    scale: tuple[Label, ...]
    years: tuple[Label, ...]
    middles: tuple[float, ...]


def grain(months: int) -> Literal["month", "year"]:
    """Return the period that one bar of a chart over so many months stands for."""
    return "month" if months <= _MONTHS_AT_MOST else "year"


def bar_chart(bars: Sequence[Bar]) -> BarChart:
    """Draw bars in the order given, without a gap in time; a bar that is not empty is never too low to see.

    Counts of years are given as such and not added up from months, as one event may stand in several months.
    """
    slot = min((_RIGHT - _LEFT) / max(1, len(bars)), _SLOT_AT_MOST)
    counts = scale(max((bar.certain + bar.possible for bar in bars), default=0))
    width = slot * _FILLED_SHARE if slot >= _SLOT_WITH_GAP else slot
    middles = tuple(round(_LEFT + slot * (number + 0.5), 2) for number in range(len(bars)))
    held = [(x, bar) for x, bar in zip(middles, bars, strict=True) if bar.certain or bar.possible]
    areas = [(x - width / 2, *_heights(bar, counts[-1])) for x, bar in held]
    return BarChart(
        width=_WIDTH,
        height=_HEIGHT,
        stated="".join(_area(left, 0, stated, width) for left, stated, _ in areas),
        possible="".join(_area(left, stated, possible, width) for left, stated, possible in areas),
        marks="".join(_marks(bar, x) for x, bar in zip(middles, bars, strict=True) if bar.earlier or bar.later),
        lines=_lines(counts, _year_starts(bars, slot)),
        scale=tuple(Label(_LEFT - 6, _level(count, counts[-1]), count) for count in counts),
        years=tuple(_years(bars, slot)),
        middles=middles,
    )


def _heights(bar: Bar, top: int) -> tuple[float, float]:
    """Return the heights of what is stated and of what is possible, which together stay below the top."""
    room = _BOTTOM - _TOP
    stated, possible = (
        max(_HEIGHT_AT_LEAST, count * room / top) if count else 0.0 for count in (bar.certain, bar.possible)
    )
    if stated > possible:
        return min(stated, room - possible), possible
    return stated, min(possible, room - stated)


def _level(count: int, top: int) -> float:
    return round(_BOTTOM - count * (_BOTTOM - _TOP) / top, 2)


def _area(left: float, base: float, height: float, width: float) -> str:
    if not height:
        return ""
    across = short(width)
    return f"M{short(left)} {short(_BOTTOM - base - height)}h{across}v{short(height)}h-{across}z"


def _marks(bar: Bar, middle: float) -> str:
    earlier = f"M{short(middle - 1)} {_MARK_TOP}l-4 3l4 3z" if bar.earlier else ""
    later = f"M{short(middle + 1)} {_MARK_TOP}l4 3l-4 3z" if bar.later else ""
    return earlier + later


def _lines(counts: Iterable[int], year_starts: Iterable[float]) -> str:
    top = max(counts)
    grid = "".join(f"M{_LEFT} {short(_level(count, top))}H{_RIGHT}" for count in counts)
    return grid + "".join(f"M{short(x)} {_BOTTOM}v5" for x in year_starts)


def _year_starts(bars: Sequence[Bar], slot: float) -> Iterable[float]:
    return (_LEFT + slot * number for number, bar in enumerate(bars) if bar.month == 1)


def _years(bars: Sequence[Bar], slot: float) -> Iterable[Label]:
    """Return labels for as many years as there is room for, at round intervals where that is not all."""
    spans = {year: [number for number, _ in group] for year, group in groupby(enumerate(bars), _year)}
    interval = _interval(slot * max(map(len, spans.values()), default=1))
    last = float(-_LABEL_WIDTH)
    for year, numbers in spans.items():
        middle = _LEFT + slot * (numbers[0] + numbers[-1] + 1) / 2
        x = round(min(middle, _WIDTH - _LABEL_WIDTH / 2), 2)
        if year % interval == 0 and x - last >= _LABEL_WIDTH:
            yield Label(x, _LABEL_BASELINE, year)
            last = x


def _year(numbered: tuple[int, Bar]) -> int:
    return numbered[1].year


def _interval(width: float) -> int:
    """Return after how many years, a round number, there is room for the next label; `width` is a year's."""
    return next(years for years in round_numbers() if years * width >= _LABEL_WIDTH)
