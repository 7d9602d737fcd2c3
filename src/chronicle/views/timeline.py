"""What the timeline and its years and months say."""

from chronicle.views.drawings import Chart
from chronicle.views.page import View
from chronicle.views.pieces import Entry, Listing, Name, Way
from chronicle.views.value import Value


class Cell(Value, frozen=True):
    """A month of the timeline's grid; `possible` counts events that may lie in it."""

    label: str
    href: str
    count: int
    possible: int
    text: str


class Row(Value, frozen=True):
    """A year of the timeline's grid: its twelve months, and what is known only to the year."""

    year: Name
    count: str
    cells: tuple[Cell, ...]
    undated: Cell | None


class TimelineView(View, frozen=True):
    """The grid of years and months."""

    span: str
    months: tuple[str, ...]
    rows: tuple[Row, ...]
    unknown: Way | None
    """Events of which no date is known at all."""
    chart: Chart | None


class PeriodView(View, frozen=True):
    """A month's, a year's or the undated events' page; `possible` lists events that may lie in the period, listed
    elsewhere.
    """

    title: str
    trail: tuple[Name, ...]
    listing: Listing
    chart: Chart | None
    possible: tuple[Entry, ...]
    earlier: Name | None
    later: Name | None
    months: tuple[Way, ...]
