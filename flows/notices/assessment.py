"""What stands beside the levels of a self-assessment. Placeholders: `{title}` a competence; `{levels}` all of them."""

ASSESSMENT: dict[str, str] = {
    "assessment.title": "Your levels",
    "assessment.start": "start",
    "assessment.middle": "middle",
    "assessment.end": "end",
    "assessment.skipped": "skipped",
    "assessment.filename": "levels.png",
    "assessment.picture": "The same as a picture.",
    "assessment.goal": "{title}: get to the next level",
    "news.assessment_shown": "Student {student_id} shows you a self-assessment.\n{levels}",
    "command.assessment": "Look at what you can do, and choose what to work on",
}
