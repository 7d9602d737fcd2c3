import pytest
from date_strategies import sentences
from hypothesis import given

from chronicle.dates import read
from chronicle.dates.mending import readings
from chronicle.problems.problem import Fault

ONE_READING = {
    # masks and EDTF
    "2020-XX": "2020",
    "2020-XX-XX": "2020",
    "2020-XX-15": "2020",
    "2020-06-uu": "2020-06",
    "2020-06-??": "2020-06",
    "2020-06-1X": "between 2020-06-10 and 2020-06-19",
    "2020-06-3X": "2020-06-30",
    "2020-02-2X": "between 2020-02-20 and 2020-02-29",
    "2020-1X": "between 2020-10 and 2020-12",
    "202X": "between 2020 and 2029",
    "the 1990s": "between 1990 and 1999",
    "XXXX": "unknown",
    "2020-06-15~": "about 2020-06-15",
    "2020-06-15%": "about 2020-06-15",
    "~2020-06": "about 2020-06",
    "2020-06-03/2020-06-04": "2020-06-03 to 2020-06-04",
    "2020-06-03/04": "2020-06-03 to 2020-06-04",
    "2020-06-03/07-04": "2020-06-03 to 2020-07-04",
    "2020-06/08": "2020-06 to 2020-08",
    "2020-06-03/..": "2020-06-03 to open",
    "2020-06-03/": "2020-06-03 to open",
    "../..": "unknown to open",
    "../2020-06-18": "by 2020-06-18",
    "[..2020-06-18]": "by 2020-06-18",
    "[2020-11-30..]": "not before 2020-11-30",
    "[2020-06-01..2020-06-18]": "between 2020-06-01 and 2020-06-18",
    "{2020-06-01,2020-06-18}": "between 2020-06-01 and 2020-06-18",
    # days, months and years, spelled otherwise
    "12 November 2020": "2020-11-12",
    "12th of November, 2020": "2020-11-12",
    "Thursday, 12 Nov. 2020": "2020-11-12",
    "November 12, 2020": "2020-11-12",
    "12-Nov-2020": "2020-11-12",
    "2020-Nov-12": "2020-11-12",
    "Nov 2020": "2020-11",
    "Sept. 2020": "2020-09",
    "November, 2020": "2020-11",
    "2020 November": "2020-11",
    "2020-6-7": "2020-06-07",
    "2020-6": "2020-06",
    "2020/06/07": "2020-06-07",
    "2020.06.07": "2020-06-07",
    "2020–06–07": "2020-06-07",
    "20200607": "2020-06-07",
    "06/2020": "2020-06",
    "25/12/2020": "2020-12-25",
    "12/25/2020": "2020-12-25",
    "1/1/2020": "2020-01-01",
    "2020-06-07T12:00": "2020-06-07",
    "2020-06-07T12:00:30.5+03:00": "2020-06-07",
    "2020-06-07 at 12:00": "2020-06-07",
    "2020-06-07Z": "2020-06-07",
    "٢٠٢٠-٠٦-٠٧": "2020-06-07",
    "2020\u201106\u201107": "2020-06-07",
    '"2020-06-07".': "2020-06-07",
    "on 7 June 2020": "2020-06-07",
    "sometime in June 2020": "2020-06",
    # sentences
    "circa 2020": "about 2020",
    "c. 2020": "about 2020",
    "around 15 June 2020": "about 2020-06-15",
    "2020-06-03 - 2020-06-04": "2020-06-03 to 2020-06-04",
    "2020-06-03-2020-06-04": "2020-06-03 to 2020-06-04",
    "2020-06-03 until 2020-06-04": "2020-06-03 to 2020-06-04",
    "2020-06-03–2020-06-04": "2020-06-03 to 2020-06-04",
    "2020-06-03 — 2020-06-04": "2020-06-03 to 2020-06-04",
    "from 2020-06-03 to 2020-06-04": "2020-06-03 to 2020-06-04",
    "2019–2020": "2019 to 2020",
    "3–4 June 2020": "2020-06-03 to 2020-06-04",
    "June 3-4, 2020": "2020-06-03 to 2020-06-04",
    "30 May – 2 June 2020": "2020-05-30 to 2020-06-02",
    "May 30 to June 2, 2020": "2020-05-30 to 2020-06-02",
    "30 Dec 2019 to 2 Jan 2020": "2019-12-30 to 2020-01-02",
    "June–August 2020": "2020-06 to 2020-08",
    "between June and August 2020": "between 2020-06 and 2020-08",
    "between 1 and 18 June 2020": "between 2020-06-01 and 2020-06-18",
    "2020 or 2021": "between 2020 and 2021",
    "2019-12 until now": "2019-12 to open",
    "until 2020-06-18": "by 2020-06-18",
    "unknown to 2020-06-18": "by 2020-06-18",
    "no later than 2020-06-18": "by 2020-06-18",
    "on or before 2020-06-18": "by 2020-06-18",
    "on or after 2020-06-18": "not before 2020-06-18",
    "no earlier than June 2020": "not before 2020-06",
    "throughout 2020": "2020 to 2020",
    "n/a": "unknown",
    "?": "unknown",
    "date unknown": "unknown",
    "ongoing": "unknown to open",
    # misspelt words
    "betwen 2020-06-01 and 2020-06-18": "between 2020-06-01 and 2020-06-18",
    "7 Juen 2020": "2020-06-07",
    "abuot 2020": "about 2020",
    "unkown": "unknown",
}

