"""The best assignment over everybody at once: who has waited longest first, and then the most points."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import min_weight_full_bipartite_matching

_FINE = 10_000
"""Points are compared to a hundredth part of one, as whole numbers, so that the sums below are exact."""


def assign(
    points: NDArray[np.float32], allowed: NDArray[np.bool_], places: Sequence[int], turns: Sequence[int]
) -> list[tuple[int, int]]:
    """Pairs of a row and a column, by row.

    `points`, 0 to 100, and `allowed` are of each row with each column; a column takes as many rows as it has `places`.
    `turns` are 0 for the rows that come first: a row gets a place wherever those before it leave one, and among rows of
    one turn, and for who gets which column, the sum of points is the highest there is.
    """
    columns = np.repeat(np.arange(len(places)), np.minimum(places, len(turns)))
    if not len(columns) or not len(turns):
        return []
    worth = np.where(allowed, np.rint(points * (_FINE / 100)) + 1.0, 0.0)
    # Which rows can be served together is a matroid: weights that fall from turn to turn, by more than all points
    # together, serve the earlier turn whenever it can be served at all.
    step = (_FINE + 1.0) * len(turns) + 1
    precedence = (max(turns) + 1 - np.array(turns)) * step
    value = np.where(allowed, worth + precedence[:, np.newaxis], 0.0)
    return _best(value, columns)


def _best(value: NDArray[np.float64], columns: NDArray[np.intp]) -> list[tuple[int, int]]:
    """The pairs with the highest sum of values; 0 is no pair. `columns` says which column a place belongs to."""
    rows, many = len(value), len(columns)
    row, place = np.nonzero(value[:, columns])
    # The solver gives every row something: of its own, each has a place that is worth nothing.
    ours = np.concatenate([row, np.arange(rows)])
    theirs = np.concatenate([place, many + np.arange(rows)])
    top = value.max() + 1
    costs = np.concatenate([top - value[row, columns[place]], np.full(rows, top)])
    graph = csr_array((costs, (ours, theirs)), shape=(rows, many + rows))
    chosen_rows, chosen = min_weight_full_bipartite_matching(graph)
    return [
        (int(each), int(columns[place]))
        for each, place in zip(chosen_rows, chosen, strict=True) if place < many
    ]  # fmt: skip
