from chronicle.read.filed import Filed
from chronicle.records.event import EventRecord

RECORD = EventRecord(type="a", title="b", date="unknown", sources=("c",), actors=("d", "e"))


def test_a_field_of_an_entry_stands_below_its_id() -> None:
    assert Filed("a", "registers/x.yaml", ("a",), RECORD).place("actors", 1) == ("a", "actors", 1)


def test_items_that_could_not_be_read_count() -> None:
    filed = Filed("a", "events/a.yaml", (), RECORD, (("actors", 0), ("actors", 2), ("sources", 0, "stance")))
    assert filed.place("actors", 0) == ("actors", 1)
    assert filed.place("actors", 1, "name") == ("actors", 3, "name")
    assert filed.place("sources", 0) == ("sources", 0)


def test_what_is_lacking_is_told_in_terms_of_the_record() -> None:
    filed = Filed("a", "events/a.yaml", (), RECORD, (("actors", 0), ("actors", 1, "role")))
    assert filed.lacks("actors")
    assert filed.lacks("actors", 0, "role")
    assert not filed.lacks("actors", 1)
    assert not filed.lacks("sources")


def test_a_faultless_record_lacks_nothing() -> None:
    assert not Filed("a", "events/a.yaml", (), RECORD).lacks("title")
