"""Alembic's way in: migrations run on the connection that they are given, inside its transaction."""

from alembic import context

from readerapp.accounts.tables import METADATA

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=METADATA, render_as_batch=True)
context.run_migrations()
