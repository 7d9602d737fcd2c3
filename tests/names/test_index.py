from hypothesis import given
from hypothesis import strategies as st

from chronicle.names.index import Index, Suggestion

PLACES = Index(
    [
        ("al-hasakah", "city", ("Al-Ḩasakah", "الحسكة", "Hasakeh")),
        ("al-hasakah-governorate", "governorate", ("al-Hasakah", "Al Hasakah Governorate")),
        ("ayn-al-arab", "town", ("Kobani", "Ain al-Arab", "عين العرب")),
        ("darbasiyah", "town", ("Ad Darbāsīyah", "الدرباسية")),
        ("idlib", "city", ("Idlib", "إدلب")),
        ("idlib-governorate", "Governorate", ("Idlib",)),
        ("kobani", "camp", ("Kobani camp",)),
        ("qasr-al-dib", "village", ("Qasr al-Dib", "Qesirdib")),
        ("sarjah-ariha", "village", ("Sarjah",)),
        ("sarjah-maarrat", "village", ("Sarjah",)),
    ]
)


def test_any_spelling_finds_its_entry() -> None:
    assert PLACES.lookup("Darbasiyah") == ("darbasiyah",)
    assert PLACES.lookup("درباسيه") == ("darbasiyah",)
    assert PLACES.lookup("QASR  EL-DIB") == ("qasr-al-dib",)


def test_an_id_finds_its_entry() -> None:
    assert PLACES.lookup("darbasiyah") == ("darbasiyah",)
    assert PLACES.lookup(" idlib-governorate ") == ("idlib-governorate",)


def test_an_id_wins_over_a_spelling_of_another_entry() -> None:
    assert PLACES.lookup("kobani") == ("kobani",)
    assert PLACES.lookup("Kobani") == ("ayn-al-arab",)


def test_a_shared_spelling_finds_all_its_entries_in_id_order() -> None:
    assert PLACES.lookup("Idlib") == ("idlib", "idlib-governorate")
    assert PLACES.lookup("as-Sarjah") == ("sarjah-ariha", "sarjah-maarrat")


def test_a_kind_in_brackets_tells_homonyms_apart() -> None:
    assert PLACES.lookup("Idlib (governorate)") == ("idlib-governorate",)
    assert PLACES.lookup("Idlib (City)") == ("idlib",)
    assert PLACES.lookup("al-Hasakah(governorate)") == ("al-hasakah-governorate",)


def test_a_kind_that_homonyms_share_leaves_them_all() -> None:
    assert PLACES.lookup("Sarjah (village)") == ("sarjah-ariha", "sarjah-maarrat")


def test_a_kind_that_no_entry_of_the_name_has_finds_none() -> None:
    assert PLACES.lookup("Idlib (village)") == ()
    assert PLACES.lookup("Idlib ()") == PLACES.lookup("Idlib")


def test_a_spelling_with_brackets_of_its_own_is_found_whole() -> None:
    index = Index([("ypg", "militia", ("People's Protection Units (YPG)",)), ("units", "ypg", ("Units",))])
    assert index.lookup("Peoples Protection Units (Y.P.G.)") == ("ypg",)


def test_what_no_entry_is_called_finds_none() -> None:
    assert PLACES.lookup("Palmyra") == ()
    assert PLACES.lookup("") == ()
    assert PLACES.lookup("…") == ()


def test_a_spelling_without_letters_is_passed_over() -> None:
    index = Index([("a", "", ("…", "A")), ("b", "", ("?",))])
    assert index.lookup("…") == index.lookup("?") == ()
    assert index.suggest("…") == ()


def test_an_empty_register_finds_and_suggests_nothing() -> None:
    assert Index([]).lookup("Idlib") == ()
    assert Index([]).suggest("Idlib") == ()


def test_two_spellings_of_one_entry_with_one_key_are_one_find() -> None:
    assert Index([("idlib", "", ("Idlib", "IDLIB"))]).lookup("idlíb") == ("idlib",)


def test_a_doubled_letter_is_suggested_first() -> None:
    index = Index([("kobani", "", ("Kobani",)), ("kobana", "", ("Kobbanih",))])
    assert index.suggest("Kobbani")[0] == Suggestion("Kobani", "kobani")


def test_what_sounds_alike_is_suggested() -> None:
    assert Suggestion("Ad Darbāsīyah", "darbasiyah") in PLACES.suggest("Derbisiye")


def test_what_only_looks_alike_is_suggested() -> None:
    assert PLACES.suggest("Darbasityah")[0].id == "darbasiyah"


def test_an_id_with_a_slip_is_suggested() -> None:
    assert PLACES.suggest("qasr-al-dip")[0].id == "qasr-al-dib"
    assert PLACES.suggest("idlib-governrate")[0] == Suggestion("idlib-governorate", "idlib-governorate")


def test_a_kind_in_brackets_does_not_stand_in_the_way_of_a_suggestion() -> None:
    assert PLACES.suggest("Idlibb (governorate)")[0].spelling == "Idlib"


def test_an_entry_is_suggested_once_by_its_most_alike_spelling() -> None:
    index = Index([("hasakah", "", ("Al-Ḩasakah", "Hasakeh", "Hassakah"))])
    assert index.suggest("Hasake") == (Suggestion("Hasakeh", "hasakah"),)


def test_three_entries_are_suggested_at_most() -> None:
    index = Index([(f"sarjah-{number}", "", (f"Sarjah {number}",)) for number in range(9)])
    assert [each.id for each in index.suggest("Sarjah")] == ["sarjah-0", "sarjah-1", "sarjah-2"]


def test_what_is_like_nothing_gets_no_suggestion() -> None:
    assert PLACES.suggest("Zzyzx") == ()
    assert PLACES.suggest("") == ()


Entries = list[tuple[str, str, tuple[str, ...]]]

ids = st.text("abcdefghij-", min_size=1, max_size=8)
entries = st.dictionaries(
    ids,
    st.tuples(st.sampled_from(["", "town", "city"]), st.lists(st.text(max_size=8), max_size=3)),
    max_size=6,
).map(lambda found: [(id_, kind, tuple(spellings)) for id_, (kind, spellings) in found.items()])


@given(entries.flatmap(lambda found: st.tuples(st.just(found), st.permutations(found))))
def test_the_order_of_entries_makes_no_difference(orders: tuple[Entries, Entries]) -> None:
    one, other = Index(orders[0]), Index(orders[1])
    for text in ["a", "town", *(spelling for entry in orders[0] for spelling in entry[2])]:
        assert one.lookup(text) == other.lookup(text)
        assert one.suggest(text) == other.suggest(text)


@given(entries)
def test_every_entry_is_found_by_its_id_and_among_those_of_its_spellings(given_entries: Entries) -> None:
    index = Index(given_entries)
    known = {entry[0] for entry in given_entries}
    for id_, _, spellings in given_entries:
        assert index.lookup(id_) == (id_,)
        for spelling in spellings:
            found = index.lookup(spelling)
            assert id_ in found or spelling.strip() in known or not any(map(str.isalnum, spelling))


@given(entries, st.text())
def test_any_text_is_looked_up_and_suggested_for(given_entries: Entries, text: str) -> None:
    index = Index(given_entries)
    assert list(index.lookup(text)) == sorted(set(index.lookup(text)))
    found = [suggestion.id for suggestion in index.suggest(text)]
    assert len(found) == len(set(found)) <= 3
