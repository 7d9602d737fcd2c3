"""The page of an actor."""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import partial

from chronicle import urls
from chronicle.pages import ways
from chronicle.pages.charts import chart
from chronicle.pages.draft import Draft
from chronicle.pages.entries import fact, facts_of_spellings, trails
from chronicle.pages.figures import totals
from chronicle.pages.listing import Listed
from chronicle.pages.site import Site
from chronicle.read.filed import Filed
from chronicle.records.registers import ActorRecord
from chronicle.views.pieces import Fact
from chronicle.views.registers import ActorView

_SPOKE = 20


def actor_pages(site: Site, filed: Filed[ActorRecord]) -> Iterator[Draft]:
    """Yield the page of an actor, and the further pages of its listing."""
    name = site.actor(filed.id)
    listed = Listed(site, site.chronicle.by[filed.id], name, filed.file)
    yield Draft(name.href, "actor.html", filed.file, (name.href,), partial(_view, site, filed, listed))
    yield from listed.further()


def _view(site: Site, filed: Filed[ActorRecord], listed: Listed) -> ActorView:
    record, tree = filed.record, site.chronicle.registers.actors.tree
    path = urls.entry("actors", filed.id)
    events = site.places(site.chronicle.by[filed.id])
    partners, opponents = _others(site, filed.id, events)
    return ActorView(
        id=filed.id,
        title=record.name,
        kind=_kind(site, record),
        trail=trails(filed.id, tree, site.actor),
        facts=tuple(_facts(site, record)),
        spellings=facts_of_spellings(site, record),
        parts=ways.parts(site, ((site.actor(each), len(site.chronicle.by[each])) for each in tree.parts[filed.id])),
        totals=totals(site, events, (), f"{path}#events"),
        chart=chart(site, events, record.name),
        listing=listed.listing(),
        partners=ways.ranked(site, partners, site.actor),
        opponents=ways.ranked(site, opponents, site.actor),
        places=ways.places(site, events),
        types=ways.types(site, events),
        spoke=tuple(site.entry(each) for each in site.chronicle.spoken.get(filed.id, ())[-_SPOKE:]),
        note=site.text(record.note),
        suggest=site.suggest(filed.file),
        formerly=record.formerly,
    )


def _kind(site: Site, record: ActorRecord) -> str:
    return site.words(f"actor-kind.{record.kind.replace(' ', '-').replace('/', '-')}") if record.kind else ""


def _facts(site: Site, record: ActorRecord) -> Iterator[Fact]:
    yield fact(site, "kind", _kind(site, record))
    if record.country:
        yield fact(site, "country", record.country)


def _others(site: Site, actor: str, events: Iterable[int]) -> tuple[Counter[str], Counter[str]]:
    """Count with whom and against whom an actor took part in its events: on the acting side, or one side acting and the
    other its target.
    """
    tree = site.chronicle.registers.actors.tree
    acting, targets = site.facets.acting, site.facets.targets
    own = frozenset((actor, *tree.below[actor]))
    acted, suffered = acting.having(events, own), targets.having(events, own)
    both = frozenset(acted).intersection(suffered)
    partners = Counter(acting.counted(acted))
    partners.update(targets.counted(suffered))
    opponents = Counter(targets.counted(set(acted) - both))
    opponents.update(acting.counted(set(suffered) - both))
    for other in (*own, *tree.above[actor]):
        del partners[other], opponents[other]
    return partners, opponents
