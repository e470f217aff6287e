"""The store on real disks that are full or read-only: what is kept is given, and room is made where it can be."""

from contextlib import suppress
from pathlib import Path

import pytest

from readerapp.errors import StoreFull, StoreUnwritable
from readerapp.model import Clip, Mark
from readerapp.store import Kind, Store
from readerapp.text.files import PARTIAL
from tests.mounts import fill, read_only, small_disk

NOTES = Kind("notes", "txt")
COURTESY = Kind("notes", "txt", needed=False)
MEGABYTE = 1_000_000


def key(number: int) -> str:
    return f"{number:04x}" * 16


def leftovers(folder: Path) -> list[Path]:
    return list(folder.rglob(f"*{PARTIAL}"))


def test_a_full_disk_gives_what_is_kept(tmp_path: Path) -> None:
    """With not one byte left, everything kept is read, locked and kept again without complaint."""
    with small_disk(tmp_path / "disk", 2 * MEGABYTE) as disk:
        store = Store(disk / "cache")
        store.put(NOTES, key(1), b"kept")
        store.keep_clip(clip := Clip(key(2), b"\xff" * 144, ()))
        fill(disk)
        again = Store(disk / "cache")
        assert again.get(NOTES, key(1)) == b"kept"
        with again.making(key(3)):
            assert again.clip(key(2)) == clip
        again.put(NOTES, key(1), b"kept")
        again.put(NOTES, key(1), b"other" * 100_000)
        again.put(COURTESY, key(4), b"x" * 100_000)
        again.keep_clip(Clip(key(2), b"\xff" * 500_000, (Mark(0, 1, 0.0, 1.0),)))
        assert (again.get(NOTES, key(1)), again.clip(key(2)), again.get(COURTESY, key(4))) == (b"kept", clip, None)
        assert leftovers(disk) == []


def test_a_disk_full_of_others_things_is_told(tmp_path: Path) -> None:
    """Where nothing of ours can be given up, what must be kept anew raises StoreFull, and nothing is left of it."""
    with small_disk(tmp_path / "disk", MEGABYTE) as disk:
        store = Store(disk / "cache")
        fill(disk)
        with pytest.raises(StoreFull) as told:
            store.put(NOTES, key(1), b"x" * 100_000)
        assert not isinstance(told.value, StoreUnwritable)
        assert leftovers(disk) == []
        assert "space" in (store.trouble() or "")


def test_a_disk_full_of_our_own_makes_room(tmp_path: Path) -> None:
    """Four times as much as the disk holds is kept without one refusal; what was written last is there."""
    with small_disk(tmp_path / "disk", 2 * MEGABYTE) as disk:
        store = Store(disk / "cache")
        for number in range(160):
            store.keep_clip(Clip(key(number), bytes([number]) * 50_000, ()))
            assert store.clip(key(number)) is not None
        assert store.clip(key(0)) is None
        assert leftovers(disk) == []


def test_writing_goes_on_where_the_disk_was_full(tmp_path: Path) -> None:
    """A recording that is joined from a stream that cannot be wound back is whole, although room was made within it."""
    with small_disk(tmp_path / "disk", 2 * MEGABYTE) as disk:
        store = Store(disk / "cache")
        for number in range(30):
            store.keep_clip(Clip(key(number), bytes(50_000), ()))
        frames = [bytes([number]) * 40_000 for number in range(20)]
        assert store.keep_audio(key(99), iter(frames)) == 800_000
        (file,) = disk.rglob("*.mp3")
        assert file.read_bytes() == b"".join(frames)


def test_a_read_only_disk_gives_what_is_kept(tmp_path: Path) -> None:
    """Everything kept is read and locked; what must be kept anew raises StoreUnwritable, a StoreFull."""
    folder = tmp_path / "cache"
    store = Store(folder)
    store.put(NOTES, key(1), b"kept")
    store.keep_clip(clip := Clip(key(2), b"\xff" * 144, ()))
    assert store.trouble() is None
    with read_only(folder):
        again = Store(folder, limit=1)
        assert (again.get(NOTES, key(1)), again.clip(key(2))) == (b"kept", clip)
        again.put(NOTES, key(1), b"other")
        again.put(COURTESY, key(3), b"x")
        with again.making(key(9)), pytest.raises(StoreUnwritable):
            again.put(NOTES, key(9), b"x")
        assert again.forget(NOTES, key(1)) == again.pruning.prune(0) == 0
        assert again.get(NOTES, key(1)) == b"kept"
        assert "Read-only" in (again.trouble() or "")


def test_a_folder_of_somebody_else_is_told(tmp_path: Path) -> None:
    """A file where the folder should be is StoreUnwritable on writing, and nothing kept on reading."""
    place = tmp_path / "cache"
    place.write_text("a file")
    store = Store(place)
    assert store.get(NOTES, key(1)) is None
    assert list(store.entries()) == []
    with pytest.raises(StoreUnwritable):
        store.put(NOTES, key(1), b"x")
    assert store.trouble()


def test_an_object_larger_than_the_disk_is_told(tmp_path: Path) -> None:
    """What can never fit raises StoreFull once all the room there is was made; it does not try for ever."""
    with small_disk(tmp_path / "disk", MEGABYTE) as disk:
        store = Store(disk / "cache")
        for number in range(10):
            with suppress(StoreFull):
                store.keep_clip(Clip(key(number), bytes(50_000), ()))
        with pytest.raises(StoreFull):
            store.put(NOTES, key(99), bytes(2 * MEGABYTE))
        assert leftovers(disk) == []
        store.put(NOTES, key(98), b"small")
        assert store.get(NOTES, key(98)) == b"small"
