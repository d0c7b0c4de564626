"""What the Slack adapter says by itself: windows being opened, and what to do when one could not be."""

SLACK: dict[str, str] = {
    "slack_moment": "One moment",
    "slack_loading": "Loading…",
    "slack_close": "Close",
    "slack_form_failed": "That did not work. Your text is still here. Please press the button again.",
    "slack_window_failed": "This could not be opened. Please close it and press the button again.",
    "slack_window_late": "That took too long to open. Please press the button again.",
    "slack_failed": "That did not work. Please press the button again.",
    "slack_home_more": "There are {count} more that do not fit here.",
}
