"""Drawing a chart, right before it is sent: a column for each time, a line for each subject.

Colours are those of Okabe and Ito (2008), which people with any kind of colour vision can tell apart; every line also
has a marker of its own and its name beside it. matplotlib is an optional extra: without it nothing is drawn, and the
words that stand beside the picture are all.
"""

from io import BytesIO
from typing import Literal

from bot.words.outgoing import Chart

COLOURS = ("#0072B2", "#D55E00", "#009E73", "#CC79A7", "#56B4E9", "#E69F00", "#000000", "#7A7A00")
MARKERS = "osD^vPX*"
_WIDTH, _ROW, _MARGIN = 6.4, 0.8, 1.2
"""Inches."""


def draw(chart: Chart, form: Literal["png", "svg"]) -> bytes:
    """The picture: small multiples, a row for each subject with a level, so that no line hides another.

    b"" without matplotlib, or without any level.
    """
    try:
        from matplotlib.figure import Figure
    except ImportError:
        return b""
    # A row without any level has nothing to draw, and takes the room from the others.
    rows = [(subject, levels) for subject, levels in chart.rows if any(level is not None for level in levels)]
    if not rows:
        return b""
    figure = Figure(figsize=(_WIDTH, _MARGIN + _ROW * len(rows)), layout="constrained", facecolor="white")
    axes = figure.subplots(len(rows), 1, sharex=True, squeeze=False)[:, 0]
    places = range(len(chart.columns))
    for number, (axis, (subject, levels)) in enumerate(zip(axes, rows, strict=True)):
        known = [(place, level) for place, level in zip(places, levels, strict=True) if level is not None]
        axis.plot(
            [place for place, _ in known], [level for _, level in known], color=COLOURS[number % len(COLOURS)],
            marker=MARKERS[number % len(MARKERS)], markersize=9, linewidth=2.2, clip_on=False,
        )  # fmt: skip
        for place, level in known:
            axis.annotate(str(level), (place, level), (0, 11), textcoords="offset points", ha="center", fontsize=14)
        _frame(axis, subject, chart)
    axes[-1].set_xticks(places, chart.columns, fontsize=14)
    axes[-1].tick_params(axis="x", length=0, pad=8)
    figure.suptitle(chart.title, fontsize=16, x=0.02, ha="left")
    drawn = BytesIO()
    figure.savefig(drawn, format=form, dpi=110, metadata={"Date": None} if form == "svg" else None)
    return drawn.getvalue()


def _frame(axis: object, subject: str, chart: Chart) -> None:
    """The bounds of one row, with its subject at its left."""
    from matplotlib.axes import Axes

    assert isinstance(axis, Axes), "subplots gives axes"
    axis.set_xlim(-0.15, max(len(chart.columns) - 1, 1) + 0.35)
    axis.set_ylim(chart.lowest - 0.6, chart.highest + 1.6)
    axis.set_yticks([])
    axis.set_ylabel(subject, rotation=0, ha="right", va="center", fontsize=14, labelpad=10)
    for level in (chart.lowest, chart.highest):
        axis.axhline(level, color="#DDDDDD", linewidth=0.8, zorder=0)
    for side in axis.spines.values():
        side.set_visible(False)
    axis.tick_params(axis="x", length=0)
