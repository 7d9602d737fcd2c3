from chronicle.records.event import AccountRecord, EventRecord, PlaceRecord
from chronicle.schema.keys import homes, keys, required


def test_keys_are_those_that_an_editor_writes() -> None:
    assert keys(PlaceRecord) == ("name", "as", "role", "precision", "one_of")


def test_what_an_event_must_have() -> None:
    assert required(EventRecord) == ("type", "title", "date", "sources")
    assert required(AccountRecord) == ("source",)


def test_a_key_of_an_item_belongs_inside_it() -> None:
    assert homes(EventRecord)["speaker"] == 'it belongs inside an item of "sources"'
    assert homes(EventRecord)["cumulative"] == 'it belongs inside "quantities"'


def test_a_key_with_several_homes_names_each_once() -> None:
    assert homes(EventRecord)["one_of"] == 'it belongs inside an item of "locations"'
    assert homes(EventRecord)["as"] == 'it belongs inside an item of "locations" or an item of "actors"'


def test_a_key_of_the_record_itself_is_wrongly_indented_elsewhere() -> None:
    assert homes(EventRecord)["note"] == "it belongs to the record itself: check its indentation"
    assert homes(EventRecord)["locations"] == "it belongs to the record itself: check its indentation"
