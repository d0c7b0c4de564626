"""What is said about the calendar: to coordinators before a cohort's first check-ins, in the plan, and to a student.

Placeholders: `{cohort}` a cohort's name; `{count}` how many students; `{when}` a moment; `{student_id}` a roster id;
`{title}` the title of a conversation; `{reason_word}` from `plan_why.*`.
"""

SCHEDULE: dict[str, str] = {
    "cohort.ask": "**First check-ins for {cohort}:** {count} students, the first on {when}. Nothing is sent to this "
    "cohort before somebody here says so. Write `plan` to me to see who gets what.",
    "cohort.ask_again": "**{cohort} still waits for its first check-ins:** {count} students get nothing before "
    "somebody here says so. Write `plan` to me to see who gets what.",
    "cohort.asked_again": "First check-ins for {cohort}: I have asked again below.",
    "cohort.send": "Send them",
    "cohort.confirmed": "First check-ins for {cohort}: confirmed by {person}. Each student is written to at their own "
    "hour.",
    "cohort.by_program": "the administrator",
    "refused.cohort_confirmed": "{person} has already confirmed this cohort.",
    "refused.cohort_gone": "This cohort does not exist any more.",
    "plan.title": "**What is due until {when}**",
    "plan.nothing": "Nothing is due until {when}.",
    "plan.too_many": "There are more than {count} students: `placemate schedule preview` shows the plan.",
    "plan.moved": "{when} · {student_id} · {title} (moved: {reason_word})",
    "plan.not": "not sent · {student_id} · {title} ({reason_word})",
    "plan.more": "and {count} more: `placemate schedule preview` shows all.",
    "plan_why.quiet": "quiet hours",
    "plan_why.holiday": "public holiday",
    "plan_why.away": "away",
    "plan_why.paused": "paused",
    "plan_why.not_begun": "not begun yet",
    "plan_why.not_at_work": "outside a mentor's hours of work",
    "plan_why.rest": "after an urgent report",
    "plan_why.held": "a person talks with them",
    "plan_why.busy": "asks for urgent help",
    "plan_why.cap": "enough messages this week",
    "plan_why.late": "too late for that day",
    "plan_why.unconfirmed": "cohort not confirmed",
    "plan_why.stopped": "has stopped",
    "plan_why.consent": "has not agreed to take part",
    "plan_why.no_account": "cannot be reached",
    "plan_why.ended": "placement is over",
    "checkin.moved": "Your next check-in has moved. It is now on {when}.",
}
