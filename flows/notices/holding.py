"""A person holds the chat and the bot is silent; a talk that was interrupted comes back; a closed case is asked after.

Placeholders: `{person}` the colleague who writes or has the case; `{title}` the conversation that waits; `{count}` the
hours in which nobody wrote; `{number}` the case number.
"""

HOLDING: dict[str, str] = {
    "talk.what_helps": "Now to what can help you besides: {title}. You can skip any question.",
    "talk.back": "We stopped at {title}. There is no hurry. Here is the question again.",
    "talk.back_gently": "You come first, and {title} can wait. If and when you want to go on, here is the question "
    "again.",
    "hold.begun": "{person} writes with you here now. I am quiet until you are done. Urgent help always works: "
    "/urgent. /menu brings me back.",
    "hold.back": "I am back with you here.",
    "hold.over": "I am back. {person} can still be reached: write to the case with /cases.",
    "case.receipt_also": "And case {number}: {reader} reads it by {deadline}.",
    "someone.case_number": "your case",
    "someone.case_closed_on": "a day that is not known",
    "cases.write_button": "Write in {number}",
}
"""What students read."""

HOLDING_LOG: dict[str, str] = {
    "log.hold_begun": "The bot is quiet now: {person} writes with the student.",
    "log.hold_over": "The bot is back in the chat.",
    "log.hold_over_silence": "Nobody wrote for {count} hours, so the bot is back in the chat.",
    "log.hold_over_menu": "The student called the bot back.",
    "log.not_solved": "The student says it is not solved. The case is open again.",
    "log.not_all_right": "Asked whether it is still all right: no. The case is open again.",
    "log.wants_contact": "Asked whether it is still all right: the student wants a person to make contact. The case is "
    "open again.",
    "log.still_all_right": "Asked whether it is still all right: yes.",
}
"""What coordinators read in the thread."""
