"""Alembic's environment: migrates over the connection handed to it; there is no alembic.ini."""

from alembic import context

from according.knowledge.schema import evidence

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=evidence,
    render_as_batch=True,
)
context.run_migrations()
