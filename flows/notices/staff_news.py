"""The team's side: refusals, the log in a card's thread, pages and notices. Names of colleagues only.

Placeholders: as in `staff_cards`, and `{count}` how many times, `{student_id}` a roster id, `{platform}` its name,
`{reason_word}` and `{outcome_word}` from `reason.*` and `outcome.*`.
"""

STAFF_NEWS: dict[str, str] = {
    "refused.not_staff": "Only coordinators and safeguarding can do this.",
    "refused.restricted": "This case is restricted. Only safeguarding, whoever is called for it and "
    "whoever has it can open it. There is nothing to do for you.",
    "refused.gone": "This case does not exist any more.",
    "refused.state": "This cannot be done now: the case is {state_word}.",
    "refused.taken_by": "{person} has already taken it. Use Hand over to change that.",
    "refused.empty": "Please write something first.",
    "refused.too_long": "That is longer than {limit} characters. Please shorten it.",
    "refused.reason": "Please give a reason of at least a few words.",
    "refused.nobody_to": "There is no one else who may have this case.",
    "refused.student_away": "The student cannot be reached in this chat at the moment. Please use phone or e-mail.",
    "refused.unknown_account": "I do not know this Slack account. Ask for the roster to be updated.",
    "log.opened": "Opened: {severity}, {topic_word}, from {source_word}.",
    "log.added": "A new line was added to case {number}.",
    "log.raised": "Raised to {severity}.",
    "log.taken": "Taken by {person}.",
    "log.her_morning": "It is night where the student is. The student reads it at {when}, or on writing before that.",
    "log.opened_by": "Read by {person}.",
    "log.opened_because": "Read by {person}. Reason: {reason_word}.",
    "log.break_glass": "Break glass: read by {person}. Safeguarding is told.",
    "log.handed_over": "Handed over by {person} to {to_person}.",
    "log.replied": "Reply sent by {person}.",
    "log.student_wrote": "The student wrote back. Open the case to read it.",
    "log.resolved": "Resolved by {person}: {outcome_word}.",
    "log.reopened": "Reopened by {person}.",
    "log.reopened_by_student": "Reopened by the student.",
    "log.paged": "Paged {person}.",
    "log.page_failed": "Could not reach {person}.",
    "log.thread_private": "Remarks here stay in the team. To write to the student, use Reply to student.",
    "page.emergency": "EMERGENCY. Case {number}. Open Slack and press I take it. I repeat this every "
    "{call_minutes} minutes.",
    "page.emergency_again": "EMERGENCY, not taken for {since}. Case {number}. Open Slack and press I take it.",
    "page.for_information": "For your information: {severity} case {number} is open. Safeguarding handles it. There is "
    "nothing to do for you.",
    "page.urgent": "Urgent case {number}. Respond by {deadline}. Open Slack.",
    "page.handed_over": "{person} has handed case {number} over to you. Open Slack.",
    "page.student_wrote": "News in case {number}. Open Slack.",
    "page.break_glass": "{person} has opened case {number} by breaking the glass. Please review it.",
    "news.not_delivered": "A message about case {number} could not be delivered: {reason_word}. Please reach the "
    "student another way.",
    "news.blocked": "Student {student_id} can no longer be reached on {platform}. Please use another way.",
    "news.blocked_open_case": "Student {student_id} can no longer be reached on {platform} and has an open case. "
    "Please make contact another way today.",
    "news.back": "Student {student_id} can be reached on {platform} again.",
    "news.declined": "Student {student_id} chose not to use the chat. No reason is needed; please offer another way.",
    "news.stopped": "Student {student_id} has stopped the chat. Please offer another way.",
    "news.forgot": "Student {student_id} has deleted the data.",
    "failed.unreachable": "the account cannot be reached",
    "failed.refused": "the platform refused it",
}
