"""The page of an event type."""

from collections.abc import Iterator
from functools import partial

from chronicle.pages import ways
from chronicle.pages.charts import chart
from chronicle.pages.draft import Draft
from chronicle.pages.entries import language
from chronicle.pages.figures import totals
from chronicle.pages.listing import Listed
from chronicle.pages.site import Site
from chronicle.read.filed import Filed
from chronicle.records.registers import TypeRecord
from chronicle.views.pieces import Name
from chronicle.views.registers import Crosswalk, TypeView


def type_pages(site: Site, filed: Filed[TypeRecord]) -> Iterator[Draft]:
    """Yield the page of a type, and the further pages of its listing."""
    name = site.type(filed.id)
    listed = Listed(site, site.chronicle.of[filed.id], name, filed.file)
    yield Draft(name.href, "type.html", filed.file, (name.href,), partial(_view, site, filed, listed))
    yield from listed.further()


def _view(site: Site, filed: Filed[TypeRecord], listed: Listed) -> TypeView:
    record, tree = filed.record, site.chronicle.registers.types.tree
    name = site.type(filed.id)
    events = site.places(site.chronicle.of[filed.id])
    return TypeView(
        id=filed.id,
        title=name.label,
        family=site.family(filed.id),
        trail=tuple(site.type(each) for each in reversed(tree.above[filed.id])),
        spellings=_labels(site, record, name),
        definition=site.text(record.definition),
        cases=tuple(site.text(case) for case in record.cases),
        crosswalks=tuple(_crosswalks(site, record)),
        parts=ways.parts(site, ((site.type(each), len(site.chronicle.of[each])) for each in tree.parts[filed.id])),
        totals=totals(site, events, (), f"{name.href}#events"),
        chart=chart(site, events, name.label),
        listing=listed.listing(),
        places=ways.places(site, events),
        actors=ways.actors(site, events),
        suggest=site.suggest(filed.file),
        formerly=record.formerly,
    )


def _labels(site: Site, record: TypeRecord, name: Name) -> tuple[tuple[str, str, str], ...]:
    if isinstance(record.label, str):
        return ()
    return tuple((tag, language(site, tag), label) for tag, label in record.label.items() if label != name.label)


def _crosswalks(site: Site, record: TypeRecord) -> Iterator[Crosswalk]:
    """Yield the names of other data sets; the schemes' own names are proper names in every language."""
    if acled := record.acled:
        code = " / ".join(each for each in (acled.event, acled.sub_event) if each)
        yield _crosswalk(site, "ACLED", code, acled.match, acled.note)
    if ucdp := record.ucdp:
        code = ", ".join(site.words(f"plan.violence.{each}") for each in ucdp.violence)
        yield _crosswalk(site, "UCDP", code, ucdp.match, ucdp.note)
    if cameo := record.cameo:
        codes = ", ".join(cameo.codes) + (f" (PLOVER {cameo.plover})" if cameo.plover else "")
        yield _crosswalk(site, "CAMEO", codes.strip(), cameo.match, cameo.note)


def _crosswalk(site: Site, scheme: str, code: str, match: str, note: str) -> Crosswalk:
    words = site.words
    return Crosswalk(scheme, code, match, words(f"match.{match}"), words(f"plan.match.{match}", scheme=scheme), note)
