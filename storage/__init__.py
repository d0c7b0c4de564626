"""What we remember: tables by subject, each with the questions we ask it, all indexed.

We chose SQLModel to declare tables and Core statements to use them, because an ORM session costs more than the database
does; we gave up lazy loading, which has no place in a turn.
"""
