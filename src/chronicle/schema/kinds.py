"""The kinds of values that a record is made of, each with its description and the small language it is written in."""

from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta


class Written(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True, gc=False):
    """A mapping as an editor writes it; a subclass is its schema, declared once.

    There are many, and none leads back to itself: the collector need not look at them.
    """


Line: TypeAlias = Annotated[str, Meta(description="one line of plain text", extra={"language": "line"})]
Prose: TypeAlias = Annotated[str, Meta(description="Markdown without raw HTML", extra={"language": "prose"})]
Id: TypeAlias = Annotated[str, Meta(description="a-z, 0-9 and hyphens, 1 to 80 characters", extra={"language": "id"})]
Day: TypeAlias = Annotated[str, Meta(description="a calendar day, 2020-11-12", extra={"language": "day"})]
DateText: TypeAlias = Annotated[
    str,
    Meta(
        description="2020-11-12, 2020-11, 2020, A to B, A to open, between A and B, by A, not before A, "
        "about A, unknown",
        extra={"language": "date"},
        extra_json_schema={"type": ["string", "integer"]},
    ),
]
QuantityText: TypeAlias = Annotated[
    str,
    Meta(
        description="45, none, about 300, over 60, at least 60, up to 12, under 12, 16 to 25, several, 90%, unknown",
        extra={"language": "quantity"},
        extra_json_schema={"type": ["string", "integer"]},
    ),
]
Address: TypeAlias = Annotated[str, Meta(description="an http or https address", extra={"language": "address"})]
BaseAddress: TypeAlias = Annotated[
    str,
    Meta(description="an http or https address without query and fragment", extra={"language": "base-address"}),
]
FilePath: TypeAlias = Annotated[str, Meta(description="a relative path", extra={"language": "path"})]
LanguageTag: TypeAlias = Annotated[
    str, Meta(description="a language tag of BCP 47, such as en or ar", extra={"language": "language"})
]
Country: TypeAlias = Annotated[
    str, Meta(description="a country code of ISO 3166-1 alpha-2, such as SY", extra={"language": "country"})
]
Latitude: TypeAlias = Annotated[
    str,
    Meta(
        description="decimal degrees of WGS 84, -90 to 90",
        extra={"language": "latitude"},
        extra_json_schema={"type": ["string", "number"]},
    ),
]
Longitude: TypeAlias = Annotated[
    str,
    Meta(
        description="decimal degrees of WGS 84, -180 to 180",
        extra={"language": "longitude"},
        extra_json_schema={"type": ["string", "number"]},
    ),
]
Digits: TypeAlias = Annotated[
    str,
    Meta(
        description="digits alone",
        extra={"language": "digits"},
        extra_json_schema={"type": ["string", "integer"]},
    ),
]
Pcode: TypeAlias = Annotated[str, Meta(description="a P-code, such as SY0803", extra={"language": "pcode"})]
Wikidata: TypeAlias = Annotated[
    str, Meta(description="an item of Wikidata, such as Q858", extra={"language": "wikidata"})
]
Noun: TypeAlias = Annotated[str, Meta(description="a plural noun", extra={"language": "line"})]
Flag: TypeAlias = Literal["true", "false"]

Text: TypeAlias = Line | dict[LanguageTag, Line]
"""Plain text in the chronicle's first language, or in several: `{en: …, ar: …}`."""
LongText: TypeAlias = Prose | dict[LanguageTag, Prose]
"""Markdown in the chronicle's first language, or in several."""
