"""What is said about the fixed time for questions."""

QUESTION_TIME: dict[str, str] = {
    "questions.noted": "Noted. I remind you shortly before it, each week. To change it, write /questions.",
    "questions.off": "All right, no reminder. To change it, write /questions.",
    "command.questions": "Your fixed time for questions at work",
}
