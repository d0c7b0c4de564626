"""Complaints that belong together: several about one workplace or one person, and one that follows another.

We chose keyed hashes of the names, because a name that a student wrote is hers and is sealed everywhere else; we gave
up finding names that are written in another way. Only safeguarding sees what is linked, and nobody it is kept from.
"""
