"""Passkeys, what a sign-in of two steps remembers, and whom a provider means.

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Add what is new; accounts stay as they are."""
    with op.batch_alter_table("accounts") as accounts:
        accounts.add_column(sa.Column("handle", sa.String(64)))
        accounts.add_column(sa.Column("subject", sa.String(64)))
    op.create_index("ix_accounts_subject", "accounts", ["subject"])
    op.create_table(
        "passkeys",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("account", sa.Integer, sa.ForeignKey("accounts.id"), nullable=False),
        sa.Column("credential", sa.String(1400), nullable=False, unique=True),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("uses", sa.BigInteger, nullable=False),
        sa.Column("name", sa.String(100), nullable=False),
        sa.Column("made_at", sa.Float, nullable=False),
        sa.Column("used_at", sa.Float),
    )
    op.create_index("ix_passkeys_account", "passkeys", ["account"])
    op.create_table(
        "attempts",
        sa.Column("token", sa.String(64), primary_key=True),
        sa.Column("purpose", sa.String(10), nullable=False),
        sa.Column("facts", sa.JSON, nullable=False),
        sa.Column("ends_at", sa.Float, nullable=False),
    )
    op.create_index("ix_attempts_ends_at", "attempts", ["ends_at"])
