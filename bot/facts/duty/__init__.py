"""Who looks after a student at this moment, and who stands in for whom.

We chose a file of its own for leave, read when it changes, because a programme plans leave in the same hour in which
somebody falls ill and must not restart anything for it; we gave up keeping it in the database, where nobody would see
at a glance who is away.
"""
