"""Reminders, silence, the short question after it, pauses and days away.

Placeholders: `{until}` the last day, or until when a check-in is open; `{since}` the first day; `{student_id}` a roster
id; `{count}` how many check-ins in a row.
"""

SILENCE: dict[str, str] = {
    "reminder.checkin": "Your check-in is still open until {until}. Two minutes, and you may skip any question.",
    "checkin.late_open": "Late answers are welcome. Your check-in is open again until {until}.",
    "checkin.later_at": "On that day I do not write. I ask again {when}.",
    "silence.first": "Student {student_id} has not answered the last check-in. There is nothing to do yet.",
    "silence.call": "Student {student_id} has not answered {count} check-ins in a row. Please call.",
    "silence.undelivered": "A message to student {student_id} could not be delivered. Please make contact another way.",
    "line.silence_twice": "{count} check-ins in a row were not answered. The student gets one short question.",
    "line.silence_call": "{count} check-ins in a row were not answered. Please call the student.",
    "log.heard_again": "The student has been in touch again.",
    "log.pulse_fine": "The student answered the short question: all fine.",
    "log.pulse_answered": "The student has answered the short question.",
    "source.pulse": "short question",
    "pause.on": "All right. No check-ins up to and including {until}. Next check-in: {next_checkin}. Urgent help and "
    "Contact me work all the time. To end the pause, write **pause off**.",
    "pause.off": "The pause is over. Next check-in: {next_checkin}.",
    "absence.noted": "Noted: you are away from {since} up to and including {until}. I ask nothing then, and nothing "
    "counts as missed. Your coordinator is told the days. Next check-in: {next_checkin}.",
    "absence.backwards": "The last day lies before the first. Nothing was noted; to try again, write /absence.",
    "absence.nothing": "Nothing was noted.",
    "absence.off": "All right, no days away are noted any more. Next check-in: {next_checkin}.",
    "absence.told": "Student {student_id} is away from {since} up to and including {until}.",
    "absence.withdrawn": "Student {student_id} has taken back the days away.",
    "someone.no_checkin": "none before your placement ends",
    "command.pause": "Pause the check-ins",
    "command.absence": "Tell us which days you are away",
    "mydata.absences": "Days away",
    "mydata.away": "{since} to {until}",
}