SEVERAL_READINGS = {
    "12/11/2020": ("2020-11-12", "2020-12-11"),
    "1/2/2020 - 5/2/2020": ("2020-02-01 to 2020-02-05", "2020-01-02 to 2020-05-02"),
    "12 Nov 20": ("2020-11-12", "1920-11-12"),
    "Nov '20": ("2020-11", "1920-11"),
    "20-06-07": ("2020-06-07", "2007-06-20", "1920-06-07", "1907-06-20"),
    "25/12/20": ("2020-12-25", "1920-12-25"),
    "2020-06-15?": ("2020-06-15", "about 2020-06-15"),
    "before 2020-06-18": ("by 2020-06-17", "by 2020-06-18"),
    "before 2020-03": ("by 2020-02", "by 2020-03"),
    "before 2020-01-01": ("by 2019-12-31", "by 2020-01-01"),
    "after 2020-02-29": ("not before 2020-03-01", "not before 2020-02-29"),
    "after 2020": ("not before 2021", "not before 2020"),
    "since 2015-09": ("2015-09 to open", "not before 2015-09"),
    "early 2020": ("2020", "between 2020-01 and 2020-04"),
    "mid-June 2020": ("2020-06", "between 2020-06-11 and 2020-06-20"),
    "late February 2020": ("2020-02", "between 2020-02-21 and 2020-02-29"),
    "summer 2020": ("2020", "between 2020-06 and 2020-08"),
    "winter 2020": ("between 2019-12 and 2020-02", "between 2020-12 and 2021-02"),
    "3 and 4 June 2020": ("2020-06-03 to 2020-06-04", "between 2020-06-03 and 2020-06-04"),
}

NO_READING = {
    "": "write unknown where nothing is known",
    "today": "write the day that is meant, such as 2020-06-09: nothing is filled in from today",
    "last Tuesday": "write the day that is meant, such as 2020-06-09: nothing is filled in from today",
    "two days ago": "write the day that is meant, such as 2020-06-09: nothing is filled in from today",
    "12 November": "state the year too, such as 2020-11-12",
    "12/11": "state the year too, such as 2020-11-12",
    "XXXX-06-07": "state the year, or write unknown where nothing is known",
    "12020-06-07": "a year has four figures, from 1000 to 9999",
    "999": "a year has four figures, from 1000 to 9999",
}


def fault_of(text: str) -> Fault:
    with pytest.raises(Fault) as caught:
        read(text)
    return caught.value


@pytest.mark.parametrize(("text", "mended"), ONE_READING.items())
def test_what_can_mean_one_thing_is_mended(text: str, mended: str) -> None:
    fault = fault_of(text)
    assert (fault.code, fault.help) == ("date-malformed", f"write {mended}")


@pytest.mark.parametrize(("text", "all_of_them"), SEVERAL_READINGS.items())
def test_what_can_mean_several_things_is_told_all_of_them(text: str, all_of_them: tuple[str, ...]) -> None:
    assert readings(text) == all_of_them


def test_the_help_leaves_the_choice_between_two_readings() -> None:
    assert fault_of("12/11/2020").help == "write 2020-11-12 or 2020-12-11, whichever is meant"


@pytest.mark.parametrize(("text", "help_"), NO_READING.items())
def test_what_means_no_day_is_told_what_is_missing(text: str, help_: str) -> None:
    fault = fault_of(text)
    assert (fault.code, fault.help) == ("date-malformed", help_)


@pytest.mark.parametrize("text", ["the other day", "2020-06-07 2020-06-08", "2020-06-07 in Kobani"])
def test_what_cannot_be_understood_is_shown_the_forms(text: str) -> None:
    assert fault_of(text).help.startswith("a date is written like one of these: 2020-06-07; ")


def test_every_form_that_is_shown_can_be_read() -> None:
    forms = fault_of("the other day").help.split(": ", 1)[1].split("; ")
    assert [read(form).written for form in forms] == forms


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31 February 2020", "date-impossible"),
        ("31/02/2020", "date-impossible"),
        ("2020-06-04/2020-06-03", "date-reversed"),
        ("4–3 June 2020", "date-reversed"),
    ],
)
def test_a_day_spelled_otherwise_is_checked_like_any_other(text: str, code: str) -> None:
    assert fault_of(text).code == code


@pytest.mark.parametrize(("text", "mended"), [("before 1000", "by 1000"), ("after 9999", "not before 9999")])
def test_beyond_the_years_that_can_be_written_there_is_no_reading(text: str, mended: str) -> None:
    assert readings(text) == (mended,)


def test_the_message_quotes_the_text() -> None:
    assert fault_of("Nov\n  2020").message == '"Nov 2020" is not how a date is written'


def test_a_long_text_is_quoted_in_part() -> None:
    assert len(fault_of("2020 and some time after that " * 1000).message) < 80


@given(sentences)
def test_whatever_is_offered_can_be_written(text: str) -> None:
    assert all(read(reading).written == reading for reading in readings(text))
