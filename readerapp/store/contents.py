"""What an operator asks of the store: how much it holds, which pages, and to forget one of them."""

from collections.abc import Iterator
from pathlib import PurePath

import msgspec

from ..model import Plan
from .contract import Entry
from .keys import address_key
from .kinds import CLIPS, PLANS, PREPARED
from .store import Store

ROOMS = ("pages", "prepared", "plans", "clips", "recordings")


class Usage(msgspec.Struct, frozen=True):
    """Files and bytes in one room of the store."""

    room: str
    files: int
    bytes: int


class OfPage(msgspec.Struct, frozen=True):
    """What everything that is kept of a page, and has a key of its own, tells beside other things."""

    address: str


def usage(store: Store) -> list[Usage]:
    """How much each room holds; those that always are come first."""
    sizes: dict[str, list[int]] = {room: [] for room in ROOMS}
    for entry in store.entries():
        sizes.setdefault(entry.room, []).append(entry.size)
    return [Usage(room, len(lengths), sum(lengths)) for room, lengths in sizes.items()]


def plans(store: Store) -> Iterator[Plan]:
    """Every plan in the store that can be read."""
    for entry in store.entries(PLANS):
        if plan := store.plan(PurePath(entry.name).stem, heard=False):
            yield plan


def clear(store: Store, address: str) -> int:
    """Forget one page: what was fetched, its plans and all that is kept for them, and clips that no other page uses.

    What is prepared and cannot be read goes too, since it may be of that page. Bytes freed.
    """
    ours, clips, others = {address_key(address)}, set[str](), set[str]()
    for plan in plans(store):
        mine = plan.address == address
        if mine:
            ours.add(plan.key)
        (clips if mine else others).update(line.clip for line in plan.utterances)
    gain = sum(store.forget(CLIPS, clip) for clip in clips - others)
    for entry in store.entries(PREPARED):
        page = store.load(PREPARED, key := PurePath(entry.name).stem, OfPage, used=False)
        if page is None or page.address == address:
            ours.add(key)
    return gain + _drop(store, [entry for entry in store.entries() if PurePath(entry.name).stem in ours])


def clear_all(store: Store) -> int:
    """Forget everything. Bytes freed."""
    return _drop(store, list(store.entries()))


def _drop(store: Store, entries: list[Entry]) -> int:
    gain = sum(map(store.objects.drop, entries))
    store.pruning.wrote(-gain)
    return gain
