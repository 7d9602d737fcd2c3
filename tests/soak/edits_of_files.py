"""What happens to files without an editor's will: their times, their places, lost caches, a site that is touched."""

import os
import shutil
import time
from pathlib import Path

from desk import Desk
from edits_of_records import Edit

_LONG_AGO, _FAR_AHEAD = 86_400, 4_102_444_800
_SETTLED = 2.1
"""Seconds after which a build may trust the times of a file."""


def _source(desk: Desk) -> Path:
    others = ("registers", "templates", "static", "maps")
    files = [path for part in others for path in (desk.root / part).rglob("*") if path.is_file()]
    return desk.chance.choice([desk.event(), desk.chance.choice(sorted(files))])


def touch(desk: Desk) -> None:
    path = _source(desk)
    path.touch()
    desk.note(f"touch {path.name}")


def set_times(desk: Desk) -> None:
    """Give every source a time of long ago or of the far future."""
    when = desk.chance.choice((_LONG_AGO, _FAR_AHEAD))
    for path in desk.root.rglob("*"):
        if "build" not in path.parts and desk.chance.random() < 0.5:
            os.utime(path, (when, when))
    desk.note(f"times set to {when}")


def _swapped(path: Path) -> bytes:
    """Return a file's bytes with a letter of its title changed, so that its size stays."""
    data = path.read_bytes()
    at = data.find(b"title: ") + 8
    return data[:at] + (b"x" if data[at : at + 1] != b"x" else b"y") + data[at + 1 :]


def change_in_secret(desk: Desk) -> None:
    """Change a record and keep its size and its time, as some tools do."""
    path = desk.event()
    before = path.stat()
    path.write_bytes(_swapped(path))
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    desk.note(f"{path.stem} changed, size and time kept")


def replace_in_secret(desk: Desk) -> None:
    """Put another file of the same size and time in the place of a record."""
    path = desk.event()
    before = path.stat()
    other = desk.root / "events" / "other.part"
    other.write_bytes(_swapped(path))
    os.utime(other, ns=(before.st_atime_ns, before.st_mtime_ns))
    other.replace(path)
    desk.note(f"{path.stem} replaced, size and time kept")


def add_in_secret(desk: Desk) -> None:
    """Add a record or take one away, and give its folder the time that it had."""
    path = desk.event()
    before = path.parent.stat()
    if desk.chance.random() < 0.5:
        path.unlink()
        desk.note(f"delete {path.stem}, the folder's time kept")
    else:
        new = path.with_name(f"secret-{desk.serial()}.yaml")
        new.write_text(f"type: event\ntitle: {desk.serial()}\ndate: {desk.day()}\nsources: [dated]\n", encoding="utf-8")
        desk.note(f"add {new.stem}, the folder's time kept")
    os.utime(path.parent, ns=(before.st_atime_ns, before.st_mtime_ns))


def swap(desk: Desk) -> None:
    """Let two records trade places: their names stay, their contents and inodes do not."""
    one, other = desk.chance.sample(desk.events(), 2)
    aside = one.with_suffix(".aside")
    one.rename(aside)
    other.rename(one)
    aside.rename(other)
    desk.note(f"{one.stem} and {other.stem} trade places")


def settle(desk: Desk) -> None:
    """Wait until a build may trust the times of what was written."""
    time.sleep(_SETTLED)
    change_in_secret(desk)


def _notes(desk: Desk) -> list[Path]:
    return sorted(path for path in (desk.root / ".chronicle").rglob("*") if path.is_file())


def lose_cache(desk: Desk) -> None:
    shutil.rmtree(desk.root / ".chronicle", ignore_errors=True)
    desk.note(".chronicle removed")


def break_cache(desk: Desk) -> None:
    """Truncate a file of the cache, write noise into it or remove it."""
    if not (notes := _notes(desk)):
        return
    path = desk.chance.choice(notes)
    data = bytearray(path.read_bytes())
    how = desk.chance.choice(("truncated", "emptied", "noise in the middle", "all noise", "removed", "longer"))
    at = desk.chance.randrange(len(data) or 1)
    if how == "removed":
        path.unlink()
    elif how == "noise in the middle":
        path.write_bytes(data[:at] + desk.chance.randbytes(8) + data[at + 8 :])
    else:
        noise = desk.chance.randbytes(500)
        ends = {"truncated": bytes(data[:at]), "emptied": b"", "all noise": noise}
        path.write_bytes(ends.get(how, data + noise))
    desk.note(f".chronicle/{path.name}: {how}")


def age_cache(desk: Desk) -> None:
    """Give the cache the time of long ago or of the far future, as a clock does that was set."""
    when = desk.chance.choice((_LONG_AGO, _FAR_AHEAD))
    for path in _notes(desk):
        os.utime(path, (when, when))
    desk.note(f".chronicle: times set to {when}")


def put_stranger_into_cache(desk: Desk) -> None:
    folder = desk.root / ".chronicle"
    folder.mkdir(exist_ok=True)
    (folder / "stranger").write_bytes(desk.chance.randbytes(50))
    desk.note(".chronicle/stranger put there")


def _page(desk: Desk, folder: str) -> Path | None:
    pages = sorted(path for path in (desk.root / folder).rglob("*") if path.is_file() and path.suffix != ".json")
    return desk.chance.choice(pages) if pages else None


def remove_page(desk: Desk) -> None:
    if page := _page(desk, desk.chance.choice(("build", ".build.twin"))):
        page.unlink()
        desk.note(f"{page.relative_to(desk.root)} removed")


def change_page(desk: Desk) -> None:
    if page := _page(desk, desk.chance.choice(("build", ".build.twin"))):
        page.write_bytes(page.read_bytes() + b"<p>tampered")
        desk.note(f"{page.relative_to(desk.root)} tampered with")


def put_page(desk: Desk) -> None:
    folder = desk.chance.choice(("build", ".build.twin"))
    if (desk.root / folder).is_dir():
        (desk.root / folder / "stranger.html").write_text("tampered", encoding="utf-8")
        desk.note(f"{folder}/stranger.html put there")


def remove_site(desk: Desk) -> None:
    for folder in desk.chance.choice((("build",), (".build.twin",), ("build", ".build.twin"))):
        shutil.rmtree(desk.root / folder, ignore_errors=True)
        desk.note(f"{folder} removed")


EDITS: tuple[Edit, ...] = (
    *(touch, set_times, change_in_secret, replace_in_secret, add_in_secret, swap, settle),
    *(lose_cache, break_cache, break_cache, age_cache, put_stranger_into_cache),
)
TAMPERINGS: tuple[Edit, ...] = (remove_page, change_page, put_page, remove_site)
"""What is done to the published site: a build may refuse to go on until it is forced to, and never keeps it."""
