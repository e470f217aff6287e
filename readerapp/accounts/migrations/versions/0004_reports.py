"""What listeners report is kept beside what translators do about it, for all machines.

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add the table; what lies in the folder of a machine is brought over by that machine."""
    op.create_table(
        "reports",
        sa.Column("key", sa.String(64), primary_key=True),
        sa.Column("language", sa.String(40), nullable=False),
        sa.Column("state", sa.String(10), nullable=False),
        sa.Column("last_at", sa.Float, nullable=False),
        sa.Column("size", sa.Integer, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
    )
    op.create_index("ix_reports_last_at", "reports", ["last_at"])
