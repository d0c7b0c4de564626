"""Rows of figures, and the medians they are made of."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Row:
    """One line of the table: what was measured, the figure, and what it is compared with or how it spread."""

    what: str
    figure: str
    beside: str = ""


def middle(values: Sequence[float], unit: str = "", digits: int = 2) -> str:
    """The median, and in brackets the lowest and the highest."""
    return f"{median(values):.{digits}f}{unit} ({min(values):.{digits}f}-{max(values):.{digits}f})"


def percentile(values: Sequence[float], percent: int) -> float:
    """The value that so many percent lie below."""
    return quantiles(values, n=100)[percent - 1] if len(values) > 1 else values[0]
