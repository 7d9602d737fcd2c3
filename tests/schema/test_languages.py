import datetime

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from chronicle.problems.codes import CODES
from chronicle.problems.problem import Fault
from chronicle.schema.languages import LANGUAGES, identifier, slug


def refused(language: str, text: str) -> Fault:
    with pytest.raises(Fault) as caught:
        LANGUAGES[language](text)
    return caught.value


@pytest.mark.parametrize("text", ["a", "1", "al-bab", "2020-11-12-ied-al-sahwah", "x" * 80])
def test_an_id_is_taken(text: str) -> None:
    assert identifier(text) == text


@pytest.mark.parametrize(
    "text", ["", "Al-Bab", "al_bab", "al bab", "-a", "a-", "a--b", "a.b", "a/b", "..", "é", "a\n", "x" * 81, "١٢"]
)
def test_what_is_no_safe_file_name_is_no_id(text: str) -> None:
    assert refused("id", text).code == "malformed-id"


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("Al-Bab", "al-bab"),
        ("al_bab", "al-bab"),
        ("events/2020/al-bab.yaml", "al-bab"),
        ("Deir ez-Zor", "deir-ez-zor"),
        ("Qal’at Ja'bar", "qalat-jabar"),
        ("--a--", "a"),
        ("Kobanê", "kobane"),
        ("Ad Darbāsīyah", "ad-darbasiyah"),
        ("x" * 90, "x" * 80),
    ],
)
def test_an_id_that_is_none_is_mended_in_its_help(text: str, mended: str) -> None:
    assert refused("id", text).help.startswith(f"write {mended}: ")


def test_a_text_without_a_latin_letter_offers_no_id() -> None:
    assert refused("id", "كوباني").help == "an id has 1 to 80 characters of a-z, 0-9 and single hyphens"


@given(st.text(max_size=120))
def test_a_slug_is_an_id_or_nothing(text: str) -> None:
    assert not slug(text) or identifier(slug(text)) == slug(text)


def test_a_day_is_one_of_the_calendar() -> None:
    assert LANGUAGES["day"]("2020-02-29") == datetime.date(2020, 2, 29)
    assert refused("day", "2021-02-29").code == "date-impossible"
    assert refused("day", "2020-02").code == "date-malformed"
    assert refused("day", "by 2020-02-29").code == "date-malformed"
    assert refused("day", "unknown").code == "date-malformed"


def test_a_day_written_otherwise_is_mended_where_it_is_one_day() -> None:
    assert refused("day", "29 February 2020").help == "write 2020-02-29"
    assert refused("day", "February 2020").help == "write year, month and day, such as 2020-11-12"


@pytest.mark.parametrize(
    "text",
    ["https://daily.example", "http://daily.example/a?b=c#d", "HTTPS://DAILY.EXAMPLE/ä", "https://[::1]:8080/x"],
)
def test_an_address_is_taken(text: str) -> None:
    assert LANGUAGES["address"](text) == text


@pytest.mark.parametrize(
    "text",
    [
        "daily.example",
        "ftp://daily.example",
        "javascript:alert(1)",
        "https://",
        "https:///path",
        "https://daily.example/a b",
        'https://daily.example/"',
        "https://daily.example/\\",
        "https://daily.example/<b>",
        "https://[half",
        "https://a]b",
        " https://daily.example",
    ],
)
def test_what_no_browser_should_follow_is_no_address(text: str) -> None:
    assert refused("address", text).code == "malformed-address"


def test_an_address_is_mended_where_it_lacks_a_scheme_or_has_a_space() -> None:
    assert refused("address", "daily.example/june").help == "write https://daily.example/june"
    assert refused("address", "https://daily.example/a b").help == "write https://daily.example/a%20b"


@pytest.mark.parametrize("text", ["/etc/passwd", "../a", "a/../b", "a//b", "./a", "a/", "a\\b", ""])
def test_a_path_never_leaves_its_folder(text: str) -> None:
    assert refused("path", text).code == "malformed-path"


@pytest.mark.parametrize("text", ["maps/region.geojson", "a", "ä/b c.pdf", "a..b/c"])
def test_a_path_inside_is_taken(text: str) -> None:
    assert LANGUAGES["path"](text) == text


@pytest.mark.parametrize("text", ["en", "ar", "ckb", "pt-BR", "zh-Hant", "sr-Latn-RS", "es-419"])
def test_a_language_tag_is_taken(text: str) -> None:
    assert LANGUAGES["language"](text) == text


@pytest.mark.parametrize("text", ["english", "EN", "e", "en_GB", "en-gb", "x-private"])
def test_what_is_no_common_tag_is_no_language(text: str) -> None:
    assert refused("language", text).code == "malformed-language"


def test_codes_in_small_letters_are_mended() -> None:
    assert refused("language", "AR").help == "write ar"
    assert refused("country", "sy").help == "write SY"
    assert refused("pcode", "sy0803").help == "write SY0803"


@pytest.mark.parametrize(
    ("language", "text", "mended"),
    [
        ("wikidata", "239096", "write Q239096"),
        ("wikidata", "q239096", "write Q239096"),
        ("wikidata", "https://www.wikidata.org/wiki/Q239096", "write Q239096"),
        ("digits", "https://www.geonames.org/167660/kobani.html", "write 167660"),
        ("digits", "0167660", "write digits alone"),
    ],
)
def test_the_number_in_an_address_is_offered(language: str, text: str, mended: str) -> None:
    assert refused(language, text).help == mended


def test_a_latitude_ends_at_the_poles_and_a_longitude_at_the_date_line() -> None:
    assert LANGUAGES["latitude"]("-90") == -90
    assert LANGUAGES["longitude"]("180.0") == 180
    assert refused("latitude", "90.01").code == "malformed-point"
    assert refused("longitude", "-180.5").code == "malformed-point"


@pytest.mark.parametrize("text", ["36,89", "36.89N", "36°53'", "1e2", "+36", "36.", ".5", "nan", "٣٦"])
def test_degrees_are_decimal(text: str) -> None:
    assert refused("latitude", text).code == "malformed-point"


def test_a_line_is_one_line_of_at_most_500_characters() -> None:
    assert LANGUAGES["line"]("x" * 500) == "x" * 500
    assert refused("line", "x" * 501).code == "malformed-text"
    assert refused("line", "a\nb").code == "malformed-text"
    assert refused("line", "a\rb").code == "malformed-text"


@pytest.mark.parametrize("language", LANGUAGES)
@given(text=st.text(max_size=60))
@example(text="https://[")
@example(text="0000-00-00")
def test_every_language_takes_a_text_or_says_why_not(language: str, text: str) -> None:
    refusal: Fault | None = None
    try:
        LANGUAGES[language](text)
    except Fault as fault:
        refusal = fault
    assert refusal is None or (refusal.code in CODES and refusal.message)


@pytest.mark.parametrize("text", ["https://host.example/syria/?page=1", "https://host.example/syria/#top"])
def test_an_address_that_pages_lie_below_has_no_query_and_no_fragment(text: str) -> None:
    fault = refused("base-address", text)
    assert (fault.code, fault.help) == ("malformed-address", "write https://host.example/syria/")
