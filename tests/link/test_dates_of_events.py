from datetime import date
from pathlib import Path

import pytest

from chronicle.dates import Bounds
from chronicle.link.event import When
from written_chronicles import Examined, examined

JUNE_30 = date(2020, 6, 30)


def when(root: Path, fields: str, begins: str = "") -> When:
    found = examined(root, {"patrol": fields}, begins=begins)
    assert found.errors == []
    return found.event("patrol").when


def test_a_date_as_text_is_stated(tmp_path: Path) -> None:
    found = when(tmp_path, "date: 2020-06")
    assert (found.date.written, found.basis, found.text) == ("2020-06", "stated", "")
    assert found.bounds == Bounds(date(2020, 6, 1), date(2020, 6, 30))


def test_what_is_said_of_a_date_is_kept(tmp_path: Path) -> None:
    written = "{when: 2020-06-16, text: on Tuesday, basis: weekday, inferred: year, doubt: It was a Monday.}"
    found = when(tmp_path, f"date: {written}")
    assert found.date.written == "2020-06-16"
    assert (found.text, found.basis, found.inferred) == ("on Tuesday", "weekday", "year")
    assert found.doubt == "It was a Monday."


def test_a_day_needs_no_assumption(tmp_path: Path) -> None:
    bounds = when(tmp_path, "date: 2020-06-07", begins="2011-03-15").bounds
    assert bounds == Bounds(date(2020, 6, 7), date(2020, 6, 7))


def test_the_article_bounds_what_has_no_later_bound(tmp_path: Path) -> None:
    bounds = when(tmp_path, "date: not before 2020-06-07").bounds
    assert bounds == Bounds(date(2020, 6, 7), JUNE_30, latest_assumed=True)


def test_the_earliest_of_several_articles_is_the_bound(tmp_path: Path) -> None:
    bounds = when(tmp_path, "date: not before 2020-06-07\nsources: [july, undated, june]").bounds
    assert bounds.latest == JUNE_30


def test_what_goes_on_is_bounded_by_no_article(tmp_path: Path) -> None:
    assert when(tmp_path, "date: 2015-09 to open").bounds == Bounds(date(2015, 9, 1), None)


def test_the_beginning_of_the_chronicle_bounds_what_has_no_earlier_bound(tmp_path: Path) -> None:
    bounds = when(tmp_path, "date: by 2020-06-18", begins="2011-03-15").bounds
    assert bounds == Bounds(date(2011, 3, 15), date(2020, 6, 18), earliest_assumed=True)


def test_without_a_beginning_what_has_no_earlier_bound_stays_open(tmp_path: Path) -> None:
    assert when(tmp_path, "date: by 2020-06-18").bounds == Bounds(None, date(2020, 6, 18))


def test_a_beginning_after_a_stated_bound_is_not_assumed(tmp_path: Path) -> None:
    assert when(tmp_path, "date: by 2010", begins="2011-03-15").bounds == Bounds(None, date(2010, 12, 31))


def test_an_unknown_date_lies_between_the_beginning_and_the_article(tmp_path: Path) -> None:
    bounds = when(tmp_path, "date: unknown", begins="2011-03-15").bounds
    assert bounds == Bounds(date(2011, 3, 15), JUNE_30, earliest_assumed=True, latest_assumed=True)


def test_a_date_that_follows_the_article_is_not_later_than_it(tmp_path: Path) -> None:
    found = when(tmp_path, "date: {basis: published, text: recently}")
    assert found.date.written == "by 2020-06-30"
    assert found.bounds == Bounds(None, JUNE_30)


def test_a_date_that_follows_the_articles_follows_the_earliest(tmp_path: Path) -> None:
    assert when(tmp_path, "date: {basis: published}\nsources: [july, june]").date.written == "by 2020-06-30"


def test_a_date_that_follows_an_article_may_be_closer(tmp_path: Path) -> None:
    assert when(tmp_path, "date: {when: 2020-06, basis: published}").date.written == "2020-06"


