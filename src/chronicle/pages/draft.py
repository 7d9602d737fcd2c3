"""A page before it is composed."""

from collections.abc import Callable

import msgspec

from chronicle.views.page import Page, View


class Draft(msgspec.Struct, frozen=True):
    """A page that is planned: where it goes, what it is about, and how it is composed.

    `about` names subjects: an event, an entry of a register or a period, each by the path of its page, or a part of a
    listing by its name. While registers, settings and signposts stay as they are, the page can only become another
    when each of its subjects is touched by a change of events (`touched.py`); a page about nothing can at any time.
    `year` is the one that its events lie in, "" where they can lie in any: pages of one year show the same events, so
    they are best composed together.
    """

    path: str
    template: str
    origin: str
    about: tuple[str, ...]
    compose: Callable[[], View]
    year: str = ""

    def page(self) -> Page:
        """Compose the page."""
        return Page(self.path, self.template, self.compose(), self.origin)
