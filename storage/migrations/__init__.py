"""How the tables came to be, one step a file. Released steps are never changed: a new one is written.

We chose to go forward only: the way back is the backup made before an update (`placemate db backup`), which brings the
rows back too. We gave up steps backwards, which nobody would have tried before the day they are needed.

After a change to the tables, with a scratch database that `placemate db upgrade` has brought up to date:

    .venv/bin/alembic -x url=sqlite:////path/to/scratch.db revision --autogenerate --rev-id 0002 -m "what changes"
"""
