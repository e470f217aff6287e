"""The store stays within its size whatever is written, and counting costs next to nothing."""

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from readerapp.model import Clip, Document, Plan
from readerapp.store import Kind, Store, contents
from readerapp.store.contract import Entry, KeyWrong
from readerapp.store.local import LocalFolder
from tests.store.test_store import clip, plan

NOTES = Kind("notes", "txt", durable=False)
NOW = datetime(2026, 11, 29, 1, 0, tzinfo=UTC)
LIMIT = 100_000


def key(number: int) -> str:
    return f"{number:08x}" * 8


def size(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and "locks" not in path.parts)


class Counted(LocalFolder):
    """A folder that counts how often it is looked through, and how many objects it tells of and drops."""

    walks = steps = 0

    def entries(self, room: str | None = None) -> Iterator[Entry]:
        self.walks += 1
        for entry in super().entries(room):
            self.steps += 1
            yield entry

    def drop(self, entry: Entry) -> int:
        self.steps += 1
        return super().drop(entry)


def counted(folder: Path, limit: int | None = None) -> tuple[Store, Counted]:
    store = Store(folder, limit)
    objects = Counted(folder, store.pruning.make_room)
    store.objects = store.pruning._objects = objects
    return store, objects


def page(number: int) -> Document:
    address = f"https://a.se/{number}"
    return Document.of("x" * 3000, address, NOW)


def write(store: Store, number: int) -> None:
    """One of each kind, some 8 kB in all."""
    store.keep_document(page(number))
    store.keep_plan(plan(f"https://a.se/{number}", key(number)))
    store.keep_clip(clip(key(number), 2000))
    store.keep_audio(key(number), [bytes(1000)])
    store.put(NOTES, key(number), bytes(1000))
    store.put(NOTES, key(number + 1_000_000), bytes(1000))


def test_the_limit_is_held_whatever_is_written(tmp_path: Path) -> None:
    """Pages opened by the dozen, with nobody listening, never take more than the setting allows."""
    store = Store(tmp_path, LIMIT)
    for number in range(60):
        write(store, number)
        assert size(tmp_path) <= LIMIT
    assert store.has(NOTES, key(59))
    assert not store.has(NOTES, key(0))
    assert size(tmp_path) > LIMIT / 2


def test_the_newest_of_each_kind_stays(tmp_path: Path) -> None:
    """A limit smaller than one page forgets all but the page that is being opened."""
    store = Store(tmp_path, 100)
    for number in range(3):
        write(store, number)
    assert {used.room: used.files for used in contents.usage(store) if used.files} == {
        "pages": 1,
        "plans": 1,
        "clips": 1,
        "recordings": 1,
        "notes": 1,
    }
    assert store.document("https://a.se/2")


