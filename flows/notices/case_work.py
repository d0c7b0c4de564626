"""Working on a case: what the card says of time, forms, and beginnings of a reply; and what the student is told beside.

Placeholders: as in `staff_cards` and `student_cases`.
"""

STAFF_WORK = {
    "card.due": "respond by {deadline}",
    "card.since_value": "{when} ({since})",
    "card.not_taken_yet": "{person}, not taken yet",
    "home.others": "With colleagues",
    "field.template": "Begin with (optional)",
    "field.debrief": "What should we learn from this emergency? (optional)",
    "template.acknowledge": "I have read it",
    "template.consent": "Ask before contacting the workplace",
    "template.summary": "What was done",
    "template.closing": "Ask whether it is settled",
    "passage.hand_over_restricted": "This case is restricted. Whoever you choose can read what the student wrote.",
    "passage.yours_now": "You have case {number} now. The student is told.",
    "refused.already_yours": "You have this case already.",
    "refused.nobody_chosen": "Please choose a colleague from the list.",
    "refused.no_outcome": "Please choose how it ended.",
    "page.debrief": "Case {number} was an emergency. Talk it over with a colleague today: looking after whoever "
    "answered is part of closing it.",
    "page.card_failed": "The card of case {number} could not be posted in the team's channel. Open it here.",
    "log.alarmed": "An emergency was heard again: the case must be taken anew.",
    "log.news_failed": "News could not be delivered to the student. Please use phone or e-mail.",
    "log.second_channel_failed": "The second channel could not be reached.",
}
"""What coordinators read."""

STUDENT_WORK = {
    "case.cannot_wait": "If it cannot wait: {numbers}.",
    "case.raised_emergency": "I have marked your case {number} as an emergency. {reader} is being alerted now.",
    "cases.waits_for": "{person} wrote to you and waits for your answer.",
    "cases.reader": "{reader} reads it by {deadline}.",
    "urgent.told": "{reader} has been told and answers by {deadline}. If a life is in danger, call {emergency}. "
    "You can also call {helpline_1}.",
    "template_text.acknowledge": "Thank you for telling us. I have read what you wrote, and I am looking into it. "
    "I write to you again tomorrow at the latest.",
    "template_text.consent": "May I talk with your workplace about this? I say only what you agree to, and you can say "
    "no.",
    "template_text.summary": "I have followed up what you told us. This is what was said, and what happens next: ",
    "template_text.closing": "As far as I can see this is settled now. Is it all right for you that I close the case? "
    "And was it handled well, from 1 to 5?",
}
"""What students read."""