def test_an_article_known_by_its_retrieval_alone_bounds_an_event_and_does_not_date_it(tmp_path: Path) -> None:
    found = when(tmp_path, "date: {basis: published}\nsources: [december]")
    assert found.date.written == "unknown"
    assert found.bounds == Bounds(None, date(2020, 12, 5), latest_assumed=True)


def test_an_article_of_unknown_date_appeared_by_the_day_it_was_retrieved(tmp_path: Path) -> None:
    published = examined(tmp_path, {}, begins="2011-03-15").chronicle.published["december"]
    assert published.date.written == "unknown"
    assert published.bounds == Bounds(date(2011, 3, 15), date(2020, 12, 5), earliest_assumed=True, latest_assumed=True)


def test_an_article_without_any_day_has_no_bounds(tmp_path: Path) -> None:
    assert examined(tmp_path, {}).chronicle.published["undated"].bounds == Bounds()


def test_what_an_article_states_of_its_date_is_kept(tmp_path: Path) -> None:
    written = "{when: not before 2020-06, text: a June, basis: weekday}"
    added = f"faint: {{title: Faint, published: {written}, retrieved: 2020-12-05}}"
    published = examined(tmp_path, {}, sources=added).chronicle.published["faint"]
    assert (published.text, published.basis) == ("a June", "weekday")
    assert published.bounds == Bounds(date(2020, 6, 1), date(2020, 12, 5), latest_assumed=True)


def test_a_date_that_follows_an_article_without_any_day_is_an_error_with_the_way_out(tmp_path: Path) -> None:
    found = examined(tmp_path, {"patrol": "date: {basis: published}\nsources: [undated]"})
    problem = found.one("undated-source")
    assert problem.message == "the date follows the article, and nobody knows when undated appeared"
    assert problem.remedy == "write when: with what the text supports, or give the source published: or retrieved:"
    assert problem.line == 1
    assert found.event("patrol").when.date.written == "unknown"


def test_a_date_without_when_must_follow_the_article(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "date: {text: on Tuesday}"}).one("missing-key")
    assert problem.message == '"when" is missing'
    assert problem.remedy == "write when: with the date, or basis: published if it follows the article's own"


def test_what_was_announced_is_not_bounded_by_its_article(tmp_path: Path) -> None:
    found = when(tmp_path, "date: {when: not before 2020-06-10, basis: announced}")
    assert found.bounds == Bounds(date(2020, 6, 10), None)


def test_an_inferred_year_of_a_date_that_states_only_years_is_an_error(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "date: {when: 2020, inferred: year}"}).one("inferred-year")
    assert problem.message == "the year alone is said to be inferred, and this date states nothing else"


def accounts(root: Path, *sources: str, fields: str = "date: unknown\n") -> Examined:
    return examined(root, {"patrol": f"{fields}sources: [{', '.join(sources)}]"})


def test_the_own_date_of_an_account_is_bounded_by_its_own_article(tmp_path: Path) -> None:
    found = accounts(tmp_path, "june", "{source: july, date: not before 2020-07-02}")
    claimed = found.event("patrol").accounts[1].claim.when
    assert claimed is not None
    assert claimed.bounds == Bounds(date(2020, 7, 2), date(2020, 7, 31), latest_assumed=True)


def test_an_article_with_another_date_says_nothing_of_the_records_own(tmp_path: Path) -> None:
    found = accounts(tmp_path, "july", "{source: june, date: 2020-06-02}")
    assert found.event("patrol").when.bounds.latest == date(2020, 7, 31)


def test_where_each_article_has_another_date_all_bound_the_record(tmp_path: Path) -> None:
    found = accounts(tmp_path, "{source: july, date: 2020-07-02}", "{source: june, date: 2020-06-02}")
    assert found.event("patrol").when.bounds.latest == JUNE_30


@pytest.mark.parametrize("kept", ["published: 2020-06-31", "retrieved: tomorrow"])
def test_a_source_whose_date_cannot_be_read_is_not_called_undated(tmp_path: Path, kept: str) -> None:
    fields = {"patrol": "date: {basis: published}\nsources: [faulty]"}
    found = examined(tmp_path, fields, sources=f"faulty: {{title: Faulty, {kept}}}")
    assert not found.of("undated-source")
