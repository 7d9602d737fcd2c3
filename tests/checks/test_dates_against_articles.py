from pathlib import Path

import pytest

from written_chronicles import Examined, examined


def dated(root: Path, date: str, sources: str = "[june]") -> Examined:
    return examined(root, {"patrol": f"date: {date}\nsources: {sources}"})


def test_what_is_later_than_its_article_is_an_error_with_the_way_out(tmp_path: Path) -> None:
    problem = dated(tmp_path, "2020-07-01").one("later-than-source")
    assert problem.message == "2020-07-01 is later than the article that reports it (june, of 2020-06-30 at the latest)"
    assert problem.remedy == "correct the date, or write basis: announced if the article speaks of what is to come"
    assert (problem.line, problem.column) == (1, 7)


def test_the_day_of_retrieval_is_called_so(tmp_path: Path) -> None:
    problem = dated(tmp_path, "2020-12-06", "[december]").one("later-than-source")
    assert problem.message == "2020-12-06 is later than the article that reports it (december, retrieved on 2020-12-05)"


@pytest.mark.parametrize(
    "date",
    ["2020-06-30", "2020-06", "2020", "by 2020-07-20", "2020-06-01 to open", "unknown", "{basis: published}"],
)
def test_what_may_be_as_early_as_its_article_is_no_error(tmp_path: Path, date: str) -> None:
    assert dated(tmp_path, date).errors == []


def test_an_end_that_no_article_had_seen_is_an_error(tmp_path: Path) -> None:
    problem = dated(tmp_path, "2020-06-01 to 2020-08-02", "[june, july]").one("later-than-source")
    assert problem.message.startswith("the end, 2020-08-02, is later than the article that reports it (july")


def test_an_end_that_one_of_the_articles_had_seen_is_no_error(tmp_path: Path) -> None:
    assert dated(tmp_path, "2020-06-01 to 2020-07-31", "[june, july]").errors == []


def test_a_date_is_told_once_and_against_the_earliest_article(tmp_path: Path) -> None:
    assert "(june, " in dated(tmp_path, "2020-08-01", "[july, june]").one("later-than-source").message


def test_an_end_that_an_article_without_any_day_may_have_seen_is_no_error(tmp_path: Path) -> None:
    assert dated(tmp_path, "2020-06-01 to 2020-08-02", "[june, undated]").errors == []


@pytest.mark.parametrize("date", ["2020-06-30", "2020-07-10", "2020-06-30 to 2020-07-10"])
def test_what_was_announced_may_be_later_than_its_article(tmp_path: Path, date: str) -> None:
    assert dated(tmp_path, f"{{when: {date}, basis: announced}}").errors == []


def test_what_was_announced_is_not_held_against_the_beginning_of_the_chronicle(tmp_path: Path) -> None:
    fields = "date: {when: 2020-06-10, basis: announced}\nsources: [december]"
    assert examined(tmp_path, {"patrol": fields}, begins="2020-06-15").errors == []


def test_what_was_announced_and_lies_before_its_article_is_an_error(tmp_path: Path) -> None:
    problem = dated(tmp_path, "{when: 2020-06-29, basis: announced}").one("announced-before-source")
    assert problem.message == ("it was announced, and yet 2020-06-29 lies before the article that announced it (june)")


def test_an_article_without_any_day_contradicts_nothing(tmp_path: Path) -> None:
    assert dated(tmp_path, "2029-01-01", "[undated]").errors == []


def test_an_account_with_a_date_of_its_own_is_held_against_that_one_alone(tmp_path: Path) -> None:
    announced = "{source: june, date: {when: 2020-07, basis: announced}}"
    assert dated(tmp_path, "2020-07-05", f"[{announced}, july]").errors == []


def test_the_own_date_of_an_account_that_is_later_than_its_article_is_an_error_there(tmp_path: Path) -> None:
    problem = dated(tmp_path, "2020-06-05", "[july, {source: june, date: 2020-07-02}]").one("later-than-source")
    assert problem.excerpt[problem.column - 1 :].startswith("2020-07-02")


def test_a_date_that_cannot_be_read_is_not_judged(tmp_path: Path) -> None:
    assert dated(tmp_path, "2020-07-32").errors == ["date-impossible"]


def test_what_changed_before_it_was_recorded_is_an_error(tmp_path: Path) -> None:
    problem = examined(tmp_path, {"patrol": "recorded: 2026-02-01\nchanged: 2026-01-31"}).one("changed-before-recorded")
    assert problem.message == "it was changed on 2026-01-31, and recorded only on 2026-02-01"
    assert problem.line == 2


def test_what_changed_on_the_day_it_was_recorded_is_no_error(tmp_path: Path) -> None:
    assert examined(tmp_path, {"patrol": "recorded: 2026-02-01\nchanged: 2026-02-01"}).errors == []


def source(root: Path, fields: str) -> Examined:
    return examined(root, {}, sources=f"new: {{title: New, {fields}}}")


def test_an_article_retrieved_before_it_was_published_is_an_error(tmp_path: Path) -> None:
    problem = source(tmp_path, "published: 2020-12, retrieved: 2020-11-30").one("retrieved-before-published")
    assert problem.message == ("it was retrieved on 2020-11-30, before it was published (2020-12-01 at the earliest)")


def test_an_article_retrieved_within_the_month_of_its_publication_is_no_error(tmp_path: Path) -> None:
    assert source(tmp_path, "published: 2020-12, retrieved: 2020-12-01").errors == []


@pytest.mark.parametrize("basis", ["published", "announced"])
def test_the_date_of_an_article_follows_no_other_article(tmp_path: Path, basis: str) -> None:
    problem = source(tmp_path, f"published: {{when: 2020-06, basis: {basis}}}").one("unknown-word")
    assert problem.message == f'"{basis}" is no basis for the date of an article itself'
    assert problem.remedy == "write stated, weekday or editor"


def test_the_date_of_an_article_says_when(tmp_path: Path) -> None:
    problem = source(tmp_path, "published: {text: on Tuesday}").one("missing-key")
    assert problem.message == '"when" is missing'


def test_the_year_alone_of_an_article_is_not_inferred_of_a_year(tmp_path: Path) -> None:
    assert source(tmp_path, "published: {when: 2020, inferred: year}").errors == ["inferred-year"]


def test_an_inferred_year_of_a_month_is_no_error(tmp_path: Path) -> None:
    assert source(tmp_path, "published: {when: 2020-06, inferred: year}").errors == []
