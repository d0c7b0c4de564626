"""The meetings of a mentor and a mentee: files for calendars, agendas, summaries, and what both set out to do.

Placeholders: `{partner}` and `{mentee}` are names; `{when}` a moment or a day; `{answer}` words of one of the two;
`{summary}` what was written down of a meeting.
"""

MEETINGS: dict[str, str] = {
    "meeting.filename": "meeting.ics",
    "meeting.title": "Meeting with {partner}",
    "meeting.booked": "You meet {partner} on {when}. This file puts it into your calendar.",
    "meeting.changed": "Your meeting with {partner} has another time: {when}. This file changes it in your calendar.",
    "meeting.called_off": "Your meeting with {partner} on {when} does not take place. This file takes it out of your "
    "calendar.",
    "meeting.place": "Where: {answer}",
    "meeting.offered": "Thank you. I ask {partner}. When a time is taken, you both get it for your calendar.",
    "meeting.settled": "This was settled in the meantime. Nothing was changed.",
    "meeting.time_over": "That time is over, so nothing was booked.",
    "meeting.shared": "{partner} sees what you picked, before the meeting.",
    "meeting.is_coming": "{partner} is on the way to your meeting.",
    "meeting.is_late": "{partner} is a bit late for your meeting.",
    "meeting.summary": "Your summary:\n{summary}",
    "meeting.no_summary": "Nothing was written down.",
    "meeting.takeaway": "Taken away: {answer}",
    "meeting.added": "{partner} added to the summary of your meeting: “{answer}”",
    "action.hers": "• {mentee}: {answer}",
    "action.mentors": "• Mentor: {answer}",
    "action.hers_by": "• {mentee}: {answer} (by {when})",
    "action.mentors_by": "• Mentor: {answer} (by {when})",
    "agenda.shared": "For your meeting on {when}, {mentee} shared:\n{answer}",
    "agenda.none": "You meet {mentee} on {when}. There is no agenda from {mentee}.",
    "agenda.well": "Went well: {answer}",
    "agenda.hard": "Is hard: {answer}",
    "agenda.leave_with": "Wants to leave with: {answer}",
    "agenda.open": "Still to do:",
    "agenda.opener": "A useful first question: “What would make this half hour worth it?”",
    "line.twice_not_held": "Two meetings in a row with {mentor} did not take place. Both are asked, each alone, if "
    "they want to go on.",
    "someone.meeting_when": "a day that is not fixed",
    "someone.action": "what you noted",
}
