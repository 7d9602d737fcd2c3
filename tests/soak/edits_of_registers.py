"""What editors do to registers."""

from desk import Desk, Record, read, write
from edits_of_records import Edit


def _entry(desk: Desk, register: str, id_: str, changes: Record) -> None:
    path = desk.register(register)
    entries = read(path)
    entry = {**entries.get(id_, {}), **changes}
    write(path, entries | {id_: {key: value for key, value in entry.items() if value is not None}})
    desk.note(f"{register}: {id_}: {changes!r}")


def rename_actor(desk: Desk) -> None:
    _entry(desk, "actors", desk.chance.choice(desk.ids("actors")), {"name": f"Force {desk.word()}"})


def add_spelling(desk: Desk) -> None:
    register = desk.chance.choice(("actors", "locations"))
    _entry(desk, register, desk.chance.choice(desk.ids(register)), {"also": [f"Spelt {desk.word()}"]})


def move_place(desk: Desk) -> None:
    wholes = desk.chance.choice((["governorate"], ["east"], ["country", "east"], None))
    _entry(desk, "locations", desk.chance.choice(("main", "farmland", "kobani", "homonym-north")), {"in": wholes})


def move_point(desk: Desk) -> None:
    point = [f"{desk.chance.uniform(33, 37):.3f}", f"{desk.chance.uniform(36, 41):.3f}"]
    _entry(desk, "locations", desk.chance.choice(("kobani", "main")), {"point": desk.chance.choice((point, None))})


def change_source(desk: Desk) -> None:
    changes = desk.chance.choice(({"title": desk.word()}, {"publisher": desk.word()}, {"published": "2021-06-30"}))
    _entry(desk, "sources", "dated", changes)


def change_type(desk: Desk) -> None:
    changes = desk.chance.choice(({"label": {"en": desk.word()}}, {"definition": desk.word()}, {"family": None}))
    _entry(desk, "types", "strike", changes)


def add_entry(desk: Desk) -> None:
    id_ = f"added-{desk.serial()}"
    if desk.chance.random() < 0.5:
        _entry(desk, "locations", id_, {"name": f"Place {desk.word()}", "kind": "village", "in": ["east"]})
    else:
        _entry(desk, "actors", id_, {"name": f"Group {desk.word()}", "part_of": ["coalition"]})


def remove_entry(desk: Desk) -> None:
    """Take an entry away: where it is used, both builds name who uses it."""
    register = desk.chance.choice(("locations", "actors", "sources", "types"))
    added = [id_ for id_ in desk.ids(register) if id_.startswith("added-")]
    id_ = desk.chance.choice(added or desk.ids(register))
    path = desk.register(register)
    write(path, {key: value for key, value in read(path).items() if key != id_})
    desk.note(f"{register}: {id_} removed")


def rename_entry(desk: Desk) -> None:
    path = desk.register("actors")
    id_ = desk.chance.choice(desk.ids("actors"))
    new = f"renamed-{desk.serial()}"
    entries = {new if key == id_ else key: value for key, value in read(path).items()}
    entries[new] = {**entries[new], "formerly": [id_]}
    write(path, entries)
    desk.note(f"actors: {id_} is now {new}")


def file_register_apart(desk: Desk) -> None:
    """Move a register into a folder of its own, as two files."""
    path = desk.register("sources")
    entries = list(read(path).items())
    folder = path.with_suffix("")
    if folder.exists() or len(entries) < 2:
        return
    write(folder / "some.yaml", dict(entries[1:]))
    write(path, dict(entries[:1]))
    desk.note("sources: in two files")


EDITS: tuple[Edit, ...] = (
    *(rename_actor, add_spelling, move_place, move_point, change_source, change_type, add_entry, remove_entry),
    *(rename_entry, file_register_apart),
)
