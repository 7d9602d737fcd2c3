"""The status that follows from the accounts of an event."""

from chronicle.link.event import Account, Participant
from chronicle.link.tree import Tree
from chronicle.records.event import Status

_RESPONSIBLE = frozenset({"initiator", "partner"})


def status(accounts: tuple[Account, ...], participants: tuple[Participant, ...], actors: Tree) -> Status:
    """Return disputed where an account denies it, confirmed where the party responsible confirms it, else reported."""
    stances = {account.stance for account in accounts}
    if "denies" in stances:
        return "disputed"
    if "confirms" not in stances:
        return "reported"
    responsible = [each.actor for each in participants if each.role in _RESPONSIBLE]
    confirming = [
        account.speaker_actor for account in accounts if account.stance == "confirms" and account.speaker_actor
    ]
    if any(actors.tied(speaker, actor) for speaker in confirming for actor in responsible):
        return "confirmed"
    return "reported"
