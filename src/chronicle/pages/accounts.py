"""Accounts: who says it, in what words, where it was printed, and in what they differ."""

from collections.abc import Iterator

import msgspec

from chronicle import urls
from chronicle.dates import overlap
from chronicle.link.event import Account, Casualties, Claim, Event
from chronicle.pages.figures import figure
from chronicle.pages.site import Site
from chronicle.views.event import AccountView, CasualtyView
from chronicle.views.pieces import Figure, Name
from chronicle.wording.dates import machine
from chronicle.wording.lists import either_words, list_words
from chronicle.wording.quantities import quantity_words

_CONTESTING = frozenset({"denies", "disputes"})


def accounts(site: Site, event: Event) -> tuple[AccountView, ...]:
    """Return every account of an event, numbered in the record's order."""
    return tuple(_account(site, each, number) for number, each in enumerate(event.accounts, 1))


def contested(event: Event) -> bool:
    """Tell whether accounts of an event contradict it, or each other."""
    return any(account.stance in _CONTESTING or _departs(account.claim, event) for account in event.accounts)


def _departs(claim: Claim, event: Event) -> bool:
    """Tell whether a claim cannot be true of the record as it stands; a date that meets the record's can."""
    if claim.when and not overlap(claim.when.bounds, event.when.bounds):
        return True
    return msgspec.structs.replace(claim, when=None) != Claim()


def _account(site: Site, account: Account, number: int) -> AccountView:
    record = site.chronicle.registers.sources.record(account.source)
    published = site.chronicle.published[account.source] if record.published else None
    return AccountView(
        id=f"account-{number}",
        source=site.source(account.source),
        publisher=record.publisher,
        published=site.date(published.date) if published else "",
        published_machine=machine(published.date) if published else "",
        url=record.url or "",
        archived=record.archived,
        speaker=_speaker(site, account),
        via=account.via,
        stance=account.stance,
        stance_word=site.words(f"stance.{account.stance}"),
        point=site.text(account.point),
        says=site.text(account.says),
        locator=account.locator,
        differs=tuple(_differs(site, account.claim)),
    )


def _speaker(site: Site, account: Account) -> Name:
    """Name the speaker in the record's words, with a link where it is a registered actor."""
    href = urls.entry("actors", account.speaker_actor) if account.speaker_actor else ""
    known = (
        site.actor(account.speaker_actor).label if account.speaker == account.speaker_actor != "" else account.speaker
    )
    return Name(href, known)


def _differs(site: Site, claim: Claim) -> Iterator[tuple[str, str]]:
    """Yield each fact in which an account departs from its record, as (label, value)."""
    words = site.words
    if claim.type:
        yield words("plan.differs.type"), site.type(claim.type).label
    if claim.when:
        yield words("plan.differs.date"), site.date(claim.when.date)
    if claim.places:
        named = [either_words([site.location(each).label for each in place.locations], words) for place in claim.places]
        yield words("plan.differs.places"), list_words(named, words)
    if claim.count:
        noun = claim.count.unit or words("plan.occurrences")
        yield words("plan.differs.count"), site.counted(claim.count.quantity, noun)
    for amount in claim.amounts:
        yield amount.noun, quantity_words(amount.quantity, words)
    for each in casualties(site, claim.casualties):
        for found in each.figures:
            yield words("plan.casualties_of", what=found.noun, group=each.group.label), found.text


def casualties(site: Site, written: tuple[Casualties, ...]) -> tuple[CasualtyView, ...]:
    """Return the casualties of each group, killed first."""
    return tuple([site.once(_casualties, each) for each in written])


def _casualties(site: Site, each: Casualties) -> CasualtyView:
    return CasualtyView(_group(site, each), _civilian(site, each), tuple(_figures(site, each)))


def _group(site: Site, each: Casualties) -> Name:
    if each.actor:
        return site.actor(each.actor)
    return Name("", each.group or site.words("plan.people"))


def _civilian(site: Site, each: Casualties) -> str:
    if each.civilian is None:
        return ""
    return site.words("casualty.civilian" if each.civilian else "casualty.not-civilian")


def _figures(site: Site, each: Casualties) -> Iterator[Figure]:
    for kind, quantity in (("killed", each.killed), ("injured", each.injured), ("captured", each.captured)):
        if quantity:
            yield figure(site, site.words(f"casualty.{kind}"), quantity)
