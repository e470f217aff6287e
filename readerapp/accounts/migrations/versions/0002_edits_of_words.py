"""Edits tell texts from words, languages may have long tags, and a database has a name of its own.

Revision ID: 0002
Revises: 0001
"""

import hashlib
import secrets

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what is new; words are known by their names among the edits."""
    with op.batch_alter_table("edits") as edits:
        edits.add_column(sa.Column("subject", sa.String(10), nullable=False, server_default="text"))
        edits.alter_column("language", type_=sa.String(40), existing_type=sa.String(8), existing_nullable=False)
    op.create_index("ix_edits_language_id", "edits", ["language", "id"])
    table = sa.table("edits", *(sa.column(name) for name in ("id", "text", "msgid", "subject")))
    connection = op.get_bind()
    for row in connection.execute(sa.select(table.c.id, table.c.text, table.c.msgid)).all():
        if row.text == hashlib.sha256(f"word\0{row.msgid}".encode("utf-8", "replace")).hexdigest()[:16]:
            connection.execute(sa.update(table).where(table.c.id == row.id).values(subject="word"))
    databases = op.create_table("databases", sa.Column("name", sa.String(32), primary_key=True))
    op.bulk_insert(databases, [{"name": secrets.token_hex(8)}])
