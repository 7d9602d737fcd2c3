import datetime
import re

import pytest
from date_strategies import dates, sentences
from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates import Date, Form, by, read
from chronicle.problems.problem import Fault

DAY = datetime.date

TABLE = [
    # written, form, earliest, latest, EDTF
    ("2020-11-12", Form.DAY, DAY(2020, 11, 12), DAY(2020, 11, 12), "2020-11-12"),
    ("2020-11", Form.WITHIN, DAY(2020, 11, 1), DAY(2020, 11, 30), "2020-11"),
    ("2020", Form.WITHIN, DAY(2020, 1, 1), DAY(2020, 12, 31), "2020"),
    (
        "2020-06-03 to 2020-06-04",
        Form.THROUGHOUT,
        DAY(2020, 6, 3),
        DAY(2020, 6, 4),
        "2020-06-03/2020-06-04",
    ),
    ("2020-02 to 2024-02", Form.THROUGHOUT, DAY(2020, 2, 1), DAY(2024, 2, 29), "2020-02/2024-02"),
    ("2015 to 2016-03", Form.THROUGHOUT, DAY(2015, 1, 1), DAY(2016, 3, 31), "2015/2016-03"),
    ("2015-09-30 to open", Form.OPEN, DAY(2015, 9, 30), None, "2015-09-30/.."),
    ("2015-09 to open", Form.OPEN, DAY(2015, 9, 1), None, "2015-09/.."),
    ("2015 to open", Form.OPEN, DAY(2015, 1, 1), None, "2015/.."),
    ("unknown to open", Form.OPEN, None, None, "../.."),
    (
        "between 2020-06-01 and 2020-06-18",
        Form.BETWEEN,
        DAY(2020, 6, 1),
        DAY(2020, 6, 18),
        "[2020-06-01..2020-06-18]",
    ),
    ("between 2019-11 and 2021-02", Form.BETWEEN, DAY(2019, 11, 1), DAY(2021, 2, 28), "[2019-11..2021-02]"),
    ("between 2019 and 2020", Form.BETWEEN, DAY(2019, 1, 1), DAY(2020, 12, 31), "[2019..2020]"),
    ("by 2020-06-18", Form.BY, None, DAY(2020, 6, 18), "[..2020-06-18]"),
    ("by 2020-06", Form.BY, None, DAY(2020, 6, 30), "[..2020-06]"),
    ("by 2020", Form.BY, None, DAY(2020, 12, 31), "[..2020]"),
    ("not before 2020-11-30", Form.NOT_BEFORE, DAY(2020, 11, 30), None, "[2020-11-30..]"),
    ("not before 2020-11", Form.NOT_BEFORE, DAY(2020, 11, 1), None, "[2020-11..]"),
    ("not before 2020", Form.NOT_BEFORE, DAY(2020, 1, 1), None, "[2020..]"),
    ("about 2020-06-15", Form.ABOUT, DAY(2020, 6, 15), DAY(2020, 6, 15), "2020-06-15~"),
    ("about 2020-06", Form.ABOUT, DAY(2020, 6, 1), DAY(2020, 6, 30), "2020-06~"),
    ("about 2020", Form.ABOUT, DAY(2020, 1, 1), DAY(2020, 12, 31), "2020~"),
    ("unknown", Form.UNKNOWN, None, None, "XXXX"),
    # the ends of the calendar, and ends that are one
    ("9999-12", Form.WITHIN, DAY(9999, 12, 1), DAY(9999, 12, 31), "9999-12"),
    ("by 1000", Form.BY, None, DAY(1000, 12, 31), "[..1000]"),
    ("2020-06 to 2020-06", Form.THROUGHOUT, DAY(2020, 6, 1), DAY(2020, 6, 30), "2020-06/2020-06"),
    ("2020-06-15 to 2020-06", Form.THROUGHOUT, DAY(2020, 6, 15), DAY(2020, 6, 30), "2020-06-15/2020-06"),
]
WRITTEN = [row[0] for row in TABLE]

_END = (
    r"(?:[1-9]\d{3}(?:-(?:0[1-9]|1[0-2]))?"
    r"|[1-9]\d{3}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|[12]\d)))"
)
EDTF = re.compile(
    rf"{_END}~?|{_END}/{_END}|{_END}/\.\.|\.\./\.\.|\[{_END}\.\.{_END}\]|\[\.\.{_END}\]|\[{_END}\.\.\]|XXXX",
    re.ASCII,
)


@pytest.mark.parametrize(("text", "form", "earliest", "latest", "edtf"), TABLE)
def test_every_form_is_read_with_its_bounds(
    text: str, form: Form, earliest: DAY | None, latest: DAY | None, edtf: str
) -> None:
    date = read(text)
    assert (date.form, date.earliest, date.latest, date.edtf) == (form, earliest, latest, edtf)


