"""Every code of a problem, declared once with its severity and its usual way out."""

import enum
from typing import NamedTuple


class Severity(enum.StrEnum):
    """How much a problem weighs: an error stops publication, a warning is printed."""

    ERROR = "error"
    WARNING = "warning"


class Code(NamedTuple):
    """What belongs to a code: its severity and the remedy shown where a problem has none of its own."""

    severity: Severity
    remedy: str = ""


_ERROR, _WARNING = Severity.ERROR, Severity.WARNING

CODES: dict[str, Code] = {
    # YAML as such
    "empty-file": Code(_ERROR, "write the record, or delete the file"),
    "yaml-syntax": Code(_ERROR),
    "yaml-unquoted": Code(_ERROR, 'put the whole text between quotes: "…"'),
    "yaml-quote": Code(_ERROR, "close the quote where the text ends"),
    "yaml-bracket": Code(_ERROR, "close every [ with ] and every { with }"),
    "yaml-colon": Code(_ERROR, "write key: value, with a space after the colon"),
    "yaml-indentation": Code(_ERROR, "the keys of a record, and the items of a list, begin in the same column"),
    "yaml-tab": Code(_ERROR, "indent with spaces"),
    "yaml-encoding": Code(_ERROR, "save the file as UTF-8"),
    "yaml-size": Code(_ERROR, "split it into several files"),
    "yaml-depth": Code(_ERROR, "a record is never nested that deep: check the indentation and the brackets"),
    "yaml-duplicate-key": Code(_ERROR, "keep one of the two; only one could count"),
    "yaml-anchor": Code(
        _ERROR, "write the value out; anchors (&) are not used in records, quote a text that begins with &"
    ),
    "yaml-alias": Code(
        _ERROR, "write the value out; aliases (*) are not used in records, quote a text that begins with *"
    ),
    "yaml-tag": Code(_ERROR, "leave the tag (!) away, every value is text; quote a text that begins with !"),
    "yaml-merge-key": Code(_ERROR, "write the keys out; << is not used in records"),
    "yaml-documents": Code(_ERROR, "one file holds one record: remove the --- or move the rest to a file of its own"),
    "yaml-key": Code(_ERROR, "a key is a plain word"),
    "yaml-control-character": Code(_ERROR, "delete the character; it cannot be seen, but it changes what is read"),
    "yaml-no-break-space": Code(_ERROR, "replace the no-break space by a common one"),
    "yaml-comma-split": Code(_ERROR, 'did a comma split this? Quote the whole value: "…"'),
    "yaml-list-dash": Code(_ERROR, "a list item needs a space after its dash"),
    "yaml-arabic-comma": Code(
        _WARNING, "a list is divided by the Latin comma (,); if the comma belongs to the text, quote it"
    ),
    "yaml-comment": Code(_WARNING, "quote the text if # belongs to it, or put the comment on a line of its own"),
    # dates, quantities
    "date-malformed": Code(_ERROR),
    "date-impossible": Code(_ERROR),
    "date-reversed": Code(_ERROR, "write the earlier day first"),
    "quantity-malformed": Code(
        _ERROR,
        "write 45, none, about 300, over 60, at least 60, up to 12, under 12, 16 to 25, several, many, dozens, "
        "hundreds, 90% or unknown",
    ),
    "quantity-reversed": Code(_ERROR, "write the smaller number first"),
    # records against their schema
    "unknown-key": Code(_ERROR),
    "missing-key": Code(_ERROR),
    "empty-value": Code(_ERROR, "write a value, or remove the key: what is not known is left out"),
    "wrong-kind": Code(_ERROR),
    "unknown-word": Code(_ERROR),
    "malformed-text": Code(_ERROR),
    "malformed-id": Code(_ERROR),
    "malformed-address": Code(_ERROR),
    "malformed-path": Code(_ERROR),
    "malformed-language": Code(_ERROR),
    "malformed-country": Code(_ERROR),
    "malformed-point": Code(_ERROR),
    "malformed-number": Code(_ERROR),
    "malformed-pcode": Code(_ERROR),
    "malformed-wikidata": Code(_ERROR),
    "repeated-item": Code(_ERROR, "remove one of the two"),
    "missing-language": Code(_ERROR),
    # files
    "file-name": Code(_ERROR),
    "duplicate-id": Code(_ERROR, "rename one of the two"),
    "symbolic-link": Code(_ERROR, "put the file itself here: links are not followed"),
    "stray-file": Code(_WARNING, "records are files that end in .yaml; keep other files elsewhere"),
    "unreadable-file": Code(_ERROR, "check its permissions"),
    "signpost-reasons": Code(_ERROR, "keep withdrawn or merged_into, and remove the other"),
    "signpost-keys": Code(_ERROR, "remove them: withdrawn or merged_into stays, and formerly"),
    # records against registers and each other
    "unknown-location": Code(_ERROR),
    "unknown-actor": Code(_ERROR),
    "unknown-source": Code(_ERROR),
    "unknown-type": Code(_ERROR),
    "unknown-event": Code(_ERROR, "an event's id is the name of its file, without .yaml"),
    "ambiguous-location": Code(_ERROR),
    "ambiguous-actor": Code(_ERROR),
    "ambiguous-source": Code(_ERROR),
    "ambiguous-type": Code(_ERROR),
    "withdrawn-event": Code(_ERROR, "remove the tie to it"),
    "tied-to-itself": Code(_ERROR, "remove it"),
    "circle": Code(_ERROR, "remove one of the ties"),
    "taken-id": Code(_ERROR, "an old id leads to one record alone: remove it here or there"),
    "reserved-id": Code(_ERROR),
    "place-name": Code(_ERROR, "write name: for one place, or one_of: [a, b] where it is one of several"),
    "one-of-few": Code(_ERROR),
    "lone-between": Code(_ERROR, "add the other place with role: between, or write role: near"),
    "undated-source": Code(_ERROR),
    "missing-note": Code(_ERROR, "add note: with the reasons; readers see them"),
    "missing-point": Code(_ERROR, "add point: with what is disputed, or use denies if it is the event itself"),
    "missing-stance": Code(_ERROR, "write stance: disputes, or say it in says:"),
    "inferred-year": Code(_ERROR, "remove inferred: year; a date that is inferred as a whole has basis: editor"),
    "retrieved-before-published": Code(_ERROR, "correct one of the two days"),
    "later-than-source": Code(
        _ERROR, "correct the date, or write basis: announced if the article speaks of what is to come"
    ),
    "announced-before-source": Code(_ERROR, "correct the date or its basis"),
    "changed-before-recorded": Code(_ERROR, "correct one of the two days"),
    "parts-exceed-whole": Code(_ERROR),
    "part-outside-date": Code(_ERROR, "correct one of the dates, or remove the tie"),
    "contradictory-ties": Code(_ERROR, "remove one of the two"),
    "part-outside-place": Code(_WARNING, "check the place, or add the whole to its entry's in:"),
    "likely-duplicate": Code(_WARNING),
    "single-noun": Code(_WARNING),
    "speaker-is-outlet": Code(_WARNING, "name who is quoted, or remove the speaker"),
    "title-full-stop": Code(_WARNING, "remove it"),
    "long-quotation": Code(_WARNING, "shorten it, or say it in the chronicle's own words"),
    # the site
    "template": Code(_ERROR, "mend the template"),
    "broken-link": Code(_ERROR),
    # the basemap
    "basemap-malformed": Code(
        _ERROR, "give a GeoJSON FeatureCollection in longitude and latitude, whose features have a kind"
    ),
    "no-words": Code(_ERROR),
    "missing-file": Code(_ERROR),
    "base-map": Code(_ERROR, "name a GeoJSON file that can be read, or remove basemap"),
    "taken-path": Code(_ERROR, "give the file another name"),
}
