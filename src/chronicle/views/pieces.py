"""The pieces that many pages are made of: links, facts, numbers and lists of events."""

from chronicle.views.value import Value


class Name(Value, frozen=True):
    """A link to something that has a page, or with an empty `href` just its words."""

    href: str
    label: str


class Entry(Value, frozen=True, cache_hash=True):
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


class Section(Value, frozen=True):
    """One year or month of a listing: its entries, or where they are too many a link (`href`) to the page that has
    them.
    """

    id: str
    heading: str
    count: str
    href: str
    entries: tuple[Entry, ...]


class Listing(Value, frozen=True):
    """Events in order under headings; `count` says how many in words, `empty` stands where there are none."""

    count: str
    sections: tuple[Section, ...]


class Way(Value, frozen=True):
    """One of the ways into the chronicle, or one row of a table of counts: a link, a number in words and a remark."""

    name: Name
    count: str
    text: str
    family: str = ""
    """The root of a type, where it is one."""


class Fact(Value, frozen=True):
    """A row of a table of facts: a label, its words or links, and a remark."""

    label: str
    values: tuple[Name, ...]
    remark: str


class Figure(Value, frozen=True):
    """A quantity in the source's wording, with its bounds in words ("" where the wording says it all)."""

    noun: str
    text: str
    bounds: str
    certainty: str
    cumulative: bool


class Total(Value, frozen=True):
    """A sum: what is counted, the range in words, the records that it rests on, and the page that lists them."""

    label: str
    text: str
    basis: str
    href: str
