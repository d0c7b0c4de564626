"""What the team reads where a mentor, not a student, is the one who wrote.

Placeholders are those of the texts that they stand for; `{student_id}` is the mentor's roster id.
"""

MENTORS_CASES: dict[str, str] = {
    "source.mentor": "mentoring",
    "source.refer": "a worry that a mentor passed on",
    "source.mentor_expectations": "what a mentor expects",
    "source.mentee_expectations": "what a mentee expects",
    "source.still_wanted": "whether the mentoring goes on",
    "source.mentor_review": "look at the mentoring",
    "source.mentee_review": "look at the mentoring",
    "act.reply.mentor": "Reply to mentor",
    "modal.reply.mentor": "Reply to mentor",
    "card.student_hidden.mentor": "a mentor wrote, open to see",
    "field.reply.mentor": "Your message. The mentor reads it in the chat, with your name.",
    "passage.student.mentor": "Mentor",
    "passage.words.mentor": "The mentor's words, {when}",
    "passage.preview.mentor": "The mentor will read this",
    "passage.logged.mentor": "This opening is logged, and the mentor can see it.",
    "passage.deleted.mentor": "The mentor has deleted these words.",
    "passage.yours_now.mentor": "You have case {number} now. The mentor is told.",
    "log.student_wrote.mentor": "The mentor wrote back. Open the case to read it.",
    "log.reopened_by_student.mentor": "Reopened by the mentor.",
    "log.thread_private.mentor": "Remarks here stay in the team. To write to the mentor, use Reply to mentor.",
    "page.no_answer.mentor": "The mentor has not answered in case {number} ({severity}) for {since}. Try another way "
    "to reach the mentor, or hand the case over. If all is well, close it.",
    "page.given_back.mentor": "Case {number} goes to the next person: nothing had happened in it for {since}. The "
    "mentor is told that somebody else is asked.",
    "news.blocked.mentor": "Mentor {student_id} can no longer be reached on {platform}. Please use another way.",
    "news.back.mentor": "Mentor {student_id} can be reached on {platform} again.",
    "news.stopped.mentor": "Mentor {student_id} has stopped the chat. The mentees wait for another mentor.",
    "news.forgot.mentor": "Mentor {student_id} has deleted the data. The mentees wait for another mentor.",
    "absence.told.mentor": "Mentor {student_id} is away from {since} up to and including {until}.",
    "absence.withdrawn.mentor": "Mentor {student_id} has taken back the days away.",
}
