"""What the pages say: the pieces that views are made of, and one view a kind of page."""

import msgspec

from chronicle.views.page import View


class Name(msgspec.Struct, frozen=True):
    """A link to something that has a page, or with an empty `href` just its words."""

    href: str
    label: str


class Entry(msgspec.Struct, frozen=True):
    """An event in a list. `certainty` is certain, span, possible or approximate; `family` the root of its type."""

    href: str
    title: str
    date: str
    date_machine: str
    certainty: str
    family: str
    type: str
    status: str
    status_word: str
    places: tuple[Name, ...]
    actors: tuple[Name, ...]
    count: str
    """Such as "7 occurrences"; empty where the record stands for one event."""
    possible: str
    """Why it only possibly belongs to this list; empty where it surely does."""


class Section(msgspec.Struct, frozen=True):
    """One year or month of a listing: its entries, or where they are too many a link (`href`) to the page that has
    them.
    """

    id: str
    heading: str
    count: str
    href: str
    entries: tuple[Entry, ...]


class Listing(msgspec.Struct, frozen=True):
    """Events in order under headings; `count` says how many in words, `empty` stands where there are none."""

    count: str
    sections: tuple[Section, ...]


class Label(msgspec.Struct, frozen=True):
    """A text at a place in a drawing, in its own units; a link where `href` is set."""

    x: float
    y: float
    text: str
    href: str


class Chart(msgspec.Struct, frozen=True):
    """A bar chart: `stated` and `possible` are SVG path data, `marks` the path of open dates' marks ("" where there
    are none).

    `text` tells the same in words, with the numbers; `rows` are those numbers as a table: heading, stated, possible.
    """

    title: str
    text: str
    width: float
    height: float
    stated: str
    possible: str
    marks: str
    baseline: str
    """Path data of axis and grid lines."""
    scale: tuple[Label, ...]
    periods: tuple[Label, ...]
    rows: tuple[tuple[str, str, str], ...]


class Spot(msgspec.Struct, frozen=True):
    """One mark on a map; `form` is filled (a settlement or closer), ring (its vicinity) or area (a district or
    wider).
    """

    x: float
    y: float
    radius: float
    form: str
    label: str


class Locator(msgspec.Struct, frozen=True):
    """A crop (`view_box`) of the region's image (`image`, width and height in its own units) with marks over it."""

    title: str
    text: str
    view_box: str
    image: str
    image_width: float
    image_height: float
    spots: tuple[Spot, ...]


class Figure(msgspec.Struct, frozen=True):
    """A quantity in the source's wording, with its bounds in words ("" where the wording says it all)."""

    noun: str
    text: str
    bounds: str
    certainty: str
    cumulative: bool


class Total(msgspec.Struct, frozen=True):
    """A sum: what is counted, the range in words, the records that it rests on, and the page that lists them."""

    label: str
    text: str
    basis: str
    href: str


class PlaceView(msgspec.Struct, frozen=True):
    """A place of an event: `trail` are the wholes it lies in, nearest first; `alternatives` the other places it may
    be.
    """

    name: Name
    kind: str
    trail: tuple[Name, ...]
    role: str
    precision: str
    form: str
    """The mark of that precision on a map: filled, ring or area."""
    reported_as: str
    alternatives: tuple[Name, ...]


class ParticipantView(msgspec.Struct, frozen=True):
    """An actor of an event, with its role in words ("" where none is stated)."""

    name: Name
    role: str
    reported_as: str


class CasualtyView(msgspec.Struct, frozen=True):
    """One group's casualties; each figure's noun is killed, injured or captured in words."""

    group: Name
    civilian: str
    figures: tuple[Figure, ...]


class AccountView(msgspec.Struct, frozen=True):
    """One account. `stance` is a machine word (reports, confirms, denies, disputes), `stance_word` the reader's.

    `says` is Markdown; `differs` are facts in which it departs from the record: (label, value) pairs.
    """

    id: str
    source: Name
    publisher: str
    published: str
    published_machine: str
    url: str
    archived: tuple[str, ...]
    speaker: Name
    via: str
    stance: str
    stance_word: str
    point: str
    says: str
    locator: str
    differs: tuple[tuple[str, str], ...]


class TieView(msgspec.Struct, frozen=True):
    """An event tied to this one; `possible` says in words that the tie is not certain, or is ""."""

    entry: Entry
    possible: str


