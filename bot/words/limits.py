"""What each platform will take: one table, used by the renderers and by the static checks of conversations."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The most that one message, button or form may hold, in characters unless the name says otherwise.

    `text` is one message; a longer one is split. `caption` stands under a file. `button_label` and
    `button_data_bytes` (bytes in UTF-8) are a button's; `buttons` is how many a message may hold and
    `buttons_per_row` how many stand side by side. `toast` is the note that answers a tap. `upload_bytes` is the
    largest file. The rest is Slack's: `blocks` a message, `view_blocks` a form or Home page, `section_text` and
    `header_text` of a block, `fields` of a section with `field_text` each, `modal_title` (also its submit and close
    words), `input_label`, `input_text` typed into a field, `options` of a select with `option_label` and
    `option_value`, `private_metadata`, `action_id`. Zero: the platform has no such thing.
    """

    text: int
    caption: int
    button_label: int
    button_data_bytes: int
    buttons: int
    buttons_per_row: int
    toast: int
    upload_bytes: int
    blocks: int = 0
    view_blocks: int = 0
    section_text: int = 0
    header_text: int = 0
    fields: int = 0
    field_text: int = 0
    modal_title: int = 0
    input_label: int = 0
    input_text: int = 0
    options: int = 0
    option_label: int = 0
    option_value: int = 0
    private_metadata: int = 0
    action_id: int = 0


TELEGRAM = Limits(
    text=4096,
    caption=1024,
    button_label=64,
    button_data_bytes=64,
    buttons=100,
    buttons_per_row=8,
    toast=200,
    upload_bytes=50_000_000,
)
"""Bot API 10.0 (core.telegram.org/bots/api): text and caption after entities are parsed. The keyboard's 100 buttons in
rows of 8 are observed, not documented, and so is where clients cut a label; 64 is ours, well below."""

SLACK = Limits(
    text=4000,
    caption=3000,
    button_label=75,
    button_data_bytes=2000,
    buttons=25,
    buttons_per_row=5,
    toast=0,
    upload_bytes=50_000_000,
    blocks=50,
    view_blocks=100,
    section_text=3000,
    header_text=150,
    fields=10,
    field_text=2000,
    modal_title=24,
    input_label=2000,
    input_text=3000,
    options=100,
    option_label=75,
    option_value=75,
    private_metadata=3000,
    action_id=255,
)
"""docs.slack.dev/reference/block-kit. `buttons` and `buttons_per_row` are of one actions block: it takes 25, and 5 is
what fits a desktop window's width. An option's value may have 150 characters by the Python SDK and 75 by the
JavaScript types; we keep the smaller. `text` is the length above which Slack advises to split a message."""

BROWSER = Limits(
    text=4096,
    caption=1024,
    button_label=64,
    button_data_bytes=64,
    buttons=100,
    buttons_per_row=8,
    toast=200,
    upload_bytes=50_000_000,
)
"""Our own page has no limits of its own: it keeps to Telegram's, so that what the demo shows can be sent."""

ALL = (TELEGRAM, SLACK, BROWSER)

LONGEST_LABEL = min(limits.button_label for limits in ALL)
"""What fits on a button everywhere, in characters."""


def shortened(label: str) -> str:
    """A label that fits on a button; her own words may be longer."""
    return label if len(label) <= LONGEST_LABEL else f"{label[: LONGEST_LABEL - 1].rstrip()}…"
