"""The frame: what every page of a site says alike."""

from chronicle.views.value import Value


class NavigationItem(Value, frozen=True):
    """One item of the masthead; `key` names it for the template."""

    key: str
    href: str
    label: str


class Licence(Value, frozen=True):
    """The terms of the records; `href` is an address elsewhere, or ""."""

    href: str
    label: str


class Frame(Value, frozen=True, kw_only=True):
    """What stands in the masthead and the footer; it follows from the settings and the words alone.

    Paths are from the site's root; "" stands for what the chronicle does not have.
    """

    site: str
    language: str
    direction: str
    description: str
    nav: tuple[NavigationItem, ...]
    licence: Licence | None
    editor: str
    repository: str
    version: str
    base_url: str
    feed: str
