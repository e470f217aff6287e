"""Nobody waits for ever for a PostgreSQL: not for another machine's lock, not for a server that stands still."""

import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from sqlalchemy import Connection, text

from readerapp.accounts import ReportRow
from readerapp.accounts import database as room
from readerapp.accounts.database import Database
from readerapp.accounts.rows import ReportRows
from readerapp.errors import DatabaseSilent
from tests.postgresql import PostgreSQL


@pytest.fixture
def machines(postgresql: PostgreSQL, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Database, Database]]:
    """Two machines that share a server, with little patience."""
    monkeypatch.setattr(room, "_LIMITS", {**room._LIMITS, "lock_timeout": 1})
    monkeypatch.setattr(room, "_TURN_SECONDS", 0.1)
    address = postgresql.empty()
    with ExitStack() as rest:
        made = Database(address), Database(address)
        for each in made:
            rest.callback(each.close)
        yield made


def row(number: int) -> ReportRow:
    return ReportRow(f"{number:064x}", "sv", "new", float(number), "x" * 1000)


def test_a_lock_that_another_machine_keeps_is_given_up(machines: tuple[Database, Database]) -> None:
    """Who waits for it is told that the database does not answer, and the machine that holds it goes on."""
    first, second = machines
    with first.writing() as holding:
        first.lock(holding, "ru")
        with pytest.raises(DatabaseSilent), second.writing() as waiting:
            second.lock(waiting, "ru")
        assert holding.execute(text("SELECT 1")).scalar() == 1
    with second.writing() as free:
        second.lock(free, "ru")


def test_a_server_that_stands_still_holds_few(machines: tuple[Database, Database]) -> None:
    """So many callers of a process as may wait do; the next one is told, and goes on."""
    database, _ = machines
    standing: list[int] = []
    asking = threading.Semaphore(0)

    def ask() -> None:
        with database.reading() as connection:
            standing.append(connection.execute(text("SELECT pg_backend_pid()")).scalar_one())
            asking.release()
            over.wait()
            connection.execute(text("SELECT 1"))

    over = threading.Event()
    threads = [threading.Thread(target=ask) for _ in range(room._CALLERS)]
    for thread in threads:
        thread.start()
    for _ in threads:
        assert asking.acquire(timeout=60)
    for process in standing:
        os.kill(process, signal.SIGSTOP)
    over.set()
    try:
        with pytest.raises(DatabaseSilent), database.reading():
            pytest.fail("one more")
    finally:
        for process in standing:
            os.kill(process, signal.SIGCONT)
    for thread in threads:
        thread.join()
    with database.reading() as connection:
        assert connection.execute(text("SELECT 1")).scalar() == 1


class Meeting(ReportRows):
    """Makes room when another machine is about to do so too."""

    barrier = threading.Barrier(2)

    def _make_room(self, connection: Connection) -> None:
        self.barrier.wait(60)
        super()._make_room(connection)


def test_who_makes_room_waits_for_nobody(machines: tuple[Database, Database]) -> None:
    """Two machines have changed one of the oldest reports each, and make room: both are kept, and others go."""
    rows = ReportRows(machines[0], 20_000)
    for number in range(20):
        with rows.changing(row(number).key) as (_, put):
            put(row(number))

    def change(database: Database, number: int) -> None:
        with Meeting(database, 20_000).changing(row(number).key) as (_, put):
            put(row(number)._replace(last_at=100.0, content="y" * 1500))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(change, machines, (0, 1)))
    contents = rows.all()
    assert contents.count("y" * 1500) == 2
    assert sum(map(len, contents)) <= 20_000
