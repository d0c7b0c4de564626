"""Mail, and what is said where a message to a student does not arrive.

Placeholders: `{platform}` a platform's name; `{since}` since when.
"""

MAIL: dict[str, str] = {
    "mail.lost_subject": "I cannot reach you on {platform}",
    "mail.lost": "Hello {name}. I am the automated assistant of {org}, and I cannot reach you on {platform} any more. "
    "To come back, open our chat there and write to me, or ask {coordinator} for a new invitation. {coordinator} has "
    "been told. If you need something, write to {coordinator} and not to this address.",
    "card.delivery": "Messages to the student",
    "card.not_delivered": "not delivered since {since}",
    "log.news_waits": "A message to the student has been waiting for more than 10 minutes. I keep trying. In a hurry, "
    "use phone or e-mail.",
    "log.delivered_again": "Messages reach the student again.",
    "log.delivered_again_but": "Messages reach the student again. What was refused before is not sent again: please "
    "write it once more.",
}
