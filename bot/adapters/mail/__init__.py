"""Mail, by SMTP: a second way to colleagues in an emergency, and to whoever cannot be reached in a chat.

We chose one connection a mail because mails here are few and each matters: nothing lingers half-open until the night
it is needed. What we gave up is speed, and everything that a chat has and a mail lacks: buttons, edits, replies.
"""
