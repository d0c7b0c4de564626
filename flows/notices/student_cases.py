"""What a student is told about her cases.

Placeholders: `{number}` the case number; `{reader}` who reads it; `{deadline}`, `{next_open}`, `{time}` written in her
zone; `{numbers}` the emergency number and the help lines; `{person}` the colleague's name; `{state_word}` and
`{topic_word}` from `state.*` and `topic.*`; `{opener}` the role of whoever opened it; `{outcome_word}` from
`told_outcome.*`.
"""

STUDENT_CASES: dict[str, str] = {
    "case.receipt": "A person will look at this. Your case number is {number}. {reader} reads it by {deadline}.",
    "case.receipt_emergency": "Your case number is {number}. {reader} is being alerted now.",
    "case.outside_hours": "It is {time}, outside working hours. A person reads this from {next_open} on. If it "
    "cannot wait: {numbers}.",
    "case.raised": "I have marked your case {number} as more urgent. {reader} answers by {deadline}.",
    "promise.has_it": "{person} has your case.",
    "promise.late": "Nobody has answered in time, I am sorry. I go on asking until somebody takes your case.",
    "promise.calling": "Nobody has taken your case yet. I keep trying every {call_minutes} minutes.",
    "case.taken": "{person} from {org} has taken your case {number}.",
    "case.reply": "{person} from {org} writes:",
    "case.reply_button": "Write back",
    "case.reply_prompt": "Please write your answer to {person}. It goes to case {number}.",
    "case.reply_sent": "Sent to {person}.",
    "case.handed_over": "{person} from {org} has your case {number} from now on.",
    "case.resolved": "{person} from {org} has closed your case {number}. If it is not solved, press the button.",
    "case.reopen_button": "It is not solved",
    "case.reopened": "Your case {number} is open again. {reader} reads it by {deadline}.",
    "cases.title": "Your cases:",
    "cases.none": "You have no cases. To talk to a person, choose Contact me.",
    "cases.line": "**{number}** · {topic_word} · {state_word}",
    "cases.opened_on": "Began {time}",
    "cases.has_it": "{person} has it.",
    "cases.nobody_has_it": "Nobody has taken it yet.",
    "cases.deadline": "Answer by {deadline}.",
    "cases.opened_by": "Opened by {opener}, {time}",
    "cases.not_opened": "Nobody has opened your words yet.",
    "cases.resolved_on": "Closed {time}.",
    "state.open": "open",
    "state.taken": "someone is on it",
    "state.waiting": "waiting for your answer",
    "state.resolved": "closed",
    "state.reopened": "open again",
    "topic.safety": "Safety",
    "topic.wellbeing": "Wellbeing",
    "topic.workload": "Workload",
    "topic.practical": "Practical",
    "role.coordinator": "coordinator",
    "role.safeguarding": "safeguarding lead",
    "role.lead": "programme lead",
    "role.mentor": "mentor",
    "role.student": "student",
}
