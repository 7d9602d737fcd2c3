"""The theme: where templates, words and assets lie, a chronicle's own before the ones that come along."""

import os
from pathlib import Path

import chronicle
from chronicle.places import TEMPLATES
from chronicle.problems.refusal import Refusal


def own_theme() -> Path:
    """Return the folder of the theme that comes along: package data of an installed wheel, else beside the sources."""
    package = Path(chronicle.__file__).resolve().parent
    for place in (package / "templates", package.parent.parent / "templates"):
        if (place / "base.html").is_file():
            return place
    raise Refusal("the templates that belong to the program are missing", "install it again")


def folders(root: Path) -> tuple[Path, ...]:
    """Return the folders to search for a template, a catalogue or an asset, first the chronicle's own.

    Raise Refusal where that cannot be read.
    """
    theirs, ours = root / TEMPLATES, own_theme()
    if theirs.is_dir() and not os.access(theirs, os.R_OK | os.X_OK):
        raise Refusal(f"{theirs} cannot be read: Permission denied", "check its permissions")
    return (theirs, ours) if theirs.is_dir() and theirs.resolve() != ours else (ours,)


def find(places: tuple[Path, ...], name: str) -> Path | None:
    """Return the file that a name stands for in the first folder that has it, or None."""
    return next((place / name for place in places if (place / name).is_file()), None)


def assets(places: tuple[Path, ...]) -> dict[str, Path]:
    """Return every asset by its path in the site; a chronicle's own replaces one of the same name."""
    found: dict[str, Path] = {}
    for place in reversed(places):
        for path in sorted((place / "assets").rglob("*")):
            if path.is_file() and not path.name.startswith("."):
                found[path.relative_to(place).as_posix()] = path
    return dict(sorted(found.items()))
