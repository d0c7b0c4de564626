"""One log for the program and its libraries: JSON lines for a machine, readable lines for a person at a terminal.

We chose to leave out what could quote a person rather than to search texts for what must not stand there, because
a log is copied to places where nobody asks who may read it. So: values under telling keys are dropped, objects
appear as their type, an exception appears as its type and its places, and a library's sentence ends where it would
begin to quote. What we gave up is the text of foreign exceptions; the places say where to look.
"""

from bot.log.setup import configure, get_logger

__all__ = ["configure", "get_logger"]
