"""What goes out: taken from the outbox, paced, sent, tried again, given up loudly.

We chose an outbox table with a pump of our own over a job queue, because no queue combined order and pace for each
chat, priorities, SQLite and PostgreSQL, and recovery after a crash; we gave up a library's dashboards.
"""
