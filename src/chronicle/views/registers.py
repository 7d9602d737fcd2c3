"""What the pages of registers say: locations, actors, types, sources, and their indexes."""

from chronicle.views.drawings import Chart, Locator
from chronicle.views.event import AccountView
from chronicle.views.page import View
from chronicle.views.pieces import Entry, Fact, Listing, Name, Total, Way
from chronicle.views.value import Value


class LocationView(View, frozen=True):
    """A location's page; `whole` is True for a place above district, which shows counts and parts and only its own
    events.
    """

    id: str
    title: str
    kind: str
    trail: tuple[tuple[Name, ...], ...]
    facts: tuple[Fact, ...]
    spellings: tuple[tuple[str, str, str], ...]
    """Other names: (language tag, language in words, name)."""
    locator: Locator | None
    no_point: str
    """Why there is no map, or ""."""
    parts: tuple[Way, ...]
    totals: tuple[Total, ...]
    chart: Chart | None
    whole: bool
    listing: Listing
    actors: tuple[Way, ...]
    types: tuple[Way, ...]
    note: str
    """Markdown."""
    suggest: str
    formerly: tuple[str, ...]


class ActorView(View, frozen=True):
    """An actor's page; `roles` are headed lists of the others: with whom, against whom."""

    id: str
    title: str
    kind: str
    trail: tuple[tuple[Name, ...], ...]
    facts: tuple[Fact, ...]
    spellings: tuple[tuple[str, str, str], ...]
    parts: tuple[Way, ...]
    totals: tuple[Total, ...]
    chart: Chart | None
    listing: Listing
    partners: tuple[Way, ...]
    opponents: tuple[Way, ...]
    places: tuple[Way, ...]
    types: tuple[Way, ...]
    spoke: tuple[Entry, ...]
    """Events of which the actor gave an account."""
    note: str
    suggest: str
    formerly: tuple[str, ...]


class Crosswalk(Value, frozen=True):
    """What another data set calls a type; `match` is exact, broad, narrow or none, `match_word` and `text` the
    reader's words.
    """

    scheme: str
    code: str
    match: str
    match_word: str
    text: str
    note: str


class TypeView(View, frozen=True):
    """A type's page."""

    id: str
    title: str
    family: str
    trail: tuple[Name, ...]
    spellings: tuple[tuple[str, str, str], ...]
    definition: str
    """Markdown."""
    cases: tuple[str, ...]
    crosswalks: tuple[Crosswalk, ...]
    parts: tuple[Way, ...]
    totals: tuple[Total, ...]
    chart: Chart | None
    listing: Listing
    places: tuple[Way, ...]
    actors: tuple[Way, ...]
    suggest: str
    formerly: tuple[str, ...]


class Drawn(Value, frozen=True):
    """An event drawn from a source, with the accounts that the source gives of it."""

    entry: Entry
    accounts: tuple[AccountView, ...]


class SourceView(View, frozen=True):
    """A source's page: what is known of the article, and every event drawn from it."""

    id: str
    title: str
    facts: tuple[Fact, ...]
    url: str
    archived: tuple[str, ...]
    note: str
    """Markdown."""
    drawn: tuple[Drawn, ...]
    listing: Listing
    """Stands in place of `drawn` where the events are more than one page takes."""
    suggest: str
    formerly: tuple[str, ...]


class Group(Value, frozen=True):
    """A headed part of an index; `depth` of a row is how far it is indented in a tree."""

    id: str
    heading: str
    rows: tuple[tuple[int, Way], ...]


class IndexView(View, frozen=True):
    """All entries of one register; `kind` is locations, actors, types or sources."""

    kind: str
    title: str
    count: str
    groups: tuple[Group, ...]
