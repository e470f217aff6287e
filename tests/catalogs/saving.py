"""Saves texts of a catalogue as the workbench does, in a process of its own, until it is done or killed.

Called as `python -m tests.catalogs.saving FOLDER DATABASE AUTHOR FIRST COUNT`: the Swedish texts from number FIRST on
get the author's name and a number, each by its mark as it was seen; what clashes is seen again and saved then. Each
text that is saved is told on a line, when it is in the file and in the database.
"""

import sys
from pathlib import Path

from readerapp.accounts import Change
from readerapp.accounts.room import Room
from readerapp.catalogs import Clash, Saved, Texts, Wish, change


def save(folder: Path, room: Room, author: str, number: int) -> int:
    """Save one text; how often it clashed."""
    texts = Texts(folder)
    clashes = 0
    seen = texts.of("sv")[number]
    while True:
        forms = tuple(f"{author} {number}" for _ in seen.forms)
        wish = Wish("sv", seen.key, forms, review=True, seen=seen.mark, author=author)
        done = change(folder, wish, lambda saved: keep(room, saved, author))
        if isinstance(done, Saved):
            return clashes
        assert isinstance(done, Clash)
        clashes, seen = clashes + 1, done.now


def keep(room: Room, saved: Saved, author: str) -> None:
    """Note the edit."""
    before, after = saved
    room.edits.note(
        Change("sv", after.key, after.ids[0], before.forms, after.forms, before.mark, after.mark), author, "saved"
    )


def main() -> None:
    """Save them all."""
    folder, database, author, first, count = sys.argv[1:]
    room = Room(database)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(first), int(first) + int(count)):
        save(Path(folder), room, author, number)
        print(number, flush=True)


if __name__ == "__main__":
    main()
