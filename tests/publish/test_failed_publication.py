"""A publication that fails leaves the old site as it was, and the next one clears up."""

import errno
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import NoReturn

import pytest
from published import LATER, NEW, OLD, beside, files, publish, refusal, twin

from chronicle.problems.refusal import Refusal
from chronicle.publish import durable, manifest, swap, tree
from chronicle.publish import twin as twins
from chronicle.publish.exchange import exchange
from chronicle.publish.manifest import FILE
from chronicle.publish.publish import Standing, abandon, standing, unwritten, workplace
from chronicle.publish.publish import publish as put


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "build"


def failing(number: int) -> OSError:
    return OSError(number, os.strerror(number), "place")


def test_an_error_of_the_disk_is_told_with_its_reason_and_place() -> None:
    found = unwritten(failing(errno.ENOSPC))
    assert found.message == "the site could not be written: No space left on device: place"
    assert found.help == "mend that, or publish elsewhere with --out; what was published has not changed"


def test_a_parent_that_is_no_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    assert "Not a directory" in refusal(tmp_path / "file" / "build").message


def test_a_name_that_is_too_long_is_refused(tmp_path: Path) -> None:
    assert "File name too long" in refusal(tmp_path / ("x" * 300)).message


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_parent_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    tmp_path.chmod(0o555)
    try:
        assert "Permission denied" in refusal(tmp_path / "build").message
    finally:
        tmp_path.chmod(0o755)


def test_a_failed_exchange_leaves_the_old_site_untouched(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, out)

    def broken(_one: Path, _other: Path) -> NoReturn:
        raise failing(errno.EIO)

    monkeypatch.setattr(swap, "exchange", broken)
    assert "Input/output error" in refusal(out).message
    assert files(out) == OLD
    assert beside(out) == []


def test_a_failed_second_rename_puts_the_old_site_back(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, out)
    rename = Path.rename

    def second_fails(path: Path, target: Path) -> Path:
        if path.name == ".build.next":
            raise failing(errno.EIO)
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(swap, "exchange", lambda _one, _other: False)
        patched.setattr(Path, "rename", second_fails)
        assert "Input/output error" in refusal(out).message
    assert files(out) == OLD
    assert beside(out) == []


def test_a_site_that_cannot_be_put_back_at_once_is_kept_and_comes_back_with_the_next_build(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)
    rename = Path.rename

    def first_works(path: Path, target: Path) -> Path:
        if target == out:
            raise failing(errno.EIO)
        return rename(path, target)

    with monkeypatch.context() as patched:
        patched.setattr(swap, "exchange", lambda _one, _other: False)
        patched.setattr(Path, "rename", first_works)
        assert refusal(out).help == f"the published site stands at {out.with_name('.build.old')} until the next build"
        abandon(out)
        with pytest.raises(Refusal, match="could not be put back: Input/output error"):
            standing(out, {}, 0)
    assert not out.exists()
    assert standing(out, {}, 0).files.keys() == OLD.keys()
    assert files(out) == OLD
    assert beside(out) == []


@pytest.mark.parametrize("last", [OLD, NEW, LATER])
def test_an_interruption_before_the_exchange_leaves_the_old_site_and_no_litter(
    out: Path, monkeypatch: pytest.MonkeyPatch, last: dict[str, bytes]
) -> None:
    for site in (OLD, NEW):
        publish(site, out)

    def interrupted(_one: Path, _other: Path) -> NoReturn:
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr(swap, "exchange", interrupted)
        with pytest.raises(KeyboardInterrupt):
            publish({**last, "more.html": b"more"}, out)
    assert files(out) == NEW
    assert set(beside(out)) <= {".build.twin"}


def test_an_interruption_after_the_exchange_leaves_the_new_site_and_no_litter(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)

    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr(twins, "keep", interrupted)
    with pytest.raises(KeyboardInterrupt):
        publish(NEW, out)
    assert files(out) == NEW
    assert beside(out) == []


