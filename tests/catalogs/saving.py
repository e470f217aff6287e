"""Saves texts of a catalogue as the workbench does, in a process of its own, until it is done or killed.

Called as `python -m tests.catalogs.saving FOLDER DATABASE AUTHOR FIRST COUNT`: the Swedish texts from number FIRST on
get the author's name and a number, each by its mark as it was seen; what clashes is seen again and saved then. Each
text that is saved is told on a line, when it is in the file and in the database.
"""

import sys
from pathlib import Path

from readerapp.accounts.room import Room
from readerapp.catalogs import Clash, Saved, Texts, Wish
from readerapp.workbench import Workbench


def save(folder: Path, bench: Workbench, author: str, number: int) -> int:
    """Save one text; how often it clashed."""
    seen = Texts(folder).of("sv")[number]
    clashes = 0
    while True:
        forms = tuple(f"{author} {number}" for _ in seen.forms)
        done = bench.texts.save(Wish("sv", seen.key, forms, review=True, seen=seen.mark), author, "saved")
        if isinstance(done, Saved):
            return clashes
        assert isinstance(done, Clash)
        clashes, seen = clashes + 1, done.now


def main() -> None:
    """Save them all."""
    folder, database, author, first, count = sys.argv[1:]
    room = Room(database)
    bench = Workbench(Path(folder), Path(folder) / "lexicons", lambda: room.edits)
    print("ready", flush=True)
    sys.stdin.readline()
    for number in range(int(first), int(first) + int(count)):
        save(Path(folder), bench, author, number)
        print(number, flush=True)


if __name__ == "__main__":
    main()
