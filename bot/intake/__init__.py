"""What comes in: looked at once, given to its person, made a turn in one transaction.

We chose one door for messages, taps, commands, coordinators' buttons and the clock, because then every rule (seen
before? who is it? what did she say?) is held in one place; we gave up handlers that each platform could shape.
"""
