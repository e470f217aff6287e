"""Saves texts of a catalogue as the workbench does, in processes of their own, until they are done or killed.

Called as `python -m tests.catalogs.saving FOLDER DATABASE`, with a line AUTHOR FIRST COUNT for each process: the
Swedish texts from number FIRST on get the author's name and a number, each by its mark as it was seen; what clashes is
seen again and saved then. Told on lines: the number of the process, each text when it is in the file and in the
database, and `over` when the process is no more. The processes are forks: hundreds of them load the program once.
"""

import os
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


def save_all(folder: Path, database: str, author: str, first: int, count: int) -> None:
    """Save some, with connections and locks of one's own."""
    room = Room(database)
    bench = Workbench(folder, folder / "lexicons", lambda: room.edits)
    for number in range(first, first + count):
        save(folder, bench, author, number)
        print(number, flush=True)


def main() -> None:
    """A process for each line, one after the other."""
    folder, database = Path(sys.argv[1]), sys.argv[2]
    print("ready", flush=True)
    for line in sys.stdin:
        author, first, count = line.split()
        child = os.fork()
        if not child:
            save_all(folder, database, author, int(first), int(count))
            os._exit(0)
        print(child, flush=True)
        _, status = os.waitpid(child, 0)
        print("over" if status in {0, 9} else f"failed with {status}", flush=True)


if __name__ == "__main__":
    main()
