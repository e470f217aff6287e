"""Accounts, sessions and edits, on SQLite and PostgreSQL alike."""

import gc
import hashlib
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier, Thread

import argon2
import pytest
import sqlalchemy
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from argon2 import PasswordHasher

from readerapp.accounts import Change, Kind, Stretch, audit, database, hashing
from readerapp.accounts import sessions as room
from readerapp.accounts.database import Database
from readerapp.accounts.edits import Edits
from readerapp.accounts.people import Accounts
from readerapp.accounts.room import Room
from readerapp.accounts.sessions import Sessions
from readerapp.accounts.tables import ACCOUNTS, FAILURES, METADATA
from readerapp.errors import (
    AccountTaken,
    AccountUnknown,
    DatabaseSilent,
    InvitationOver,
    NameUnfit,
    PassphraseWeak,
    SignInRefused,
    SignInsTooMany,
)
from readerapp.settings import Settings
from readerapp.wiring import room as room_of

WORDS = "fyra blå hästar i dimma"


def join(accounts: Accounts, name: str = "Åsa", *languages: str) -> None:
    accounts.accept(accounts.add(name, languages or ("ru",)), WORDS)


def test_the_tables_are_those_of_the_migrations(database: Database) -> None:
    """Migrating an empty database gives the tables that the code knows."""
    with database.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []


def test_a_database_is_shown_without_its_password() -> None:
    """Its address is told to whoever reads a terminal or a log."""
    assert database.shown("postgresql://lyssna:hemligt@db/lyssna") == "postgresql://lyssna:***@db/lyssna"
    assert database.shown("/var/lib/readerapp.db") == "/var/lib/readerapp.db"


def test_the_newest_migration_is_known() -> None:
    """The number that processes compare with is that of the folder's last step."""
    config = Config()
    config.set_main_option("script_location", str(database.MIGRATIONS))
    assert ScriptDirectory.from_config(config).get_current_head() == database.NEWEST


