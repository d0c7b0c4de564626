"""Why two people were matched, and why somebody was not.

Placeholders: `{answer}` a list of topics, skills, fields or languages, or a style; `{count}` hours.
"""

from flows.mentoring.topics import STYLES, TOPICS

MENTORS: dict[str, str] = {
    "match.topics": "Topics of both: {answer}",
    "match.skills": "Skills wanted and offered: {answer}",
    "match.field": "Same field: {answer}",
    "match.wish": "The student's own wish is met",
    "match.style": "Both like to talk {answer}",
    "match.language": "Common language: {answer}",
    "match.hours": "Hours in common each week: {count}",
    "unmatched.opted_out": "Does not want a mentor",
    "unmatched.only_excluded": "None of the mentors may be chosen",
    "unmatched.no_common_language": "No mentor speaks the same language",
    "unmatched.too_far_apart": "The time zones of the mentors are too far away",
    "unmatched.no_common_time": "No mentor is free for half an hour at the same time",
    "unmatched.no_capacity": "Every mentor who fits is taken",
    "unmatched.no_mentor": "There is no mentor",
    **{f"mentoring.topic.{key}": label for key, label in TOPICS.items()},
    **{f"mentoring.style.{key}": label for key, label in STYLES.items()},
    "mydata.mentorship": "Mentoring with {partner}, since {since}",
    "mydata.mentoring": "Mentoring",
    "mydata.mentoring_topics": "Topics",
    "mydata.mentoring_skills": "Skills",
    "mydata.mentoring_field": "Field",
    "mydata.mentoring_languages": "Languages",
    "mydata.mentoring_waiting_since": "Waiting since",
}
