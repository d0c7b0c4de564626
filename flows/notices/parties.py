"""Conflict of interest: what is said where a case is kept from somebody.

Placeholders: `{person}` the colleague, or several, from whom it is kept; `{reader}` who reads it instead; `{number}`.
"""

PARTIES: dict[str, str] = {
    "card.with_others": "Case {number} is handled by others.",
    "log.kept_from": "Kept from {person}: this case is about {person}, or the name stands in it.",
    "page.stands_in": "Case {number} was taken from a colleague who may not see it. Please look at it now. Open Slack.",
    "refused.kept_from": "This case is handled by others.",
    "case.kept_from": "Your case {number} is not shown to {person}. {reader} reads it.",
    "case.kept_from_all": "Everyone on the team is named in your case {number}, so nobody there can read it. Please "
    "turn to {confidential_contact}. If a life is in danger, call {emergency}.",
}