def test_many_processes_may_begin_at_once(address: str) -> None:
    """Of several that open an empty database at the same time one makes the tables, and all can use them."""
    opened: list[Database] = []
    threads = [Thread(target=lambda: opened.append(Database(address))) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [Accounts(each).all() for each in opened] == [[]] * 6
    for each in opened:
        each.close()


def test_many_may_open_a_new_file_at_once(tmp_path: Path) -> None:
    """Of two that would keep a log of it, SQLite refuses one at once: it tries again. One round in seven shows that."""
    for number in range(40):
        file, start = tmp_path / f"{number}.db", Barrier(8)

        def begin(file: Path = file, start: Barrier = start) -> str:
            with closing(sqlite3.connect(file, timeout=30)) as connection:
                start.wait()
                database._prepare(connection, None)
                return str(connection.execute("PRAGMA journal_mode").fetchone()[0])

        with ThreadPoolExecutor(8) as pool:
            assert {job.result() for job in [pool.submit(begin) for _ in range(8)]} == {"wal"}


def test_a_link_works_once(accounts: Accounts, sessions: Sessions) -> None:
    """It lets a passphrase be chosen, and is no more."""
    token = accounts.add("Åsa", ["ru", "sv"])
    assert accounts.invited(token).name == "Åsa"
    with pytest.raises(SignInRefused):
        sessions.sign_in("Åsa", "")
    for weak in ("kort", "åsa bor i Nyköping"):
        with pytest.raises(PassphraseWeak):
            accounts.accept(token, weak)
    accounts.accept(token, WORDS)
    with pytest.raises(InvitationOver):
        accounts.accept(token, WORDS)
    assert sessions.of(sessions.sign_in("Åsa", WORDS)).person.languages == ("ru", "sv")


def test_a_link_ends(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    """After three days it is no more, and a made-up one never was."""
    token, now = accounts.add("Åsa", ["ru"]), time.time()
    monkeypatch.setattr(time, "time", lambda: now + 3 * 24 * 3600 + 1)
    for each in (token, "made-up", ""):
        with pytest.raises(InvitationOver):
            accounts.invited(each)


def test_names_are_taken_once(accounts: Accounts) -> None:
    """A second account of a name is refused, and so is what is asked for an unknown one."""
    accounts.add("Åsa", ["ru"])
    with pytest.raises(AccountTaken):
        accounts.add("Åsa", ["sv"])
    for verb in (accounts.invite, accounts.remove, lambda name: accounts.allow(name, [])):
        with pytest.raises(AccountUnknown):
            verb("Olga")


def test_rights_are_of_languages(accounts: Accounts) -> None:
    """An account may change its languages and no others; * is every one."""
    accounts.add("Olga", ["ru"])
    assert [person.may(language) for person in accounts.all() for language in ("ru", "sv")] == [True, False]
    accounts.allow("Olga", ["*"])
    assert accounts.all()[0].may("fi")


def test_a_session_is_over_in_time(accounts: Accounts, sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    """It lasts while it is used, and not for ever."""
    join(accounts)
    token, now = sessions.sign_in("Åsa", WORDS), time.time()
    assert sessions.of("made-up") is None
    for hours in range(0, 7 * 24, 7):
        monkeypatch.setattr(time, "time", lambda hours=hours: now + hours * 3600)
        assert sessions.of(token), hours
    monkeypatch.setattr(time, "time", lambda: now + room.LONGEST_SECONDS + 1)
    assert sessions.of(token) is None
    monkeypatch.setattr(time, "time", lambda: now)
    idle = sessions.sign_in("Åsa", WORDS)
    monkeypatch.setattr(time, "time", lambda: now + room.IDLE_SECONDS + 1)
    assert sessions.of(idle) is None


def test_signing_out_and_being_shut_out(accounts: Accounts, sessions: Sessions) -> None:
    """A session ends with its owner's wish, with a new link, and with the account."""
    join(accounts)
    ends: list[Callable[[str], None]] = [sessions.sign_out, lambda _: accounts.remove("Åsa")]
    for end in ends:
        token = sessions.sign_in("Åsa", WORDS)
        assert sessions.of(token)
        end(token)
        assert sessions.of(token) is None
    with pytest.raises(SignInRefused):
        sessions.sign_in("Åsa", WORDS)
    accounts.accept(accounts.invite("Åsa"), WORDS)
    assert sessions.of(sessions.sign_in("Åsa", WORDS))


def test_nobody_is_told_who_exists(accounts: Accounts, sessions: Sessions, monkeypatch: pytest.MonkeyPatch) -> None:
    """A wrong passphrase and an unknown name get the same answer, after the same work, and the same limit."""
    join(accounts)
    asked: list[str] = []
    real = hashing._HASHER

    class Counting:
        def verify(self, kept: str, passphrase: bytes) -> bool:
            asked.append(kept)
            return real.verify(kept, passphrase)

        def check_needs_rehash(self, kept: str) -> bool:
            return real.check_needs_rehash(kept)

    monkeypatch.setattr(hashing, "_HASHER", Counting())
    for name in ("Åsa", "Nobody"):
        for _ in range(room.FAILURES_ALLOWED):
            with pytest.raises(SignInRefused):
                sessions.sign_in(name, "wrong words altogether")
        with pytest.raises(SignInsTooMany):
            sessions.sign_in(name, WORDS)
    assert len(asked) == 2 * room.FAILURES_ALLOWED
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + room.WAIT_SECONDS + 1)
    assert sessions.of(sessions.sign_in("Åsa", WORDS))


def test_passphrases_cost_much_to_guess(usual_hasher: PasswordHasher, monkeypatch: pytest.MonkeyPatch) -> None:
    """As RFC 9106 wants it where memory is scarce."""
    monkeypatch.setattr(hashing, "_HASHER", usual_hasher)
    usual = hashing.hashed(WORDS)
    assert hashing.fits(usual, WORDS)
    assert not hashing.fits(usual, WORDS + "!")
    assert argon2.extract_parameters(usual) == argon2.profiles.RFC_9106_LOW_MEMORY


def test_what_is_kept_opens_nothing(accounts: Accounts, sessions: Sessions, database: Database) -> None:
    """No table holds a passphrase or a token as it was given, nor what happened lately does."""
    invitation = accounts.add("Olga", ["ru"])
    join(accounts)
    token = sessions.sign_in("Åsa", WORDS)
    with database.reading() as connection:
        told = "\n".join(
            str(tuple(row)) for table in METADATA.sorted_tables for row in connection.execute(table.select())
        )
    assert "argon2id" in told
    for secret in (WORDS, token, invitation):
        assert secret not in told
    assert [each.what for each in accounts.happenings()][:2] == ["signed in", "passphrase chosen"]


def change(before: str, after: str) -> Change:
    return Change("ru", "k1", "Title", (before,), (after,), f"m{before}", f"m{after}")


def keep(edits: Edits, made: Change, author: str, kind: Kind = "saved") -> int:
    with edits.keeping([(made, author, kind)], edits.newest(made.language, made.subject)) as kept:
        kept.commit()
        return kept.number


def test_edits_are_kept_in_order(edits: Edits) -> None:
    """Each with its author and what stood there before; what was not taken is told, but is not the last."""
    first = keep(edits, change("a", "b"), "Åsa")
    keep(edits, change("b", "ы"), "Olga")
    keep(edits, change("ы", "x"), "", "clash")
    keep(edits, change("", "s")._replace(text="k2", subject="word"), "Åsa")
    found = edits.of("ru", "k1")
    assert [(edit.author, edit.kind, edit.change.before[0], edit.change.after[0]) for edit in found] == [
        ("", "clash", "ы", "x"),
        ("Olga", "saved", "b", "ы"),
        ("Åsa", "saved", "a", "b"),
    ]
    assert edits.get(found[0].id) == found[0]
    assert [edits.get(number) for number in (0, -1, 10**12)] == [None] * 3
    assert edits.last("ru", "text")["k1"].after == ("ы",)
    assert [edit.author for edit in edits.since("ru", "text", first)] == ["Olga"]
    assert (edits.newest("ru", "text"), edits.newest("sv", "text")) == (found[0].id, 0)
    assert edits.languages() == ["ru"]
    assert [edit.change.subject for edit in edits.latest("ru")] == ["word", "text", "text", "text"]


def test_edits_are_kept_whole_and_only_in_turn(edits: Edits) -> None:
    """Nothing is kept that is not said to be ready, nor upon an edit that is not the last."""
    first = keep(edits, change("a", "b"), "Åsa")
    with edits.keeping([(change("b", "c"), "Olga", "saved")], first):
        pass
    with pytest.raises(ZeroDivisionError), edits.keeping([(change("b", "c"), "Olga", "saved")], first):
        raise ZeroDivisionError
    with edits.keeping([(change("b", "c"), "Olga", "saved")], first - 1) as kept:
        assert kept is None
    assert edits.newest("ru", "text") == first
    two = [(change("b", "c"), "Olga", "saved"), (change("c", "d"), "Olga", "saved")]
    with edits.keeping(two, first) as kept:
        kept.commit()
    assert [edit.change.after for edit in edits.of("ru", "k1")] == [("d",), ("c",), ("b",)]
    assert edits.of("ru", "k1")[0].id == kept.number


@pytest.mark.parametrize("address", ["{0}/file/readerapp.db", "{0}", "postgresql://me@127.0.0.1:9/none"])
def test_a_database_that_cannot_be_had_is_told(tmp_path: Path, address: str) -> None:
    """A place where no file can be, a folder, a server that is not there: one and the same error, with the reason."""
    (tmp_path / "file").touch()
    with pytest.raises(DatabaseSilent) as told:
        Database(address.format(tmp_path))
    assert told.value.facts["reason"]


def test_a_file_is_enough(tmp_path: Path) -> None:
    """The name of a file makes its folder; it is its owner's alone, and readers do not wait for a writer."""
    opened = Database(str(tmp_path / "a" / "b.db"))
    with opened.writing(), opened.reading():
        assert Accounts(opened).all() == []
    assert opened.kind == "sqlite"
    assert {file.stat().st_mode & 0o777 for file in (tmp_path / "a").iterdir()} == {0o600}
    opened.close()


def test_listeners_do_not_wait_for_the_database() -> None:
    """The app is imported without the libraries of the database room."""
    command = "import readerapp.app, sys; print({'sqlalchemy', 'alembic', 'argon2'} & set(sys.modules))"
    told = subprocess.run([sys.executable, "-c", command], capture_output=True, text=True, check=True).stdout
    assert told.strip() == "set()"


def test_what_an_older_version_kept_is_brought_along(address: str) -> None:
    """Edits of the first tables are there after the second migration, texts told from words."""
    engine = database._engine(address)
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        database.migrate(connection, "0001")
        word = hashlib.sha256(b"word\0Sund").hexdigest()[:16]
        for text_, msgid in (("k1", "Title"), (word, "Sund")):
            values = "'sv', :text, :msgid, 'Åsa', 1.5, 'saved', '[\"a\"]', '[\"b\"]', 'm1', 'm2'"
            columns = "language, text, msgid, author, at, kind, before, after, before_mark, after_mark"
            command = sqlalchemy.text(f"INSERT INTO edits ({columns}) VALUES ({values})")
            connection.execute(command, {"text": text_, "msgid": msgid})
    engine.dispose()
    opened = Database(address)
    found = Edits(opened).latest("sv")
    assert [(edit.change.msgid, edit.change.subject, edit.change.before) for edit in found] == [
        ("Sund", "word", ("a",)),
        ("Title", "text", ("a",)),
    ]
    opened.close()


def test_what_happened_is_kept_for_a_year(accounts: Accounts, monkeypatch: pytest.MonkeyPatch) -> None:
    """The next line after that takes the old ones away; whose and when may be asked."""
    accounts.add("Åsa", ["ru"])
    now = time.time()
    assert [each.what for each in accounts.happenings(stretch=Stretch("Åsa", now - 60, now + 60))] == [
        "invited",
        "added",
    ]
    assert accounts.happenings(stretch=Stretch("Olga")) == accounts.happenings(stretch=Stretch(since=now + 60)) == []
    monkeypatch.setattr(time, "time", lambda: now + audit.KEPT_SECONDS + 1)
    accounts.add("Olga", ["ru"])
    assert {each.who for each in accounts.happenings()} == {"Olga"}


def test_all_who_ask_at_once_get_one_room(tmp_path: Path) -> None:
    """What threads that ask first open side by side is closed again but for one."""
    opened = room_of(Settings(database=str(tmp_path / "a.db")))
    together = Barrier(8)

    def ask() -> Room:
        together.wait()
        return opened()

    with ThreadPoolExecutor(8) as pool:
        rooms = {future.result() for future in [pool.submit(ask) for _ in range(8)]}
    (only,) = rooms
    only.database.close()
    gc.collect()  # a connection that was left open would complain


def test_what_strangers_have_written_is_bounded(
    database: Database, accounts: Accounts, sessions: Sessions, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Refused sign-ins, however many and whatever the names: the log keeps the latest, and all of the accounts'."""
    monkeypatch.setattr(audit, "STRANGERS", 20)
    monkeypatch.setattr(hashing, "fits", lambda *_: False)
    join(accounts)
    begun = time.time()
    for number in range(60):
        monkeypatch.setattr(time, "time", lambda: begun + number * 60)  # noqa: B023 - called at once
        with pytest.raises(SignInRefused):
            sessions.sign_in(f"nobody {number}", "")
    told = accounts.happenings(1000)
    assert [each.what for each in reversed(told)][:3] == ["added", "invited", "passphrase chosen"]
    assert sum(each.what == "sign-in refused" for each in told) == 20
    with database.reading() as connection:
        count = sqlalchemy.select(sqlalchemy.func.count()).select_from(FAILURES)
        assert connection.execute(count).scalar_one() <= room.WAIT_SECONDS / 60 + 1


def test_a_name_and_a_passphrase_are_the_same_from_every_keyboard(accounts: Accounts, sessions: Sessions) -> None:
    """Composed or not, and with whatever spaces; nobody is called what cannot be seen, and all verbs know the name."""
    join(accounts, "  A\u030asa   O\u0308berg ")
    assert [person.name for person in accounts.all()] == ["Åsa Öberg"]
    for name, words in (("Åsa Öberg", WORDS), (" A\u030asa O\u0308berg", WORDS.replace("å", "a\u030a"))):
        assert sessions.of(sessions.sign_in(name, words))
    accounts.allow("A\u030asa Öberg", ["*"])
    with pytest.raises(AccountTaken):
        accounts.add("Åsa  Öberg", ["ru"])
    for name in ("", " ", "a\0b", "a\u202eb", "\u200b", "x" * 101):
        with pytest.raises(NameUnfit):
            accounts.add(name, ["ru"])
        with pytest.raises(SignInRefused):
            sessions.sign_in(name + "\ud800", WORDS)


def test_a_hash_of_weaker_times_is_made_anew(database: Database, accounts: Accounts, sessions: Sessions) -> None:
    """When its owner signs in, and the passphrase stays what it is."""
    join(accounts)
    weak = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1).hash(WORDS)
    with database.writing() as connection:
        connection.execute(ACCOUNTS.update().values(passphrase=weak))
    sessions.sign_in("Åsa", WORDS)
    with database.reading() as connection:
        digest = connection.execute(sqlalchemy.select(ACCOUNTS.c.passphrase)).scalar_one()
    assert not hashing.outdated(digest)
    assert sessions.of(sessions.sign_in("Åsa", WORDS))
