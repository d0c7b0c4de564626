"""The coordinators' side: what was heard becomes a case, and a case is a life cycle that people move.

We chose one table of states (`rules.life_cycle`) that every change goes through, with a row for each change and a
conditional update behind it, because two people press the same button within the same second; we gave up free-form
statuses. What leaves for the channel is written in `telling`, where no function is ever handed the student's name or
words, and what a coordinator may read is decided in `rules.permissions` at the click, not when the card was made.
"""