class EventView(View, frozen=True):
    """An event's page."""

    id: str
    title: str
    date: str
    date_machine: str
    date_certainty: str
    date_notes: tuple[str, ...]
    """Sentences on where the date comes from: basis, the source's wording, inference, doubt, assumed bounds."""
    edtf: str
    month: Name
    type: Name
    type_trail: tuple[Name, ...]
    family: str
    status: str
    status_word: str
    status_why: str
    places: tuple[PlaceView, ...]
    locator: Locator | None
    actors: tuple[ParticipantView, ...]
    others: bool
    count: Figure | None
    figures: tuple[Figure, ...]
    casualties: tuple[CasualtyView, ...]
    summary: str
    """Markdown."""
    accounts: tuple[AccountView, ...]
    contested: bool
    """Whether accounts contradict each other, so that they stand side by side."""
    note: str
    """Markdown."""
    wholes: tuple[TieView, ...]
    parts: tuple[TieView, ...]
    residual: str
    """Such as "3 more reported, not itemised", or ""."""
    same_as: tuple[TieView, ...]
    related: tuple[TieView, ...]
    distinct_from: tuple[TieView, ...]
    nearby: tuple[Entry, ...]
    earlier: Entry | None
    later: Entry | None
    permalink: str
    suggest: str
    """The address of the record's file in its repository, or ""."""
    cite: str
    """How to cite the record, as one sentence."""
    recorded: str
    recorded_machine: str
    changed: str
    changed_machine: str
    formerly: tuple[str, ...]


class Way(msgspec.Struct, frozen=True):
    """One of the ways into the chronicle, or one row of a table of counts: a link, a number in words and a remark."""

    name: Name
    count: str
    text: str
    family: str = ""
    """The root of a type, where it is one."""


class HomeView(View, frozen=True):
    """The first page."""

    title: str
    description: str
    span: str
    totals: tuple[Total, ...]
    chart: Chart | None
    newest: tuple[Entry, ...]
    places: tuple[Way, ...]
    actors: tuple[Way, ...]
    types: tuple[Way, ...]


class Cell(msgspec.Struct, frozen=True):
    """A month of the timeline's grid; `possible` counts events that may lie in it."""

    label: str
    href: str
    count: int
    possible: int
    text: str


class Row(msgspec.Struct, frozen=True):
    """A year of the timeline's grid: its twelve months, and what is known only to the year."""

    year: Name
    count: str
    cells: tuple[Cell, ...]
    undated: Cell | None


class TimelineView(View, frozen=True):
    """The grid of years and months."""

    span: str
    months: tuple[str, ...]
    rows: tuple[Row, ...]
    unknown: Way | None
    """Events of which no date is known at all."""
    chart: Chart | None


class PeriodView(View, frozen=True):
    """A month's, a year's or the undated events' page; `possible` lists events that may lie in the period, listed
    elsewhere.
    """

    title: str
    trail: tuple[Name, ...]
    listing: Listing
    possible: tuple[Entry, ...]
    earlier: Name | None
    later: Name | None
    months: tuple[Way, ...]


class Fact(msgspec.Struct, frozen=True):
    """A row of a table of facts: a label, its words or links, and a remark."""

    label: str
    values: tuple[Name, ...]
    remark: str


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


class Crosswalk(msgspec.Struct, frozen=True):
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


class Drawn(msgspec.Struct, frozen=True):
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


class Group(msgspec.Struct, frozen=True):
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


class ListView(View, frozen=True):
    """All events, or a part of a listing that has a page of its own; `trail` leads back to where it belongs."""

    title: str
    trail: tuple[Name, ...]
    listing: Listing


class AboutView(View, frozen=True):
    """About: method, licence, how dates, numbers and names work."""

    title: str
    about: str
    """Markdown: the chronicle's own words."""
    editor: str
    licence: Name | None
    repository: str
    figures: tuple[Total, ...]


class SignpostView(View, frozen=True):
    """What stays where a record was: `reason` is Markdown, `target` where it went."""

    title: str
    reason: str
    target: Name | None


class RedirectView(View, frozen=True):
    """An old address that leads to the new one at once, without a script."""

    target: Name


class NotFoundView(View, frozen=True):
    """The 404 page; `root` is the path of the site's root, as the page stands at any depth."""

    root: str


AnyView = (
    HomeView
    | TimelineView
    | PeriodView
    | EventView
    | LocationView
    | ActorView
    | TypeView
    | SourceView
    | IndexView
    | ListView
    | AboutView
    | SignpostView
    | RedirectView
    | NotFoundView
)
