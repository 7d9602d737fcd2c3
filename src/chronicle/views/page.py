"""A page: where it goes, the template that lays it out, and everything that it says."""

import msgspec

from chronicle.views.value import Value


class View(Value, frozen=True, tag_field="view", tag=True):
    """Everything that one page says, as plain values; nothing in it points back to the chronicle.

    An `href` is a path from the site's root, with a fragment where there is one; "" is no link. A text is plain
    unless its description says Markdown. Dates, numbers and kinds are in words already; `…_machine` is the value of a
    `<time datetime>` or "".
    """


class Page(msgspec.Struct, frozen=True):
    """One file of the site: `path` from its root with /, `origin` the record or template behind it."""

    path: str
    template: str
    view: View
    origin: str
