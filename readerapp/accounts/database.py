"""One database: SQLite in a file by default, PostgreSQL by its address; its tables made and brought up to date here."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DatabaseError, DataError, IntegrityError, InterfaceError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from ..errors import DatabaseSilent

MIGRATIONS: Final = Path(__file__).parent / "migrations"
NEWEST: Final = "0004"
"""The last migration; a test compares it with the folder."""
_WAIT_SECONDS: Final = 30
_CONNECT_SECONDS: Final = 5
"""How long a server may take to answer at all, unless its address says otherwise."""
_CALLERS: Final = 8
"""Of a process: so many wait for a server at once, whatever becomes of it. Others have visitors to answer."""
_TURN_SECONDS: Final = 3
_AGAIN_SECONDS: Final = 0.02
_REACH: Final = {"connect_timeout": str(_CONNECT_SECONDS), "keepalives_idle": "30", "tcp_user_timeout": "30000"}
"""A server whose machine is gone is noticed, unless its address says otherwise."""
_LIMITS: Final = {"lock_timeout": 10, "statement_timeout": 30, "idle_in_transaction_session_timeout": 60}
"""Seconds after which a server gives up what another machine holds up, or ends what nobody goes on with."""


class Database:
    """Reads and writes in transactions. Safe for threads, and for any number of processes.

    All of it raises DatabaseSilent where the database does not answer, or not in time.
    """

    def __init__(self, address: str) -> None:
        """`address` is the name of a file, or an address such as postgresql://user:password@host/name."""
        try:
            self._engine = _engine(address)
        except OSError as fault:  # a file that cannot be made
            raise DatabaseSilent(reason=str(fault)) from fault
        self._bring_up_to_date()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A view of the tables as they are now."""
        with _answering(), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """All that is done inside, or none of it. On SQLite one writer at a time, from the beginning."""
        with _answering(), self._engine.connect().execution_options(writes=True) as connection, connection.begin():
            yield connection

    @contextmanager
    def deciding(self) -> Iterator[tuple[Connection, Callable[[], None]]]:
        """As `writing`, but kept only where the function is called that is given along."""
        with _answering(), self._engine.connect().execution_options(writes=True) as connection:
            transaction = connection.begin()
            try:
                yield connection, transaction.commit
            finally:
                if transaction.is_active:
                    transaction.rollback()

    def lock(self, connection: Connection, name: str) -> None:
        """Have nobody else do what goes by this name until the transaction ends."""
        if self.kind == "postgresql":  # SQLite has one writer at a time
            connection.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})

    def copy(self, file: Path) -> bool:
        """Write all of it to a file as it stands now, if it is SQLite; a server has tools of its own."""
        if self.kind != "sqlite":
            return False
        with self._engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("COMMIT")
            connection.execute(text("VACUUM INTO :file"), {"file": str(file)})
        return True

    def can_take(self, file: Path) -> bool:
        """Whether it is a database of ours, of this version or an earlier one."""
        try:
            with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
                version = copy.execute("SELECT version_num FROM alembic_version").fetchone()
                whole = copy.execute("PRAGMA quick_check").fetchone()
        except sqlite3.Error:
            return False
        return bool(version) and str(version[0]) <= NEWEST and whole == ("ok",)

    def take(self, file: Path) -> bool:
        """Have all be as in a copy, if it is SQLite. Others may have it open: they see the old or the new."""
        if self.kind != "sqlite":
            return False
        until = time.monotonic() + _WAIT_SECONDS

        def wait(*_progress: int) -> None:
            if time.monotonic() > until:  # else it would try for ever to get its turn
                raise TimeoutError

        with _answering(), self._engine.connect() as connection, closing(sqlite3.connect(file)) as copy:
            try:
                copy.backup(connection.connection.driver_connection, progress=wait)  # type: ignore[arg-type]  # SQLite's own
            except (sqlite3.Error, TimeoutError) as fault:
                raise DatabaseSilent(reason=str(fault) or "others hold it") from fault
        self._bring_up_to_date()
        return True

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    @property
    def kind(self) -> str:
        """Whose database it is: sqlite, postgresql."""
        return self._engine.dialect.name

    def _bring_up_to_date(self) -> None:
        with self.reading() as connection:
            if _version(connection) == NEWEST:
                return
        with self.writing() as connection:
            self.lock(connection, "tables")
            if _version(connection) != NEWEST:
                migrate(connection)


@contextmanager
def _answering() -> Iterator[None]:
    try:
        yield
    except (DataError, IntegrityError, ProgrammingError):
        raise  # what was asked is wrong, and not the database
    except (DatabaseError, InterfaceError, PoolTimeout) as fault:
        raise DatabaseSilent(reason=str(getattr(fault, "orig", fault)).strip()) from fault


def migrate(connection: Connection, to: str = "head") -> None:
    """Bring the tables to a version, inside the transaction that is open."""
    from alembic import command  # noqa: PLC0415 - wanted once in the life of a database
    from alembic.config import Config  # noqa: PLC0415 - as above

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, to)


def _version(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    version: str | None = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return version


def shown(address: str) -> str:
    """A database's address as it may be shown: without its password."""
    return make_url(address).render_as_string() if "://" in address else address


def _engine(address: str) -> Engine:
    if "://" not in address:
        Path(address).absolute().parent.mkdir(parents=True, exist_ok=True)
        Path(address).touch(0o600)  # what SQLite puts beside it gets the same rights
        address = f"sqlite:///{Path(address).absolute()}"
    url = make_url(address)
    if url.drivername == "postgresql":
        url = url.set(drivername="postgresql+psycopg", query={**_REACH, **url.query})
        most = {"pool_size": _CALLERS, "max_overflow": 0, "pool_timeout": _TURN_SECONDS}
        engine = create_engine(url, pool_pre_ping=True, **most)
        event.listen(engine, "begin", _limit)
        return engine
    engine = create_engine(url, connect_args={"timeout": _WAIT_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own
    """Have transactions begin where we say so, readers not wait for writers, and what is committed be on the disk."""
    connection.isolation_level = None
    _write_ahead(connection)
    for pragma in ("synchronous=FULL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Keep a log of what is written. SQLite does not wait by itself where others use a file that has none yet."""
    end = time.monotonic() + _WAIT_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode=WAL")
        except sqlite3.OperationalError as fault:
            if fault.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > end:
                raise
            time.sleep(_AGAIN_SECONDS)
        else:
            return


def _limit(connection: Connection) -> None:
    """Nothing in a transaction waits for ever; set in each, since a pooler may give every one another session."""
    connection.exec_driver_sql("; ".join(f"SET LOCAL {name} = '{seconds}s'" for name, seconds in _LIMITS.items()))


def _begin(connection: Connection) -> None:
    """A writer takes its turn at once: one that began as a reader could not become a writer beside another."""
    connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")
