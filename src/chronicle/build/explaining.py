"""Why pages were laid out anew."""

from collections.abc import Iterator, Mapping

from chronicle.build.examining import Examined
from chronicle.build.inputs import Inputs
from chronicle.build.making import Made
from chronicle.build.materials import Materials
from chronicle.build.past import Past
from chronicle.pages.draft import Draft
from chronicle.pages.touched import touched
from chronicle.places import SETTINGS, TEMPLATES

# What the frame, the words and the templates of pages are made of.
_LOOKS = (f"{TEMPLATES}/", SETTINGS)
_SHOWN = 3


def explain(
    gathered: Materials, made: Made, found: Examined, inputs: Inputs, past: Past, standing: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """Yield each page that was laid out anew with the reason, in words that name the inputs which changed.

    `standing` are the digests of published files as they were found. Where only records changed, the files that are
    named reach the page; else they are all that can.
    """
    changes = {file: f"{file} {_change(file, inputs, past)}" for file in sorted(inputs.changed)}
    reach = _reach(found)
    for draft in gathered.drafts:
        if draft.path in made.fresh:
            yield draft.path, _reason(draft, made, past, standing, changes, reach)


def _change(file: str, inputs: Inputs, past: Past) -> str:
    if file not in inputs.files:
        return "is gone"
    return "changed" if file in past.inputs else "is new"


def _reach(found: Examined) -> dict[str, frozenset[str]]:
    """Return the subjects that each changed event file reaches, where that is known."""
    if found.before is None:
        return {}
    files: dict[str, set[str]] = {}
    for chronicle in (found.before, found.chronicle):
        for id_ in found.changed & chronicle.events.keys():
            files.setdefault(chronicle.events[id_].file, set()).add(id_)
    return {file: touched(found.before, found.chronicle, ids) for file, ids in files.items()}


def _reason(
    draft: Draft,
    made: Made,
    past: Past,
    standing: Mapping[str, str],
    changes: Mapping[str, str],
    reach: Mapping[str, frozenset[str]],
) -> str:
    kept = past.pages.get(draft.path)
    if not past.known:
        return "no build before can be taken up"
    if kept and standing.get(draft.path) != kept.digest:
        return "its published file is missing or was changed"
    if kept and past.header.prints.get(draft.template) != made.prints[draft.template]:
        named = [said for file, said in changes.items() if file.startswith(_LOOKS)]
        return _told(named) or "the program's own theme changed"
    exact = [said for file, said in changes.items() if file in reach and reach[file].issuperset(draft.about)]
    return _told(exact or list(changes.values())) or "what the site is made of changed"


def _told(changes: list[str]) -> str:
    more = f" and {len(changes) - _SHOWN} more" if len(changes) > _SHOWN else ""
    return ", ".join(changes[:_SHOWN]) + more
