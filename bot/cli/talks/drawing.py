"""What `placemate flows draw` prints: conversations, and what a mentorship lives through."""

from collections.abc import Sequence

from bot.cli.talks.overlay import named
from bot.engine.draw import draw, draw_all
from bot.engine.drawing.life_cycle import draw_life_cycle
from bot.mentoring.life_cycle import TABLE
from flows.steps import Flow

MENTORSHIP = "mentorship"


def single(flows: Sequence[Flow], which: str) -> str:
    """One conversation, or the life of a mentorship.

    Raises:
        Mistake: there is neither of this name.
    """
    return draw_life_cycle(TABLE) if which == MENTORSHIP else draw(named(flows, which))


def page(flows: Sequence[Flow]) -> str:
    """All of it on one Markdown page."""
    life = f"## The life of a mentorship\n\n```mermaid\n{draw_life_cycle(TABLE)}```\n"
    return f"{draw_all(flows)}\n{life}"
