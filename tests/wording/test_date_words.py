import datetime

import msgspec
import pytest
from english_words import ENGLISH
from hypothesis import given
from hypothesis import strategies as st

from chronicle.dates import Form, Period, dated, read
from chronicle.dates.mending import readings
from chronicle.wording import Words, date_words, day_words, machine, period_words

DAY = datetime.date

TABLE = [
    # written, in full, in short, machine
    ("2020-06-07", "7 June 2020", "7 Jun", "2020-06-07"),
    ("2020-11", "November 2020, day not stated", "in Nov", "2020-11"),
    ("2020", "2020, month and day not stated", "in 2020", "2020"),
    ("2020-06-03 to 2020-06-04", "3–4 June 2020", "3–4 Jun", ""),
    ("2020-05-30 to 2020-06-02", "30 May – 2 June 2020", "30 May – 2 Jun", ""),
    ("2019-12-30 to 2020-01-02", "30 December 2019 – 2 January 2020", "30 Dec – 2 Jan 2020", ""),
    ("2020-06 to 2020-08", "June–August 2020", "Jun–Aug", ""),
    ("2019-11 to 2020-02", "November 2019 – February 2020", "Nov – Feb 2020", ""),
    ("2015 to 2020", "2015–2020", "2015–2020", ""),
    ("2020-06-03 to 2020-08", "3 June – August 2020", "3 Jun – Aug", ""),
    ("2015 to 2016-03", "2015 – March 2016", "2015 – Mar 2016", ""),
    ("2020-06-03 to 2020-06-03", "3 June 2020", "3 Jun", ""),
    ("2020-06 to 2020-06", "throughout June 2020", "all Jun", ""),
    ("2020 to 2020", "throughout 2020", "all 2020", ""),
    ("2015-09 to open", "from September 2015, not known to have ended", "since Sep", ""),
    ("2015 to open", "from 2015, not known to have ended", "since 2015", ""),
    ("unknown to open", "from an unknown day, not known to have ended", "start unknown", ""),
    ("between 2020-06-01 and 2020-06-18", "between 1 and 18 June 2020", "between 1 and 18 Jun", ""),
    ("between 2020-05-30 and 2020-06-02", "between 30 May and 2 June 2020", "between 30 May and 2 Jun", ""),
    (
        "between 2019-12-30 and 2020-01-02",
        "between 30 December 2019 and 2 January 2020",
        "between 30 Dec 2019 and 2 Jan",
        "",
    ),
    ("between 2020-06 and 2020-08", "between June and August 2020", "between Jun and Aug", ""),
    ("between 2019 and 2020", "between 2019 and 2020", "between 2019 and 2020", ""),
    ("between 2020-06 and 2020-06", "June 2020, day not stated", "in Jun", ""),
    ("by 2020-06-18", "by 18 June 2020", "by 18 Jun", ""),
    ("by 2020-06", "by the end of June 2020", "by the end of Jun", ""),
    ("by 2020", "by the end of 2020", "by the end of 2020", ""),
    ("not before 2020-11-30", "not before 30 November 2020", "not before 30 Nov", ""),
    ("not before 2020-11", "not before November 2020", "not before Nov", ""),
    ("about 2020-06-15", "about 15 June 2020", "about 15 Jun", ""),
    ("about 2020-06", "about June 2020", "about Jun", ""),
    ("about 2020", "about 2020", "about 2020", ""),
    ("unknown", "date unknown", "unknown", ""),
]


@pytest.mark.parametrize(("text", "phrase"), [(row[0], row[1]) for row in TABLE])
def test_a_date_is_worded_as_precisely_as_it_is_known(text: str, phrase: str) -> None:
    assert date_words(read(text), ENGLISH) == phrase


@pytest.mark.parametrize(("text", "phrase"), [(row[0], row[2]) for row in TABLE])
def test_under_the_heading_of_its_year_a_date_is_short(text: str, phrase: str) -> None:
    assert date_words(read(text), ENGLISH, short=True) == phrase


@pytest.mark.parametrize(("text", "value"), [(row[0], row[3]) for row in TABLE])
def test_a_machine_gets_a_single_day_month_or_year_or_nothing(text: str, value: str) -> None:
    assert machine(read(text)) == value


def test_every_form_of_a_date_is_in_the_table() -> None:
    assert {read(row[0]).form for row in TABLE} == set(Form)


@pytest.mark.parametrize("row", TABLE[:9] + TABLE[12:15] + TABLE[16:22] + TABLE[23:])
def test_an_editor_who_types_what_a_page_says_is_told_how_it_is_written(
    row: tuple[str, str, str, str],
) -> None:
    assert row[0] in {*readings(row[1]), row[1]}


@given(st.sampled_from(TABLE), st.sampled_from(TABLE))
def test_two_dates_share_their_words_only_if_they_mean_the_same(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    if one[1] == other[1]:
        assert (read(one[0]).earliest, read(one[0]).latest) == (
            read(other[0]).earliest,
            read(other[0]).latest,
        )


@pytest.mark.parametrize(
    ("period", "phrase"), [((2020, 6), "June 2020"), ((2020, None), "2020"), (None, "date unknown")]
)
def test_a_period_has_a_heading(period: Period | None, phrase: str) -> None:
    assert period_words(period, ENGLISH) == phrase


def test_a_day_is_written_out() -> None:
    assert day_words(DAY(2020, 11, 12), ENGLISH) == "12 November 2020"


def other_words(changes: dict[str, str]) -> Words:
    return msgspec.structs.replace(ENGLISH, phrases={**ENGLISH.phrases, **changes})


def test_figures_of_a_date_are_the_languages_own() -> None:
    words = other_words({"number.digits": "٠١٢٣٤٥٦٧٨٩", "date.months.full.june": "يونيو"})
    assert date_words(dated(Form.DAY, "2020-06-07", "2020-06-07"), words) == "٧ يونيو ٢٠٢٠"


def test_a_year_is_never_written_in_groups() -> None:
    assert date_words(read("about 2020"), other_words({"number.group": "."})) == "about 2020"


def test_a_month_beside_a_day_has_the_form_that_the_language_gives_it() -> None:
    words = other_words({"date.months.full.june": "июнь", "date.months.beside-day.june": "июня"})
    assert date_words(read("2020-06-07"), words) == "7 июня 2020"
    assert date_words(read("about 2020-06"), words) == "about июнь 2020"
