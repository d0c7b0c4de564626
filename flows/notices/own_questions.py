"""The answers to a yes-or-no question of a programme's own."""

OWN_QUESTIONS: dict[str, str] = {"own.yes": "Yes", "own.no": "No", "own.not_sure": "Not sure"}
