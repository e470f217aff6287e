"""Saves a text or a word as the workbench does, and is killed at one step of it.

Called as `python -m tests.workbench.dying FOLDER DATABASE SUBJECT STEP AUTHOR NUMBER`. The steps are told below, in the
order in which they come; at the last one nobody is killed.
"""

import os
import secrets
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection

from readerapp import speech
from readerapp.accounts.database import Database
from readerapp.accounts.edits import Edits
from readerapp.accounts.room import Room
from readerapp.catalogs import Texts, Wish
from readerapp.speech import Entry
from readerapp.text import files
from readerapp.workbench import Workbench, agreement

STEPS = ("begun", "kept", "drafted", "committed", "renamed", "noted", "done")
BEFORE = STEPS[:3]
"""Steps at which the database does not have the edit yet."""


def die() -> None:
    """As by kill -9."""
    os.kill(os.getpid(), signal.SIGKILL)


def dying_at(step: str) -> None:
    """Have this process killed there, if it is one of the steps."""
    if step == "begun":
        Edits.keeping = lambda *_: die()
    elif step == "kept":
        vars(secrets)["token_hex"] = lambda _: die()  # as the draft gets its name
    elif step in {"drafted", "committed"}:
        real = Database.deciding

        @contextmanager
        def deciding(self: Database) -> Iterator[tuple[Connection, Callable[[], None]]]:
            with real(self) as (connection, commit):

                def committing() -> None:
                    if step == "committed":
                        commit()
                    die()

                yield connection, committing

        setattr(Database, "deciding", deciding)  # noqa: B010 - mypy takes it for another kind of method
    elif step == "renamed":
        files._sync = lambda folder: die()
    elif step == "noted":
        agreement.Agreement.note = lambda *_: die()


def main() -> None:
    """Save once."""
    folder, database, subject, step, author, number = sys.argv[1:]
    room = Room(database)
    bench = Workbench(Path(folder), Path(folder) / "lexicons", lambda: room.edits)
    bench.agree()
    _ = room.edits.name
    dying_at(step)
    if subject == "text":
        entry = Texts(Path(folder)).of("sv")[int(number)]
        forms = tuple(f"{author} {number}" for _ in entry.forms)
        bench.texts.save(Wish("sv", entry.key, forms, review=True, seen=entry.mark), author, "saved")
    else:
        word = Entry(f"Ord{number}", author)
        mark = speech.mark(speech.own(bench.words.file("sv"), word.grapheme))
        bench.words.save(word, "sv", mark, (author, "saved"))
    print("saved", flush=True)


if __name__ == "__main__":
    main()
