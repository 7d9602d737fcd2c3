import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chronicle.names.keys import near, same, sounds

ONE_NAME = [
    # the examples of the handbook
    ("Darbasiyah", "Ad Darbāsīyah"),
    ("Raqqah", "Ar-Raqqah"),
    ("Hasakah", "Al-Ḩasakah"),
    # articles, before moon and sun letters, in the spellings of several languages
    ("Malikiyah", "al-Malikiyah"),
    ("Malikiyah", "AL MALIKIYAH"),
    ("Raqqa", "ar-Raqqa"),
    ("Rakka", "Er Rakka"),
    ("Shaddadah", "Ash Shaddādah"),
    ("Tanf", "at-Tanf"),
    ("Thawrah", "Ath-Thawrah"),
    ("Dhahabi", "adh Dhahabi"),
    ("Zawr", "az-Zawr"),
    ("Bab", "El Bab"),
    ("Kamyshly", "Ehl'-Kamyshly"),
    ("Pentagon", "The Pentagon"),
    ("Nusra Front", "the al-Nusra Front"),
    ("Dayr az-Zawr", "Dayr al-Zawr"),
    ("Jisr ash-Shughur", "Jisr El Shughur"),
    # case, accents, composed or not
    ("Kobani", "Kobanî"),
    ("Kobani", "KOBANİ"),
    ("Diyarbakir", "Diyarbakır"),
    ("Sirnak", "Şırnak"),
    ("Ayn Issa", "ʿAyn Issa"),
    ("Hamah", unicodedata.normalize("NFD", "Ḩamāh")),
    ("Strasse", "Straße"),
    ("Office", "O\ufb03ce"),
    ("Sadaqa", "ＳＡＤＡＱＡ"),
    # apostrophes of all kinds, and none
    ("Daraa", "Dar'aa"),
    ("Daraa", "Dar\u2019aa"),
    ("Daraa", "Dar\u2018aa"),
    ("Daraa", "Dar\u02bfaa"),
    ("Daraa", "Dar\u02beaa"),
    ("Daraa", "Dar\u02bbaa"),
    ("Daraa", "Dar\u02bcaa"),
    ("Daraa", "Dar\u00b4aa"),
    ("Daraa", "Dar`aa"),
    ("Daraa", "Dar\u2032aa"),
    # dots, hyphens, spaces, what cannot be seen
    ("US forces", "U.S. forces"),
    ("US", "U.S."),
    ("YPG", "Y.P.G."),
    ("Tal Tamr", "Tal-Tamr"),
    ("Tal Tamr", "Tal\u2013Tamr"),
    ("Tal Tamr", "Tal  Tamr "),
    ("Tal Tamr", "Tal\u00a0Tamr"),
    ("Tal Tamr", "Tal_Tamr"),
    ("Tal Tamr", "TalTamr"),
    ("Tal Tamr", "Tal\u200c Tamr"),
    ("Tal Tamr", "\u202bTal Tamr\u202c"),
    ("Tal Tamr", "Tal Ta\u00admr"),
    # Arabic
    ("رقة", "الرقة"),
    ("الرقة", "الرقه"),
    ("حسكة", "الحسكة"),
    ("عفرين", "عـفـريـن"),
    ("الشدادي", "الشدادى"),
    ("الشدادي", "الشدادی"),
    ("كوباني", "کوبانی"),
    ("إدلب", "ادلب"),
    ("أريحا", "اريحا"),
    ("الرقة", "الرَّقَّة"),
    ("دير الزور", "دیرالزور"),
    ("الألمان", "ألمان"),
    ("الفرقة 25", "الفرقة ٢٥"),
]

TWO_NAMES = [
    ("Shaykh Hadid", "Shaykh al-Hadid"),
    ("شيخ حديد", "شيخ الحديد"),
    ("Raqqah", "Raqqa"),
    ("Kobani", "Kobane"),
    ("Hama", "Homs"),
    ("Al", "El"),
    ("Aleppo", "Eppo"),
    ("Alma", "Ma"),
    ("Theodor", "Odor"),
    ("US forces", "forces"),
    ("UN forces", "forces"),
    ("Idlib", "Idlib Governorate"),
    ("عفرين", "عفران"),
    ("25th Division", "26th Division"),
]

