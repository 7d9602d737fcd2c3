"""One build under way, from what changed to the published site."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

import msgspec
from msgspec.structs import replace

from chronicle.build.crew import aside
from chronicle.build.examining import Examined, examined
from chronicle.build.explaining import explain
from chronicle.build.fingerprints import engine, program
from chronicle.build.header import Header
from chronicle.build.inputs import Inputs, compare, fingerprint, kept, taken_further
from chronicle.build.making import Made, Reach, Workshop, make, templates
from chronicle.build.materials import Materials, materials
from chronicle.build.outcome import Outcome, Progress, Wish
from chronicle.build.past import Keeping, Linked, Past, difference, gone
from chronicle.build.store import Store
from chronicle.link.chronicle import Chronicle
from chronicle.link.link import By, Gathered
from chronicle.looks import Look, look
from chronicle.pages.facets import Facets
from chronicle.pages.plan import subject
from chronicle.pages.touched import touched
from chronicle.problems.problem import Problem
from chronicle.publish.manifest import FILE as MANIFEST
from chronicle.publish.publish import (
    Standing,
    abandon,
    publish,
    recover,
    refuse_strange,
    standing,
    unwritten,
    workplace,
)
from chronicle.read.locate import located
from chronicle.read.records import settings


class Course:
    """One build under way."""

    def __init__(
        self,
        root: Path,
        out: Path,
        wish: Wish,
        store: Store,
        header: Header,
        progress: Progress,
        now: Callable[[], int],
    ) -> None:
        self._root = root
        self._out = out
        self._wish = wish
        self._past = Past(store, header)
        self._progress = progress
        self._now = now
        self._made_with: list[object] = []

    def run(self, began: int, looked: Mapping[str, Look | None]) -> Outcome:
        """Go from stage to stage until there is a site, or an error; files looked like this at `began` or after it."""
        header, past = self._past.header, self._past
        self._began = self._ended = began
        wanted, _ = settings(self._root)
        further = tuple(filter(None, [wanted.basemap]))
        looked = {**looked, **taken_further(self._root, further)}
        inputs = compare(self._root, looked, past.inputs, header.began, header.unkept)
        recover(self._out)
        stands = partial(standing, self._out, past.looks, header.ended)
        if not self._wish.durable and not inputs.changed and past.still(self._out, found := stands()):
            renewed = replace(header, began=began, further=further)
            self._keep(renewed, inputs, Made(past.pages, past.files, past.exports), found.looks)
            return header.outcome(self._wish)
        jobs = self._wish.jobs
        with (
            aside(partial(templates, self._root, wanted.language), jobs) as prepared,
            aside(partial(_told, stands, past.published, past.looks), jobs if past.looks else 1) as stood,
        ):
            return self._built(inputs, lambda: _heard(stood(), past) or stands(), prepared)

    def _built(self, inputs: Inputs, stood: Callable[[], Standing], prepared: Callable[[], bytes]) -> Outcome:
        """Examine the chronicle, make its site, and publish it unless there is an error."""
        found = examined(self._root, inputs, self._past, self._wish.jobs)
        self._made_with += (inputs, found)
        outcome = Outcome(found.problems, len(found.chronicle.events))
        if self._wish.refuses(found.problems):
            return outcome
        stands = stood()
        if not self._wish.force:
            refuse_strange(self._out, stands)
        reach = self._reach(found, stands)
        known = (reach.touched, reach.staying) if reach else ()
        gathered, problems = materials(self._root, found.chronicle, found.facets, *known)
        self._made_with += (stands, reach, gathered)
        outcome = replace(outcome, problems=located([*found.problems, *problems], self._root))
        if gathered is None or self._wish.refuses(outcome.problems):
            return outcome
        try:
            fresh = workplace(self._out)
            shop = Workshop(self._root, self._out, self._past, stands, fresh, reach, self._wish.jobs, prepared)
            made, problems = self._made(shop, gathered)
            self._made_with.append(made)
            problems = located([*outcome.problems, *problems], self._root)
            outcome = replace(outcome, problems=problems, pages=len(made.pages), fresh=len(made.fresh))
            if self._wish.explain:
                why = explain(gathered, made, found, inputs, self._past, stands.files)
                outcome = replace(outcome, reasons=tuple(why))
            if self._wish.refuses(problems):
                return outcome
            self._progress("publishing", 0, 0)
            self._ended = self._now()
            published = publish(shop.fresh, made.all, self._out, stands=stands, durable=self._wish.durable)
        finally:
            abandon(self._out)
        outcome = replace(outcome, published=True, remark=published.remark)
        header = _header(self._began, outcome, found.chronicle)
        self._keep(header, inputs, made, published.looks, found, gathered.site.facets)
        return outcome

    def _reach(self, found: Examined, stands: Standing) -> Reach | None:
        """Return how far the change of some records reaches; a page that does not stand any more is touched, too."""
        if found.before is None:
            return None
        past, reached = self._past, set(touched(found.before, found.chronicle, found.changed))
        if stands.files is not past.published:
            reached.update(subject(path) for path, kept in past.pages.items() if stands.files.get(path) != kept.digest)
        staying = frozenset([path for path in past.pages if subject(path) not in reached])
        return Reach(found.changed, frozenset(reached), staying)

    def _made(self, shop: Workshop, gathered: Materials) -> tuple[Made, list[Problem]]:
        try:
            return make(shop, gathered, self._progress)
        except OSError as error:
            raise unwritten(error, place=shop.fresh) from error

    def _keep(
        self,
        header: Header,
        inputs: Inputs,
        made: Made,
        published: Mapping[str, Look],
        found: Examined | None = None,
        facets: Facets | None = None,
    ) -> None:
        """Keep what the next build can take up."""
        past, files = self._past, kept(self._root, inputs, found.digests if found else {})
        no_more = gone(past.pages, made.pages)
        header = replace(
            header,
            engine=engine(),
            program=program(),
            out=str(self._out.absolute()),
            ended=self._ended,
            prints=made.prints or header.prints,
            inputs=fingerprint({path: seen.look for path, seen in files.items()}),
            unkept=tuple(sorted({*inputs.odd, *(inputs.files.keys() - files.keys())})),
            outputs=fingerprint({**published, MANIFEST: look(self._out / MANIFEST)}),
        )
        kinds = {
            "inputs": difference(past.inputs, files),
            # A page that was not laid out anew is kept as it was.
            "pages": Keeping({path: made.pages[path] for path in made.fresh}, no_more),
            "files": difference(past.files, made.files),
            "exports": difference(past.exports, made.exports),
            "looks": difference(past.looks, published),
            "references": Keeping(made.fresh, no_more),
        }
        if facets:
            kinds["facets"] = Keeping({"facets": facets})
        if found:
            kinds |= _examined(found, inputs)
        past.keep(header, kinds)


def _told(stands: Callable[[], Standing], files: Mapping[str, str], looks: Mapping[str, Look]) -> bytes:
    """Return what stands, encoded; where its files are these, as they mostly are, that is said instead of them."""
    found = stands()
    same = found.files == files and found.looks == looks
    return msgspec.msgpack.encode((same, replace(found, files={}, looks={}) if same else found))


def _heard(told: bytes, past: Past) -> Standing | None:
    """Return what stands, as it was told against the build before; None for b""."""
    if not told:
        return None
    same, found = msgspec.msgpack.decode(told, type=tuple[bool, Standing])
    return replace(found, files=past.published, looks=past.looks) if same else found


def _header(began: int, outcome: Outcome, chronicle: Chronicle) -> Header:
    basemap = chronicle.settings.basemap
    return Header(
        began=began,
        further=(basemap,) if basemap else (),
        events=outcome.events,
        pages=outcome.pages,
        problems=tuple(outcome.problems),
        amendable=not chronicle.lost,
    )


def _examined(found: Examined, inputs: Inputs) -> dict[str, Keeping]:
    """Return what the next build can take up of a chronicle: what its files hold, and how that is linked."""
    kinds = {
        "read": Keeping(found.read, inputs.changed - inputs.files.keys()),
        "linked": _linked(found),
        "signposts": Keeping(found.chronicle.signposts),
    }
    if found.registers:
        kinds["registers"] = Keeping({"registers": found.registers})
    return kinds | _in_order(found)


def _linked(found: Examined) -> Keeping:
    """Return the events that the next build can take up linked: all of them, or those that changed."""
    events, contributions = found.chronicle.events, found.chronicle.contributions
    ids = found.changed & events.keys() if found.before else events.keys()
    linked = {id_: Linked(events[id_], contributions[id_]) for id_ in ids}
    return Keeping(linked, found.changed - events.keys() if found.before else None)


def _in_order(found: Examined) -> dict[str, Keeping]:
    """Return the order of the events, and the events of each entry by their places in it, unless they are as before."""
    chronicle, before = found.chronicle, found.before
    order = list(chronicle.events)
    if before and order == list(before.events) and _gathered(chronicle) == _gathered(before):
        return {}
    place = {id_: number for number, id_ in enumerate(order)}
    gathered = {
        name: {entry: [place[id_] for id_ in ids] for entry, ids in entries.items()}
        for name, entries in _gathered(chronicle).items()
    }
    return {"order": Keeping({"order": order}), "gathered": Keeping(gathered)}


def _gathered(chronicle: Chronicle) -> dict[str, By]:
    return {name: getattr(chronicle, name) for name in Gathered._fields}