def test_two_processes_share_the_count(tmp_path: Path) -> None:
    """What one has written counts for the other, although neither alone is past the limit."""
    one, other = Store(tmp_path, LIMIT), Store(tmp_path, LIMIT)
    for number in range(20):
        one.put(NOTES, key(number), bytes(LIMIT // 25))
        other.put(NOTES, key(number + 100), bytes(LIMIT // 25))
        assert size(tmp_path) <= LIMIT


def test_counting_looks_nothing_through(tmp_path: Path) -> None:
    """A thousand writes below the limit look through the folder once; past it, once for each tenth of the limit."""
    store, objects = counted(tmp_path / "roomy", 10**9)
    for number in range(1000):
        store.put(NOTES, key(number), bytes(100))
    assert objects.walks == 1
    store, objects = counted(tmp_path / "tight", LIMIT)
    for number in range(1000):
        store.put(NOTES, key(number), bytes(1000))
    assert objects.walks <= 2 + 1_000_000 / (LIMIT / 10)


def test_a_lost_count_is_made_anew(tmp_path: Path) -> None:
    """Without the file that holds the count, or with one that is a day old, the next write counts what is there."""
    store = Store(tmp_path)
    for number in range(30):
        store.put(NOTES, key(number), bytes(LIMIT // 20))
    (tmp_path / "locks" / "count").unlink()
    Store(tmp_path, LIMIT).put(NOTES, key(98), bytes(LIMIT // 20))
    assert size(tmp_path) <= LIMIT
    store.put(NOTES, key(50), bytes(LIMIT))
    (tmp_path / "locks" / "count").write_bytes(bytes(16))
    Store(tmp_path, LIMIT).put(NOTES, key(99), bytes(LIMIT // 20))
    assert size(tmp_path) <= LIMIT


STRANGE = [
    "",
    "..",
    "../../etc/passwd",
    "a" * 63,
    "a" * 65,
    "A" * 64,
    "g" * 64,
    "/" * 64,
    "a" * 64 + "\n",
    "٣" * 64,
    "../" * 21 + "a",
    "\0" * 64,
]


@pytest.mark.parametrize("strange", STRANGE)
def test_no_key_leaves_the_folder(tmp_path: Path, strange: str) -> None:
    """What is not 64 hexadecimal digits is not kept, and cannot be; nothing is made for it anywhere."""
    store = Store(tmp_path / "cache")
    assert [store.get(NOTES, strange), store.clip(strange), store.plan(strange), store.sound(strange)] == [None] * 4
    assert not store.has(NOTES, strange)
    assert store.forget(NOTES, strange) == 0
    store.objects.touch(NOTES, strange)
    with pytest.raises(KeyWrong):
        store.put(NOTES, strange, b"x")
    with pytest.raises(KeyWrong):
        store.keep_clip(Clip(strange, b"x", ()))
    with pytest.raises(KeyWrong), store.making(strange):
        pass
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


def steps(folder: Path, pages: int) -> dict[str, int]:
    """What each of the operator's questions costs with so many pages, each of three sentences, one of them shared."""
    store, objects = counted(folder)
    for number in range(pages):
        store.keep_document(page(number))
        store.keep_plan(plan(f"https://a.se/{number}", key(1), key(2 * number + 10), key(2 * number + 11)))
        for sentence in (1, 2 * number + 10, 2 * number + 11):
            store.keep_clip(clip(key(sentence)))
    cost = {}

    def measured(name: str, result: object) -> None:
        cost[name] = objects.steps
        objects.steps = 0
        assert result

    objects.steps = 0
    measured("usage", contents.usage(store))
    measured("plans", list(contents.plans(store)))
    measured("clear", contents.clear(store, "https://a.se/0"))
    measured("prune", store.pruning.prune(size(folder) // 2))
    measured("clear all", contents.clear_all(store))
    return cost


def test_the_operators_lists_grow_with_what_is_kept(tmp_path: Path) -> None:
    """Four times the pages cost four times the steps in usage, plans, clear and prune, and no more."""
    few, many = steps(tmp_path / "few", 20), steps(tmp_path / "many", 80)
    assert set(few) == {"usage", "plans", "clear", "prune", "clear all"}
    assert all(many[name] <= 4.4 * cost for name, cost in few.items()), (few, many)


def test_what_is_used_keeps_its_place(tmp_path: Path) -> None:
    """Reading by any verb counts as use: what was read last outlives what was written last."""
    store = Store(tmp_path)
    for number in range(4):
        store.put(NOTES, key(number), bytes(1000))
        os.utime(store.objects.address(NOTES, key(number)).path, (time.time() - 100 + number,) * 2)
    assert store.get(NOTES, key(0))
    store.put(NOTES, key(1), bytes(1000))
    store.pruning.prune(2000)
    assert [store.has(NOTES, key(number)) for number in range(4)] == [True, True, False, False]


def test_forgetting_a_page_forgets_all_that_is_kept_under_its_keys(tmp_path: Path) -> None:
    """Other kinds that other rooms keep for a plan or a page go with it."""
    store = Store(tmp_path)
    store.keep_plan(made := plan("https://a.se/", key(1)))
    store.put(NOTES, made.key, b"how far it has come")
    store.put(NOTES, key(2), b"of another")
    contents.clear(store, "https://a.se/")
    assert isinstance(made, Plan)
    assert (store.has(NOTES, made.key), store.has(NOTES, key(2))) == (False, True)
