"""Charts and maps, as geometry with words; a number is given as the float that it is when a view is read back."""

from chronicle.views.value import Value


class Label(Value, frozen=True):
    """A text at a place in a drawing, in its own units; a link where `href` is set."""

    x: float
    y: float
    text: str
    href: str


class Chart(Value, frozen=True):
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


class Spot(Value, frozen=True):
    """One mark on a map; `form` is filled (a settlement or closer), ring (its vicinity) or area (a district or
    wider).
    """

    x: float
    y: float
    radius: float
    form: str
    label: str


class Locator(Value, frozen=True):
    """A crop (`view_box`) of the region's image (`image`, width and height in its own units) with marks over it."""

    title: str
    text: str
    view_box: str
    image: str
    image_width: float
    image_height: float
    spots: tuple[Spot, ...]
