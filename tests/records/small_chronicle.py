"""The small chronicle of this folder, with one more file in it."""

import shutil
from pathlib import Path

HERE = Path(__file__).parent
REGISTERS = ("locations", "actors", "sources", "types")


def with_file(root: Path, written: Path, kind: str) -> str:
    """Copy the small chronicle to `root`, with one more file.

    `kind` is a register, settings (which take the place of its own) or event; return the file's path in the chronicle.
    """
    shutil.copytree(HERE / "events", root / "events")
    shutil.copytree(HERE / "registers", root / "registers")
    shutil.copytree(HERE / "static", root / "static")
    shutil.copy(HERE / "chronicle.yaml", root)
    folder = f"registers/{kind}" if kind in REGISTERS else "events/new"
    file = "chronicle.yaml" if kind == "settings" else f"{folder}/{written.name}"
    (root / file).parent.mkdir(exist_ok=True)
    shutil.copy(written, root / file)
    return file
