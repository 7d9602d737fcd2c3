"""Equal values of many events are kept once."""

from chronicle.link.event import Account, Participant
from chronicle.link.sharing import Shared


def test_of_equal_values_the_first_is_kept() -> None:
    shared = Shared()
    first = shared.one(Participant("guard"))
    assert shared.one(Participant("guard")) is first
    assert shared.one(Participant("guard", "target")) is not first


def test_what_holds_a_text_by_language_is_left_as_it_is() -> None:
    account = Account("gazette", says={"en": "A convoy.", "ar": "قافلة"})
    assert Shared().one(account) is account
