"""When nobody acts: reminders, asking the next person, giving back; and the truth about it for the student.

Placeholders: as in `staff_cards` and `student_cases`; `{since}` how long a case has waited or nothing has happened in
it, `{deadline}` by when the next step follows, `{to_person}` who was asked in place of `{person}`.
"""

CLIMBING_STAFF: dict[str, str] = {
    "page.remind": "Case {number} ({severity}) waits for somebody to take it, by {deadline}. Open Slack.",
    "page.asked": "Case {number} ({severity}) has waited for {since} and nobody has taken it in time. You are asked "
    "now: open Slack and take it, or hand it over.",
    "page.idle": "You have case {number} ({severity}), and nothing has happened in it for {since}. Reply, hand it over "
    "or say that you are on it, by {deadline}. Else it goes to the next person.",
    "page.no_answer": "The student has not answered in case {number} ({severity}) for {since}. Try another way to "
    "reach the student, or hand the case over. If all is well, close it.",
    "page.given_back": "Case {number} goes to the next person: nothing had happened in it for {since}. The student is "
    "told that somebody else is asked.",
    "page.on_it": "Thank you. Case {number} stays with you. Please act by {deadline}.",
    "act.on_it": "I am on it",
    "card.asked": "Asked",
    "card.late": "overdue",
    "log.reminded": "{person} is reminded.",
    "log.asked": "Nobody acted in time. {person} is asked now.",
    "log.nobody_to_ask": "Nobody acted in time, and nobody else can be asked: please mend the roster.",
    "log.given_back": "Given back: {person} had it, and nothing happened for {since}.",
    "log.lost": "Given back: {person} had not acted in time.",
    "log.on_it": "{person} is on it.",
    "refused.not_yours": "Only {person}, who has this case, can say so.",
}
"""What coordinators read."""

CLIMBING_STUDENT: dict[str, str] = {
    "late.asked": "I am sorry: nobody has answered in your case {number} by the time I gave you. I have now asked "
    "{person}, who answers by {deadline}.",
    "late.asked_again": "I am sorry: your case {number} still waits. I have now asked {person} too, who answers by "
    "{deadline}.",
    "late.nobody_else": "I am sorry: nobody has answered in your case {number} by the time I gave you, and nobody else "
    "is there to ask. I keep asking {person}.",
    "late.go_on": "I am sorry: your case {number} still waits for an answer. I go on asking {person} until somebody "
    "takes it, and then I write to you. What is known at any time stands under /cases.",
    "late.nobody": "I am sorry: nobody has answered in your case {number}, and I can reach nobody on the team now. "
    "Please do not wait for me.",
    "late.given_back": "I am sorry: {person} did not get on with your case {number} in time. I have now asked "
    "{to_person}, who answers by {deadline}.",
    "late.given_back_nobody": "I am sorry: {person} did not get on with your case {number} in time, and I can reach "
    "nobody else on the team now. Please do not wait for me.",
    "late.called_again": "I have heard nothing more from {person}, so I am alerting the next person now, and again "
    "every {call_minutes} minutes. Please also call {helpline_1}, or {emergency} if a life is in danger.",
    "late.elsewhere": "You can also turn to {confidential_contact}. If you are in danger, call {emergency}.",
    "late.standing": "It is late, I am sorry. {reader} has been asked last.",
    "urgent.late": "Nobody has answered in time, I am sorry. {reader} has been asked last, and I go on asking. If a "
    "life is in danger, call {emergency}. You can also call {helpline_1}.",
    "urgent.go_on": "Still nobody has answered, and I go on trying. Please do not wait for me: call {helpline_1}, or "
    "{emergency} if a life is in danger.",
}
"""What students read."""
