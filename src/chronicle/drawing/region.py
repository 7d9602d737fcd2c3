"""The region's one image, over which locators put their marks."""

from collections.abc import Iterable

from chronicle.drawing.basemap import Basemap, Line, Polygon
from chronicle.drawing.outlines import Outline, chains, path, segments
from chronicle.drawing.projection import Projection

_STYLE = """
.sea,.lake{fill:#dbe5ea}.land{fill:#f5f2ea}
.line{fill:none;stroke-linejoin:round;stroke-linecap:round}
.inner{stroke:#c9c0ae;stroke-width:3}.border{stroke:#8d8576;stroke-width:5}
.river{stroke:#a9c3d1;stroke-width:4}.coast,.lake{stroke:#a3b8c4;stroke-width:2.5}
@media (prefers-color-scheme:dark){
.sea,.lake{fill:#10171c}.land{fill:#24282b}
.inner{stroke:#454c52}.border{stroke:#6c747b}
.river{stroke:#31505f}.coast,.lake{stroke:#3d5561}}
"""


def region(basemap: Basemap) -> str:
    """Draw a region as an SVG document of its own, in light and dark, without words.

    It is as large as its projection says, `Projection(basemap.bbox)`, and has the units of that.
    """
    projection = Projection(basemap.bbox)
    size = (projection.width, projection.height)
    countries = [_outlines(polygon, projection) for polygon in basemap.countries]
    lakes = [_outlines(polygon, projection) for polygon in basemap.lakes]
    around = segments((outline for country in countries for outline in country), *size)
    inner = segments((outline for polygon in basemap.governorates for outline in _outlines(polygon, projection)), *size)
    return _document(
        size,
        [
            f'<rect class="sea" width="{size[0]}" height="{size[1]}"/>',
            f'<g class="land" fill-rule="evenodd">{_areas(countries)}</g>',
            _line("inner", path(chains(stretch for stretch in inner if stretch not in around))),
            _line("river", path(_outlines(basemap.rivers, projection))),
            f'<g class="lake" fill-rule="evenodd">{_areas(lakes)}</g>',
            _line("coast", path(chains(stretch for stretch, times in around.items() if times == 1))),
            _line("border", path(chains(stretch for stretch, times in around.items() if times > 1))),
        ],
    )


def _document(size: tuple[int, int], parts: Iterable[str]) -> str:
    start = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}">'
    return "\n".join((start, f"<style>{_STYLE}</style>", *parts, "</svg>")) + "\n"


def _line(name: str, data: str) -> str:
    return f'<path class="line {name}" d="{data}"/>'


def _areas(polygons: Iterable[Iterable[Outline]]) -> str:
    """Return one path for each polygon, so that neighbours that overlap do not cancel each other out."""
    return "".join(f'<path d="{path(polygon, closed=True)}"/>' for polygon in polygons)


def _outlines(lines: Polygon | tuple[Line, ...], projection: Projection) -> list[Outline]:
    return [projection.points(line) for line in lines]
