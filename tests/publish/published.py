"""Two sites to publish, one after the other, and how to look at what came of it."""

from pathlib import Path

from chronicle.problems.refusal import Refusal
from chronicle.publish import manifest
from chronicle.publish.publish import Published, allow, refuse_strange, standing, workplace
from chronicle.publish.publish import publish as put

# Most files stay, so that a twin is worth keeping.
OLD = {
    "index.html": b"old",
    "events/a.html": b"a",
    "events/b.html": b"",
    "events/c.html": b"c",
    "events/gone.html": b"gone",
    "years/2012.html": b"only in 2012",
}
NEW = {
    "index.html": b"new",
    "events/a.html": b"a",
    "events/b.html": b"",
    "events/c.html": b"c",
    "assets/deep/x.css": b"x",
}
LATER = {**NEW, "events/a.html": b"a, corrected", "events/d.html": b"d"}


def publish(site: dict[str, bytes], out: Path, *, force: bool = False, durable: bool = False) -> Published:
    """Publish a site as a build does: files that stand as they are to be are not written again."""
    allow(out, sources=out.absolute().parent / "chronicle")
    stands = standing(out, {}, 0)
    if not force:
        refuse_strange(out, stands)
    fresh = workplace(out)
    digests = {path: manifest.digest(data) for path, data in site.items()}
    for path, data in site.items():
        if stands.files.get(path) != digests[path]:
            (fresh / path).parent.mkdir(parents=True, exist_ok=True)
            (fresh / path).write_bytes(data)
    return put(fresh, digests, out, stands=stands, durable=durable)


def files(folder: Path) -> dict[str, bytes]:
    """Return what a folder holds but for the manifest."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != manifest.FILE)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def folders(folder: Path) -> set[str]:
    """Return the folders in a folder."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_dir()}


def refusal(out: Path, *, force: bool = False) -> Refusal:
    """Return why the new site is not published."""
    try:
        publish(NEW, out, force=force)
    except Refusal as refused:
        return refused
    raise AssertionError("the new site was published")


def beside(out: Path) -> list[str]:
    """Return what lies in the folder of a site but for the site itself."""
    return sorted(path.name for path in out.parent.iterdir() if path != out)


def twin(out: Path) -> Path:
    """Return where the twin of a site stands."""
    return out.with_name(f".{out.name}.twin")


def is_twin(out: Path) -> bool:
    """Tell whether the twin holds the very files of the site and no others."""
    one, other = ({path: (out / path).stat().st_ino for path in files(out)}, twin(out))
    return one == {path: (other / path).stat().st_ino for path in files(other)}
