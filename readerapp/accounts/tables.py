"""The tables, as they stand after the last migration; a test compares.

Moments are seconds since 1970, in UTC. Of tokens only their hash is kept: who reads the database can use none.
"""

from typing import Final

from sqlalchemy import (
    JSON,
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    String,
    Table,
    Text,
)

METADATA: Final = MetaData(
    naming_convention={
        "ix": "ix_%(column_0_label)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

ACCOUNTS: Final = Table(
    "accounts",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(100), nullable=False, unique=True),
    Column("languages", String(200), nullable=False),
    Column("passphrase", String(200)),
    Column("open", Boolean, nullable=False),
    Column("made_at", Float, nullable=False),
    Column("handle", String(64)),
    Column("subject", String(64), index=True),
)

PASSKEYS: Final = Table(
    "passkeys",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("account", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("credential", String(1400), nullable=False, unique=True),
    Column("key", Text, nullable=False),
    Column("uses", BigInteger, nullable=False),
    Column("name", String(100), nullable=False),
    Column("made_at", Float, nullable=False),
    Column("used_at", Float),
)

ATTEMPTS: Final = Table(
    "attempts",
    METADATA,
    Column("token", String(64), primary_key=True),
    Column("purpose", String(10), nullable=False),
    Column("facts", JSON, nullable=False),
    Column("ends_at", Float, nullable=False, index=True),
)

INVITATIONS: Final = Table(
    "invitations",
    METADATA,
    Column("token", String(64), primary_key=True),
    Column("account", Integer, ForeignKey("accounts.id"), nullable=False),
    Column("ends_at", Float, nullable=False),
)

SESSIONS: Final = Table(
    "sessions",
    METADATA,
    Column("token", String(64), primary_key=True),
    Column("account", Integer, ForeignKey("accounts.id"), nullable=False, index=True),
    Column("form_token", String(64), nullable=False),
    Column("begun_at", Float, nullable=False),
    Column("seen_at", Float, nullable=False),
)

FAILURES: Final = Table(
    "failures",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("name", String(64), nullable=False),
    Column("at", Float, nullable=False),
    Index("ix_failures_name_at", "name", "at"),
)

EDITS: Final = Table(
    "edits",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("subject", String(10), nullable=False, server_default="text"),
    Column("language", String(40), nullable=False),
    Column("text", String(64), nullable=False),
    Column("msgid", Text, nullable=False),
    Column("author", String(100), nullable=False),
    Column("at", Float, nullable=False),
    Column("kind", String(10), nullable=False),
    Column("before", JSON, nullable=False),
    Column("after", JSON, nullable=False),
    Column("before_mark", String(64), nullable=False),
    Column("after_mark", String(64), nullable=False),
    Index("ix_edits_language_text", "language", "text"),
    Index("ix_edits_language_id", "language", "id"),
)

REPORTS: Final = Table(
    "reports",
    METADATA,
    Column("key", String(64), primary_key=True),
    Column("language", String(40), nullable=False),
    Column("state", String(10), nullable=False),
    Column("last_at", Float, nullable=False, index=True),
    Column("size", Integer, nullable=False),
    Column("content", Text, nullable=False),
)

DATABASES: Final = Table("databases", METADATA, Column("name", String(32), primary_key=True))
"""One row: by what a file that was written from this database tells it from others."""

AUDIT: Final = Table(
    "audit",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False, index=True),
    Column("who", String(100), nullable=False),
    Column("what", String(40), nullable=False),
    Column("detail", Text, nullable=False),
)
