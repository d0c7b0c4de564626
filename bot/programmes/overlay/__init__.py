"""A programme's own words: an overlay in TOML over our conversations, applied once when the program starts.

It may re-word steps, ask questions of its own where a conversation leaves room, switch off what is marked removable,
move thresholds within their bounds and choose another cadence. What safety depends on is locked, and no flag can be
taken away: a programme that could do so would one day do it by mistake.

We chose to apply it to the frozen scripts and to run the checks of our own conversations over the result, so that a
programme's words are held to what ours are. We gave up changing it while the program runs: a talk begins on a script
that was whole when the program started, or the program does not start.
"""

from bot.programmes.overlay.catalogue import Overlaid, programme_catalogue, read_overlay

__all__ = ["Overlaid", "programme_catalogue", "read_overlay"]
