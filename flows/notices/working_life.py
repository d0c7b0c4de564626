"""The words around a country card, which is data in `flows/content/culture/`, and where a case about work came from."""

WORKING_LIFE = {
    "culture.unreviewed": "Nobody from there has read this yet, so take it as a first idea and ask.",
    "culture.reviewed": "Somebody from there has read this ({when}).",
    "culture.point_directness": "How direct people are",
    "culture.point_titles": "Names and titles",
    "culture.point_greeting": "Greeting",
    "culture.point_meetings": "Meetings",
    "culture.point_lunch": "Lunch",
    "culture.point_sick_leave": "When you are ill",
    "culture.point_hours": "Working hours",
    "source.workload": "workload report",
    "source.workload_after": "question about the workload",
    "source.remote": "remote work",
    "source.culture": "what feels different",
    "source.first_week": "first week",
    "source.monthly": "monthly check-in",
    "source.halfway": "short question",
}
