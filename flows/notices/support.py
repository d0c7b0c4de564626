"""Words for someone who has just said something serious: cards, and the truthful status of an alarm.

Each names an automated assistant, a number or a person, and a trusted person; none asks what happened, how or why, and
none claims that somebody watches. `CARD_FOR` says which card answers which triage category at severity urgent; an
emergency is answered by the conversation `urgent`, whose first card is its own.

Placeholders: `{time}` when it was seen; `{reader}` who reads it.
"""

from collections.abc import Mapping

SUPPORT: dict[str, str] = {
    "support.harm": "Thank you for telling me. I am an automated assistant, and you do not have to handle this alone. "
    "{safeguarding} is told now and answers by {deadline}. If you are in danger, go to where other people are and "
    "call {emergency}. To talk with someone today: {helplines}, or a person you trust. You decide what your "
    "workplace is told.",
    "support.self_harm_weak": "Thank you for writing that to me. I am an automated assistant, so I bring a person: "
    "{safeguarding} is told now and answers by {deadline}. To talk with someone today: {helplines}. A friend or "
    "someone in your family can be with you too. **If your life is in danger, call {emergency} now.**",
    "support.wellbeing": "Thank you for telling me. I am an automated assistant, so I bring a person: {safeguarding} "
    "is told now and answers by {deadline}. To talk with someone today: {helplines}, or a person you trust. If you "
    "are in danger, call {emergency}.",
    "support.unsafe_work": "Thank you for telling me. I am an automated assistant. Stop the task if you can do so "
    "safely. **If anyone is hurt, call {emergency} now.** {safeguarding} is told now and answers by {deadline}. Tell "
    "a colleague you trust where you are. If you want to talk with someone today: {helplines}.",
    "support.work_rights": "Thank you for telling me. I am an automated assistant, so I bring a person, who answers "
    "by {deadline}. Until then: keep your hour list, messages and payslips, and do not sign or resign in a hurry. "
    "Someone you trust can look at it with you. If you need to talk with someone today: {helplines}. In danger: "
    "{emergency}.",
    "support.practical": "Thank you for telling me. I am an automated assistant, so I bring a person, who answers by "
    "{deadline}. If you have nowhere safe to be tonight, go to someone you trust or where other people are. To talk "
    "with someone today: {helplines}. In danger: {emergency}.",
    "support.noted": "Thank you for saying so. A person will read this.",
    "support.not_screened": "I may not understand the language you wrote in, so a person reads it: {reader}, by "
    "{deadline}. If you need help now, choose Urgent help or call {emergency}.",
    "urgent.still_here": "I am still here. {role} has been told. Please also call {helpline_1}, or {emergency} if a "
    "life is in danger.",
    "urgent.seen": "{role} has seen this at {time}.",
    "urgent.taken": "{person} from {org} has seen this at {time} and will contact you.",
    "urgent.nobody_yet": "Nobody has answered yet. Please call {helpline_1}; I keep trying every {call_minutes} "
    "minutes. If a life is in danger, call {emergency}.",
    "urgent.not_delivered": "I could not reach the team yet, and I keep trying. Please do not wait for me: call "
    "{emergency} if a life is in danger, or {helpline_1}. Go to someone you trust.",
    "urgent.next_person": "Nobody has answered yet, so I am now alerting the next person too. Please also call "
    "{helpline_1}, or {emergency} if a life is in danger.",
}

CARD_FOR: Mapping[str, str] = {
    "self_harm_weak": "support.self_harm_weak",
    "violence": "support.harm",
    "sexual": "support.harm",
    "discrimination": "support.harm",
    "bullying": "support.harm",
    "conflict": "support.harm",
    "unsafe_work": "support.unsafe_work",
    "medical": "support.unsafe_work",
    "illegal_work": "support.work_rights",
    "wages": "support.work_rights",
    "withdrawal": "support.work_rights",
    "overload": "support.wellbeing",
    "underload": "support.wellbeing",
    "isolation": "support.wellbeing",
    "low_mood": "support.wellbeing",
    "self_harm": "support.self_harm_weak",
    "logistics": "support.practical",
}
"""The gravest first: the first category of this order that was heard chooses the card."""