NEAR = [
    ("Raqqah", "Raqqa"),
    ("Raqqah", "Raqa"),
    ("Hasakah", "al-Hasakeh"),
    ("Hasakah", "Hasake"),
    ("Kobana", "Kobane"),
    ("Hammah", "Hama"),
    ("Derbassiye", "Derbasiyah"),
]

ALIKE_IN_SOUND = [
    ("Raqqah", "Rakka"),
    ("Qamishli", "Al-Kamishly"),
    ("Deir ez-Zor", "Dayr az-Zawr"),
    ("Hasakah", "Ehl'-Khasaka"),
    ("Shaddadi", "Chaddâdi"),
    ("Darbasiyah", "Derbisiye"),
    ("Idlib", "Edleb"),
    ("Tal Rifaat", "Tell Refaat"),
    ("Jisr", "Djisr"),
    ("Ayn Isa", "Ain Issa"),
    ("Manbij", "Menbij"),
]


@pytest.mark.parametrize(("one", "other"), ONE_NAME)
def test_spellings_of_one_name_share_the_deciding_key(one: str, other: str) -> None:
    assert same(one) == same(other)


@pytest.mark.parametrize(("one", "other"), TWO_NAMES)
def test_two_names_do_not_share_the_deciding_key(one: str, other: str) -> None:
    assert same(one) != same(other)


@pytest.mark.parametrize(("one", "other"), NEAR)
def test_doubled_letters_and_endings_only_suggest(one: str, other: str) -> None:
    assert near(one) == near(other)
    assert same(one) != same(other)


@pytest.mark.parametrize(("one", "other"), ALIKE_IN_SOUND)
def test_romanisations_of_one_name_share_a_skeleton(one: str, other: str) -> None:
    assert sounds(one) == sounds(other)


@pytest.mark.parametrize("name", ["Al", "The", "the", "az", "ال", "al-", "The."])
def test_a_name_that_is_only_an_article_keeps_it(name: str) -> None:
    assert same(name) == name.strip("-.").casefold()


@pytest.mark.parametrize("text", ["", " ", "-", "…", "?!", "()", "\u200f", "´"])
def test_a_text_without_letters_and_digits_has_an_empty_key(text: str) -> None:
    assert same(text) == near(text) == sounds(text) == ""


@pytest.mark.parametrize("text", ["ʿ", "ـ", "ʼ", "०", "2", "²", "漢", "ك"])
def test_a_single_letter_or_digit_of_any_script_has_a_key(text: str) -> None:
    assert same(text)


UNUSUAL_WORDS = (
    "the",
    "al",
    "El",
    "ash",
    "ال",
    "الا",
    "ا",
    "Raqqah",
    "Shaykh",
    "ـ",
    "ʿ",
    "-",
    ".",
    "'",
    "25",
)
UNUSUAL_LETTERS = ("\ufb01", "İ", "\u017f", "\u02b0", "\u1d2c", "\u0345", "\u1fb3")
spellings = st.text() | st.lists(st.sampled_from(UNUSUAL_WORDS + UNUSUAL_LETTERS), max_size=6).map(" ".join)


@given(spellings)
def test_the_key_of_a_key_is_the_key(text: str) -> None:
    assert same(same(text)) == same(text)


@given(spellings)
def test_a_text_with_a_letter_or_digit_has_a_key(text: str) -> None:
    assert bool(same(text)) or not any(character.isalnum() for character in text)


@given(spellings)
def test_the_keys_hold_no_spaces_and_no_capitals(text: str) -> None:
    for key in (same(text), near(text), sounds(text)):
        assert not any(character.isspace() for character in key)
        assert key == key.casefold()


@given(spellings)
def test_case_and_composition_make_no_difference(text: str) -> None:
    assert same(unicodedata.normalize("NFD", text)) == same(unicodedata.normalize("NFC", text)) == same(text)
    assert same(text.casefold()) == same(text)


@given(spellings)
def test_each_key_is_coarser_than_the_one_before(text: str) -> None:
    key = same(text)
    assert near(key) == near(text)
    assert sounds(key) == sounds(text)


@given(spellings)
def test_suggesting_keys_are_empty_only_with_the_deciding_one(text: str) -> None:
    assert bool(same(text)) == bool(near(text)) == bool(sounds(text))