def test_a_twin_that_cannot_be_made_does_not_fail_the_publication(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    publish(OLD, out)

    def broken(*_: object) -> NoReturn:
        raise failing(errno.EMLINK)

    monkeypatch.setattr(twins, "make_folders", broken)
    assert publish(NEW, out).remark == ""
    assert files(out) == NEW
    assert beside(out) == []


def test_an_old_site_that_cannot_be_removed_does_not_fail_the_new_one(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)
    site = {path: data + b"!" for path, data in NEW.items()}

    def stuck(path: Path) -> NoReturn:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    with monkeypatch.context() as patched:
        patched.setattr(shutil, "rmtree", stuck)
        assert "could not be removed: Permission denied" in publish(site, out).remark
    assert files(out) == site
    publish(NEW, out)
    assert files(out) == NEW
    assert beside(out) == []


def test_a_file_that_was_cut_short_after_it_was_handed_over_is_not_published(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for site in (OLD, NEW):
        publish(site, out)
    make_folders = tree.make_folders

    def and_cut(root: Path, paths: list[str]) -> None:
        (out.with_name(".build.fresh") / "events" / "d.html").write_bytes(b"")
        make_folders(root, paths)

    monkeypatch.setattr(twins, "make_folders", and_cut)
    with pytest.raises(Exception, match="did not arrive whole"):
        publish({**NEW, "events/d.html": b"d"}, out)
    assert files(out) == NEW


@pytest.mark.parametrize("name", [".build.fresh", ".build.next", ".build.old"])
def test_the_leftovers_of_a_killed_run_are_cleared_away(out: Path, name: str) -> None:
    publish(OLD, out)
    (out.with_name(name) / "events").mkdir(parents=True)
    (out.with_name(name) / "events" / "half.html").write_bytes(b"ha")
    publish(NEW, out)
    assert files(out) == NEW
    assert beside(out) == [".build.twin"]


def test_an_old_site_that_stands_where_the_next_one_is_made_is_not_taken_for_it(out: Path) -> None:
    publish(OLD, out)
    shutil.copytree(out, out.with_name(".build.next"))
    publish(NEW, out)
    publish(LATER, out)
    assert files(out) == LATER


def test_durable_files_and_folders_are_on_the_disk_before_the_exchange_and_the_exchange_after(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(OLD, out)
    told: list[str] = []
    flush = durable.flush

    def heard(path: str | Path) -> None:
        told.append(os.path.relpath(path, out.parent))
        flush(path)

    def exchanged(one: Path, other: Path) -> bool:
        told.append("exchange")
        return exchange(one, other)

    monkeypatch.setattr(durable, "flush", heard)
    monkeypatch.setattr(swap, "flush", heard)
    monkeypatch.setattr(swap, "exchange", exchanged)
    publish(NEW, out, durable=True)
    before, after = told[: told.index("exchange")], told[told.index("exchange") + 1 :]
    folders = {"", "/events", "/assets", "/assets/deep"}
    assert set(before) == {f".build.next{path}" for path in folders | {f"/{path}" for path in NEW} | {f"/{FILE}"}}
    assert after == ["."]


# ------------------------------------------------------------------ a disk that is really full


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 64 kB with 40 names, where that is allowed."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k,nr_inodes=40", "none", str(place)]
    if os.geteuid() != 0 or subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("no disk can be mounted")
    yield place
    subprocess.run(["umount", str(place)], check=True)


def told_of(site: dict[str, bytes], out: Path) -> str:
    """Publish a site; return the disk's own reason where it could not be, else ""."""
    try:
        publish(site, out)
    except OSError as error:
        return error.strerror or ""
    except Refusal as refused:
        return refused.message.split(": ")[1]
    return ""


@pytest.mark.parametrize("names", range(14))
def test_a_disk_without_names_left_leaves_the_old_site_untouched(small_disk: Path, names: int) -> None:
    out = small_disk / "build"
    publish(OLD, out)
    before = standing(out, {}, 0).files
    used = os.statvfs(small_disk).f_ffree
    spare = small_disk / "spare"
    spare.mkdir()
    for number in range(used - 1 - names):
        (spare / str(number)).touch()
    told = told_of(NEW, out)
    assert told in ("", "No space left on device")
    if told:
        abandon(out)
        assert (files(out), beside(out)) == (OLD, ["spare"])
        assert standing(out, {}, 0).files == before
        shutil.rmtree(spare)
        publish(NEW, out)
    assert files(out) == NEW


def test_a_full_disk_leaves_the_old_site_untouched_and_no_empty_file(small_disk: Path) -> None:
    out = small_disk / "build"
    site = {f"events/{number}.html": b"x" * 4000 for number in range(9)}
    publish(site, out)
    stands, fresh = standing(out, {}, 0), workplace(out)
    (fresh / "events").mkdir()
    (fresh / "events" / "new.html").write_bytes(b"new")
    (small_disk / "spare").write_bytes(b"x" * os.statvfs(small_disk).f_bavail * 4096)
    digests = stands.files | {"events/new.html": manifest.digest(b"new")}
    with pytest.raises(Refusal, match="No space left on device"):
        put(fresh, digests, out, stands=stands)
    assert (files(out), beside(out)) == (site, ["spare"])


def test_a_workplace_on_a_full_disk_is_refused(small_disk: Path) -> None:
    for number in range(os.statvfs(small_disk).f_ffree):
        (small_disk / str(number)).touch()
    with pytest.raises(Refusal, match="No space left on device"):
        workplace(small_disk / "build")
    assert standing(small_disk / "build", {}, 0) == Standing()


def test_a_twin_is_left_by_a_failure_as_it_was_or_not_at_all(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for site in (OLD, NEW):
        publish(site, out)

    def broken(_one: Path, _other: Path) -> NoReturn:
        raise failing(errno.EIO)

    with monkeypatch.context() as patched:
        patched.setattr(swap, "exchange", broken)
        with pytest.raises(Refusal):
            publish(LATER, out)
    assert files(out) == NEW
    assert not twin(out).exists()
    publish(LATER, out)
    assert files(out) == files(twin(out)) == LATER