@pytest.mark.parametrize("text", WRITTEN)
def test_a_date_is_written_as_it_was_read(text: str) -> None:
    assert read(text).written == text


@pytest.mark.parametrize("text", WRITTEN)
def test_spaces_and_case_do_not_count(text: str) -> None:
    assert read(f" {text.upper()} ".replace(" ", " \t ")) == read(text)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("2020-06", "2020-06", "2020-06"),
        ("about 2020", "2020", "2020"),
        ("by 2020-06-18", "", "2020-06-18"),
        ("not before 2020", "2020", ""),
        ("2015-09 to open", "2015-09", ""),
        ("unknown to open", "", ""),
        ("unknown", "", ""),
    ],
)
def test_ends_are_kept_as_written(text: str, start: str, end: str) -> None:
    assert (read(text).start, read(text).end) == (start, end)


@given(dates())
def test_every_date_reads_back_as_itself(date: Date) -> None:
    assert read(date.written) == date


@given(dates())
def test_bounds_are_never_reversed(date: Date) -> None:
    assert date.earliest is None or date.latest is None or date.earliest <= date.latest


@given(dates())
def test_every_date_has_valid_edtf(date: Date) -> None:
    assert EDTF.fullmatch(date.edtf)


def read_or_fault(text: str) -> Date | Fault:
    try:
        return read(text)
    except Fault as fault:
        return fault


@given(st.text() | sentences)
def test_arbitrary_text_is_a_date_or_a_fault_with_a_way_out(text: str) -> None:
    found = read_or_fault(text)
    if isinstance(found, Fault):
        assert found.code in {"date-malformed", "date-impossible", "date-reversed"}
        assert found.message
        assert found.help


@given(st.dates(min_value=DAY(1000, 1, 1)))
def test_by_a_day_is_what_an_editor_writes_with_by(day: DAY) -> None:
    assert by(day) == read(f"by {day.isoformat()}")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2020-02-31", "2020-02-31 does not exist: February 2020 had 29 days"),
        ("2021-02-29", "2021-02-29 does not exist: February 2021 had 28 days"),
        ("1900-02-29", "1900-02-29 does not exist: February 1900 had 28 days"),
        ("by 2020-06-31", "2020-06-31 does not exist: June 2020 had 30 days"),
        ("between 2020-06-01 and 2020-06-31", "2020-06-31 does not exist: June 2020 had 30 days"),
        ("2020-13", "2020-13 does not exist: there is no month 13"),
        ("2020-00", "2020-00 has no month"),
        ("about 2020-06-00", "2020-06-00 has no day"),
    ],
)
def test_a_day_that_no_calendar_has_is_impossible(text: str, message: str) -> None:
    with pytest.raises(Fault) as caught:
        read(text)
    assert (caught.value.code, caught.value.message) == ("date-impossible", message)


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("2020-02-31", "write the day that is meant, or 2020-02 where only the month is known"),
        ("2020-15-06", "write 2020-06-15 if 15 is the day"),
        ("2020-31-02", "write the month from 01 to 12, or 2020 where only the year is known"),
        ("2020-21", "write 2020 to 2021 if these are years"),
        ("2020/21", "write 2020 to 2021 if these are years"),
        ("2020-13", "write the month from 01 to 12, or 2020 where only the year is known"),
        ("2020-00", "write 2020 where only the year is known"),
        ("2020-00-00", "write 2020 where only the year is known"),
        ("2020-06-00", "write 2020-06 where only the month is known"),
    ],
)
def test_an_impossible_day_is_told_what_may_be_meant(text: str, help_: str) -> None:
    with pytest.raises(Fault) as caught:
        read(text)
    assert caught.value.help == help_


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("2020-06-04 to 2020-06-03", "write 2020-06-03 to 2020-06-04"),
        ("between 2020-08 and 2020-06", "write between 2020-06 and 2020-08"),
        ("2020 to 2019-12-31", "write 2019-12-31 to 2020"),
    ],
)
def test_a_reversed_interval_is_refused_and_turned(text: str, help_: str) -> None:
    with pytest.raises(Fault) as caught:
        read(text)
    assert (caught.value.code, caught.value.help) == ("date-reversed", help_)


@pytest.mark.parametrize("text", ["0999", "0000-01-01", "by 0999-12-31", "0999 to 2020"])
def test_years_before_1000_are_out_of_range(text: str) -> None:
    with pytest.raises(Fault) as caught:
        read(text)
    assert (caught.value.code, caught.value.help) == ("date-malformed", "a year runs from 1000 to 9999")


@pytest.mark.parametrize(
    "text", ["٢٠٢٠", "2020-06-07\u00a0", "un\u212aown", "about2020", "by2020", "2020-06-03to open"]
)
def test_what_only_looks_like_a_date_is_refused(text: str) -> None:
    with pytest.raises(Fault):
        read(text)
