"""What whoever runs the program is told: a platform fell silent or refuses us, and that this is over."""

OPERATOR: dict[str, str] = {
    "operator.subject": "Trouble with {platform}",
    "operator.deaf": (
        "I have not heard {platform} for {since}. I keep opening the connection again. "
        "What people write there reaches me late."
    ),
    "operator.heard_again": (
        "I hear {platform} again, after {since}. Nothing is lost: what people wrote meanwhile arrives now."
    ),
    "operator.heard_late": (
        "I hear {platform} again, after {since}. {platform} tries for a few minutes only: what people wrote or pressed "
        "there later than that may be missing. Please ask whoever waits for an answer to write again."
    ),
    "operator.refused": (
        "{platform} no longer accepts my access ({setting}). Nothing goes in or out there. "
        "Whoever runs me must renew it and start me again. Look at the other ways in until then."
    ),
    "operator.accepted": "{platform} accepts my access again, after {since}. What waited goes out now.",
}
