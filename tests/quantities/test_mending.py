import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.problems.problem import Fault
from chronicle.quantities import read

MENDED = [
    # ranges
    ("12-15", "12 to 15"),
    ("12–15", "12 to 15"),
    ("12 — 15", "12 to 15"),
    ("12..15", "12 to 15"),
    ("12 or 13", "12 to 13"),
    ("from 12 to 15", "12 to 15"),
    ("between 12 and 15", "12 to 15"),
    ("about 12 to 15", "12 to 15"),
    ("five or six", "5 to 6"),
    ("1,000-1,500", "1,000 to 1,500"),
    ("0 to 5", "up to 5"),
    ("5 to 5", "5"),
    ("0 to 0", "none"),
    # bounds
    ("more than 60", "over 60"),
    (">60", "over 60"),
    ("> 60", "over 60"),
    ("60+", "over 60"),
    ("60 or more", "at least 60"),
    ("≥60", "at least 60"),
    ("not less than 60", "at least 60"),
    ("no fewer than ten", "at least 10"),
    ("minimum of 5", "at least 5"),
    ("no more than 12", "up to 12"),
    ("at most 12", "up to 12"),
    ("as many as 12", "up to 12"),
    ("<= 12", "up to 12"),
    ("fewer than 12", "under 12"),
    ("less than 12", "under 12"),
    ("<12", "under 12"),
    ("about 0", "none"),
    ("over 0", "at least 1"),
    ("under 1", "none"),
    ("at least 0", "unknown"),
    # approximations
    ("~300", "about 300"),
    ("around 300", "about 300"),
    ("approx. 300", "about 300"),
    ("approximately 300", "about 300"),
    ("circa 300", "about 300"),
    ("c. 300", "about 300"),
    ("some 300", "about 300"),
    ("nearly 300", "about 300"),
    ("300 or so", "about 300"),
    # words
    ("a dozen", "12"),
    ("about a dozen", "about 12"),
    ("two dozen", "24"),
    ("half a dozen", "6"),
    ("several dozen", "dozens"),
    ("several hundred", "hundreds"),
    ("tens", "at least 20"),
    ("thousands", "at least 2,000"),
    ("tens of thousands", "at least 20,000"),
    ("hundreds of thousands", "at least 200,000"),
    ("no", "none"),
    ("zero", "none"),
    ("nil", "none"),
    ("no one", "none"),
    ("some", "several"),
    ("a few", "several"),
    ("a number of trucks", "several"),
    ("numerous", "many"),
    ("a", "1"),
    ("a couple", "2"),
    ("seven", "7"),
    ("Seven", "7"),
    ("seventeen", "17"),
    ("twenty", "20"),
    ("twenty-one", "21"),
    ("two hundred", "200"),
    ("more than seven", "over 7"),
    ("?", "unknown"),
    ("n/a", "unknown"),
    ("not known", "unknown"),
    ("an unknown number", "unknown"),
    ("no information", "unknown"),
    # digits
    ("400.000", "400,000"),
    ("400 000", "400,000"),
    ("400'000", "400,000"),
    ("1 000 000", "1,000,000"),
    ("1.5 million", "1,500,000"),
    ("over 2 thousand", "over 2,000"),
    ("400k", "400,000"),
    ("007", "7"),
    ("-3", "3"),
    ("−3", "3"),
    ("٣٥", "35"),
    ("٤٠٠٬٠٠٠", "400,000"),
    # shares
    ("10 percent", "10%"),
    ("10 per cent", "10%"),
    ("about 90%", "90%"),
    ("٩٠٪", "90%"),
    # a unit written along
    ("35 trucks", "35"),
    ("35 military trucks", "35"),
    ("over 60 prisoners", "over 60"),
    ("dozens of people", "dozens"),
    ("no trucks", "none"),
    ("about three hundred servicemen", "about 300"),
    ("a total of 5", "5"),
]

BEYOND_MENDING = [
    "", " ", "-", "1.5", "1,5", "1,0000", "10,00", "-1.5", "150%", "100.5%", "16 to 25%", "1e5", "0x10", "½",
    "3_0", "12:30", "2020-06-07", "12 killed, 3 injured", "12 and 3", "12 killed and wounded", "²",
    "about several", "none to 5", "1 to 2 to 3", "about", "to", "12 to", "over", "soldiers",
]  # fmt: skip


@pytest.mark.parametrize(("text", "mended"), MENDED)
def test_a_text_that_can_be_told_is_refused_with_the_mended_text(text: str, mended: str) -> None:
    with pytest.raises(Fault) as caught:
        read(text)
    assert caught.value.code == "quantity-malformed"
    assert caught.value.help == f'write "{mended}"'


@pytest.mark.parametrize("mended", sorted({mended for _, mended in MENDED}))
def test_every_mended_text_can_be_read(mended: str) -> None:
    assert read(mended).text == mended


@pytest.mark.parametrize("text", BEYOND_MENDING)
def test_a_text_that_cannot_be_told_is_refused_without_a_guess(text: str) -> None:
    with pytest.raises(Fault) as caught:
        read(text)
    assert caught.value.code == "quantity-malformed"
    assert caught.value.help == ""


@pytest.mark.parametrize("text", ["25 to 16", "25-16", "between 25 and 16"])
def test_a_reversed_range_is_refused_with_its_order_mended(text: str) -> None:
    with pytest.raises(Fault) as caught:
        read(text)
    assert caught.value.code == "quantity-reversed"
    assert caught.value.help == 'write "16 to 25"'


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("-3", "never negative"),
        ("1.5", "whole number"),
        ("400.000", "the dot may divide thousands or decimals"),
        ("10,00", "groups of three digits"),
        ("150%", "from 0% to 100%"),
        ("٣٥", "figures are written 0 to 9"),
        ("", "empty"),
    ],
)
def test_the_headline_says_what_is_wrong(text: str, why: str) -> None:
    with pytest.raises(Fault, match=why):
        read(text)


def test_a_reversed_range_down_to_nothing_is_mended_to_its_bound() -> None:
    with pytest.raises(Fault) as caught:
        read("5 to 0")
    assert (caught.value.code, caught.value.help) == ("quantity-reversed", 'write "up to 5"')


def test_a_number_that_counts_nothing_on_earth_is_refused() -> None:
    assert read("999,999,999,999").best == 999_999_999_999
    with pytest.raises(Fault, match="13 digits"):
        read("1,000,000,000,000")
    with pytest.raises(Fault, match="5000 digits"):
        read("9" * 5000)


def test_a_sentence_is_refused_in_one_short_line() -> None:
    with pytest.raises(Fault) as caught:
        read("the number of trucks that crossed was put at 35 by some and at 40 by others " * 3)
    assert len(caught.value.message) < 80
    assert "says" in caught.value.help


texts = st.text() | st.from_regex(
    r"(about|over|at least|up to|under|more than|~|>)? ?[0-9 ,.'-]{0,9}( to |-)?[0-9,]{0,5}( [a-z]{1,6})?%?",
    fullmatch=True,
)


@given(texts)
def test_what_a_refusal_offers_can_be_read(text: str) -> None:
    try:
        read(text)
    except Fault as fault:
        offered = fault.help
    else:
        return
    if offered.startswith('write "'):
        assert read(offered.removeprefix('write "').removesuffix('"'))
