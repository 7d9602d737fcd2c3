"""Chronicles that tests write in a few lines: one small world, and the records of a test put into it."""

import re
from collections.abc import Mapping
from pathlib import Path
from textwrap import dedent
from typing import NamedTuple

from chronicle.examine import examine
from chronicle.link.chronicle import Chronicle
from chronicle.link.event import Event
from chronicle.problems.codes import Severity
from chronicle.problems.problem import Problem

WORLD = {
    "locations": """\
syria: {name: Syria, kind: country}
north-east: {name: North-eastern Syria, kind: region, in: [syria]}
aleppo-governorate: {name: Aleppo governorate, kind: governorate, in: [syria]}
kobani-district: {name: Kobani district, kind: district, in: [aleppo-governorate, north-east]}
kobani: {name: Kobani, names: {ar: كوباني}, also: [Ain al-Arab], kind: town, in: [kobani-district]}
manbij: {name: Manbij, kind: town, in: [aleppo-governorate]}
qamishli: {name: Qamishli, kind: city, in: [north-east]}
al-hasakah: {name: Al-Ḩasakah, kind: city, in: [north-east]}
idlib-governorate: {name: Idlib, kind: governorate, in: [syria]}
idlib: {name: Idlib, kind: city, in: [idlib-governorate]}
sarjah-north: {name: Sarjah, kind: village, in: [idlib-governorate]}
sarjah-south: {name: Sarjah, kind: village, in: [idlib-governorate]}
""",
    "actors": """\
russia: {name: Russia}
russian-forces: {name: Russian forces, also: [Russian troops], part_of: [russia]}
russian-military-police: {name: Russian military police, part_of: [russian-forces]}
turkish-forces: {name: Turkish forces, kind: state forces}
us-forces: {name: US forces, kind: external/other forces}
residents: {name: Residents, kind: civilians}
""",
    "sources": """\
june: {title: The news of June, publisher: The Daily, published: 2020-06-30}
july: {title: The news of July, published: 2020-07-31}
december: {title: What was retrieved in December, retrieved: 2020-12-05}
undated: {title: A page without any day}
""",
    "types": """\
attack: {label: Attack, definition: One side uses violence.}
airstrike: {label: Airstrike, family: attack, definition: From the air.}
shelling: {label: Shelling, family: attack, definition: From the ground.}
patrol: {label: Patrol, definition: Forces move to be seen.}
""",
}
_REST = {"type": "patrol", "title": "A patrol", "date": "2020-06-07", "sources": "[june]"}
_SIGNPOST = re.compile(r"^(?:withdrawn|merged_into):", re.MULTILINE)


class Examined(NamedTuple):
    """A chronicle and all of its problems, in file and line order."""

    chronicle: Chronicle
    problems: list[Problem]

    @property
    def errors(self) -> list[str]:
        """The codes of all errors, in their order."""
        return [problem.code for problem in self.problems if problem.severity is Severity.ERROR]

    def event(self, id_: str) -> Event:
        """Return an event, which must be there."""
        return self.chronicle.events[id_]

    def of(self, code: str) -> list[Problem]:
        """Return the problems of one code."""
        return [problem for problem in self.problems if problem.code == code]

    def one(self, code: str) -> Problem:
        """Return the problem of a code, of which there must be no other."""
        (found,) = self.of(code)
        return found


def examined(root: Path, events: Mapping[str, str], *, begins: str = "", **registers: str) -> Examined:
    """Write a chronicle into an empty folder and examine it.

    `events` are files by id (or by path below events/), each with the fields that matter: what a record needs beside
    them is put after them. `registers` are more entries of a register: `locations="aleppo: {…}"`.
    """
    settings = ["title: A test", "description: What a test needs.", *([f"begins: {begins}"] if begins else [])]
    _write(root / "chronicle.yaml", "\n".join(settings) + "\n")
    for register, entries in WORLD.items():
        _write(root / f"registers/{register}.yaml", entries + dedent(registers.get(register, "")))
    for id_, fields in events.items():
        _write(root / f"events/{id_}.yaml", record(fields))
    return Examined(*examine(root))


def record(fields: str) -> str:
    """Return the text of a record with these fields, completed unless it is a signpost."""
    given = dedent(fields).strip("\n")
    if _SIGNPOST.search(given):
        return f"{given}\n"
    rest = [f"{key}: {value}" for key, value in _REST.items() if not re.search(rf"^{key}:", given, re.MULTILINE)]
    return "\n".join(([given] if given else []) + rest) + "\n"


def _write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, encoding="utf-8")
