"""What we say about privacy, data and leaving.

Placeholders: `{channel_notice}` is the notice `channel.<platform>`; `{file_time}` when the file was made;
`{kept_until}` and `{kept_reason}` what is kept after /forget and why; `{until}` the last day of a pause.
"""

IN_SHORT = """**Privacy in short.** I am an automated assistant run by {controller}. I store your answers to support \
your internship.
**Who reads:** your coordinator {coordinator}; reports about safety or health only {safeguarding} and whoever is \
named on your case.
**Your employer does not see your answers** unless you say so.
**Limit:** if a life is in danger or the law says so, we must tell someone; I will tell you when I do.
**This channel:** {channel_notice}
**How long:** until {months} months after the end, then deleted.
**Your rights:** /mydata to get a copy, /forget to delete, /human to talk to a person, complaint to {authority}.
Taking part is voluntary; without this chat you get the same support by e-mail or phone."""

IN_FULL = (
    """**What is kept:** your answers and messages here, when you wrote them, which language you use, and what was \
done about your cases. Your words are stored encrypted, with a key of your own.
**What for:** to follow up your internship and to bring you to a person when something is wrong. Not for grades, not \
for advertising, and not to train any system.
**What looks at your words:** a fixed list of words looks for signs of danger, so that a person can be told. It \
can miss things: use Urgent help when it matters. Nothing else reads your words by machine.
**Who reads them:** people in your programme who work on your case. Each opening is logged, and you see it with \
/cases. The team's channel shows a case number and how urgent it is, never your name or your words.""",
    """**When we must pass something on:** {duty_to_report_notice} I tell you when it happens. If you want a service \
that does not pass things on: {confidential_contact}.
**Deleting:** with /forget your key is destroyed and what you told me can no longer be read, in copies too. An open \
safety case is kept until it is closed, and I tell you so. {channel_notice} What is in this chat you delete yourself.
**Your choice:** you can stop at any time with /stop. It has no consequences for your internship.
**Responsible:** {controller}. **Complaints:** {authority}.""",
)

PRIVACY: dict[str, str] = {
    "privacy.short": IN_SHORT,
    "privacy.full_1": IN_FULL[0],
    "privacy.full_2": IN_FULL[1],
    "privacy.more_button": "Read everything",
    "channel.telegram": "Telegram can technically read what is written here. For private things ask for a call.",
    "channel.slack": "Slack, and whoever runs this workspace, can technically read what is written here. For private "
    "things ask for a call.",
    "channel.browser": "This page runs on one machine only and is for showing how it works.",
    "duty.none_named": "If someone's life is in danger, or the law requires it, a person must pass it on.",
    "mydata.caption": "Everything that is kept about you, as of {file_time}. Keep the file safe. To change an "
    "answer, write /answers. To delete everything, write /forget.",
    "mydata.not_sent": "I did not send anything.",
    "mydata.filename": "my-data.txt",
    "mydata.title": "Everything that is kept about you",
    "mydata.person": "About you",
    "mydata.consents": "What you agreed to, and when",
    "mydata.schedule": "Your check-ins",
    "mydata.conversations": "Conversations and answers",
    "mydata.goals": "Goals",
    "mydata.cases": "Cases, and who opened them",
    "mydata.accounts": "Connected accounts",
    "mydata.nothing": "Nothing is kept here.",
    "mydata.placement": "Your placement",
    "mydata.as_data": "The same for a machine to read (JSON)",
    "mydata.you": "You",
    "mydata.team": "The team",
    "mydata.signs": "Signs: {answer}",
    "mydata.opened": "Opened by {opener}, {when}",
    "mydata.not_opened": "Nobody has opened it.",
    "mydata.id": "Id in the roster",
    "mydata.name": "Name",
    "mydata.email": "E-mail",
    "mydata.language": "Language",
    "mydata.timezone": "Time zone",
    "mydata.slack_id": "Slack id",
    "mydata.consented_at": "Agreed",
    "mydata.withdrawn_at": "Withdrawn",
    "mydata.paused_until": "Paused until",
    "mydata.stopped_at": "Stopped",
    "mydata.host": "Workplace",
    "mydata.supervisor": "Supervisor",
    "mydata.role": "Task",
    "mydata.country": "Country",
    "mydata.starts_on": "First day",
    "mydata.ends_on": "Last day",
    "mydata.coordinator": "Coordinator",
    "mydata.mentor": "Mentor",
    "mydata.next_checkin_at": "Next check-in",
    "mydata.skipped": "(skipped)",
    "mydata.unreadable": "(deleted: can no longer be read)",
    "forget.done": "Done. I have deleted what you told me, and I do not write to you any more. What stands in this "
    "chat you can delete here. If you need help later, your coordinator is there for you.",
    "forget.kept": "I have deleted what you told me, except safety case {number} of {when}, which is still open: "
    "{kept_reason}. It is kept until {kept_until}, then deleted too. I do not write to you any more, except about "
    "that case.",
    "forget.kept_until": "it is closed",
    "forget.kept_reason": "people are still working on it, and the law lets us finish",
    "forget.not_done": "Nothing was deleted.",
    "stop.date_passed": "That day has already passed. Please choose a later one with /stop.",
    "stop.stopped": "All right. I do not write to you any more. Your data are kept until you write /forget or the "
    "time is over. To begin again, write /start.",
    "stop.go_on": "Good. Everything goes on as before.",
    "stop.started_again": "Welcome back, {name}. I write to you again.",
}
