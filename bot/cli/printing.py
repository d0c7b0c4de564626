"""Printing for people and for pipes."""

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

_WIDTH_OF_A_PIPE = 240


def console(*, errors: bool = False) -> Console:
    """Where a command prints. Nothing printed is read as markup: names may hold brackets."""
    out = Console(stderr=errors, markup=False, emoji=False, highlight=False)
    if not out.is_terminal:
        out.width = _WIDTH_OF_A_PIPE
    return out


def table(columns: Sequence[str], rows: Iterable[Sequence[str]], *, title: str = "") -> Table:
    """Rows under headings."""
    drawn = Table(title=title or None, box=SIMPLE_HEAD, title_justify="left")
    for column in columns:
        drawn.add_column(column, overflow="fold")
    for row in rows:
        drawn.add_row(*row)
    return drawn
