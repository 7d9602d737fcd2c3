"""The order of stages: from a chronicle's folder to its published site."""

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from chronicle.build.header import header_of
from chronicle.build.inputs import taken, taken_further
from chronicle.build.outcome import Outcome, Progress, Wish
from chronicle.build.store import FOLDER, DamagedError, Store
from chronicle.places import SETTINGS
from chronicle.publish.allow import allow
from chronicle.publish.places import places
from chronicle.publish.removal import clear
from chronicle.publish.turn import turn

_AS_USUAL = Wish()


def build(
    root: Path,
    out: Path,
    wish: Wish = _AS_USUAL,
    *,
    progress: Progress,
    told: Callable[[str], None] = lambda _words: None,
    now: Callable[[], int] = time.time_ns,
    hold: Callable[[object], None] = lambda _made_with: None,
) -> Outcome:
    """Build the site of the chronicle at `root` and publish it at `out`, unless there is an error.

    What the build before kept is taken up where it still holds. `told` hears for which other build this one waits;
    `now` gives the time in ns since 1970, by which alone is told which files can have changed unseen; `hold` is given
    what the site is made with, and may keep it from being taken apart at the end, which takes long. Raise Refusal where
    nothing could be done at all; the published site is then as it was, as after an error.
    """
    allow(out, sources=root, home=wish.home)
    with _turns(root, out, wish, told):
        clear(places(out))
        store = Store(root)
        if wish.clean:
            store.discard()
        try:
            return _built(root, out, wish, store, progress, now, hold)
        except DamagedError:
            # What is kept is a convenience: what cannot be read back is found out anew.
            store.discard()
            return _built(root, out, wish, store, progress, now, hold)
        finally:
            store.close()


@contextmanager
def _turns(root: Path, out: Path, wish: Wish, told: Callable[[str], None]) -> Iterator[None]:
    """Wait until nobody else builds this chronicle, or into this folder."""
    with _keeping(root, wish, told), turn(out.absolute().parent, out.name, patience=wish.patience, told=told):
        yield


@contextmanager
def _keeping(root: Path, wish: Wish, told: Callable[[str], None]) -> Iterator[None]:
    """Wait until nobody else keeps anything of this chronicle; where nothing can be kept, nobody waits."""
    folder = root / FOLDER
    if not _can_be_kept(root, folder):
        yield
        return
    with turn(folder, "kept", patience=wish.patience, told=told, place=str(root)):
        yield


def _can_be_kept(root: Path, folder: Path) -> bool:
    if not (root / SETTINGS).is_file():
        return False
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK | os.X_OK)


def _built(
    root: Path,
    out: Path,
    wish: Wish,
    store: Store,
    progress: Progress,
    now: Callable[[], int],
    hold: Callable[[object], None],
) -> Outcome:
    began = now()
    progress("reading", 0, 0)
    header = header_of(store)
    looked = taken(root)
    if not wish.durable and header.holds(looked | taken_further(root, header.further), out):
        return header.outcome(wish)
    # All that makes a site takes longer to load than it takes to tell that nothing has to be made.
    from chronicle.build.course import Course

    course = Course(root, out, wish, store, header, progress, now)
    hold(course)
    return course.run(began, looked)
