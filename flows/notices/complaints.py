"""Complaints, for the team: what the student allows, what is linked, and what is asked of safeguarding.

Placeholders: `{answer}` one of the words below, or what she wrote; `{count}` how many other reports; `{number}` another
case, `{when}` it began, `{topic_word}`, `{state_word}` and `{same}` what the two have in common, from `same.*`.
"""

COMPLAINTS: dict[str, str] = {
    "source.conflict": "conflict or mistreatment",
    "source.conflict_after_2": "how it is 2 days later",
    "source.conflict_after_7": "how it is 7 days later",
    "source.conflict_after_30": "how it is 30 days later",
    "passage.shared": "What the student allows",
    "shared.who": "May know of it: {answer}",
    "shared.who.safeguarding": "only safeguarding",
    "shared.who.only_coordinator": "only the coordinator",
    "shared.who.coordinator": "the student's own coordinator too",
    "shared.who.topic": "the coordinator too; the employer only the topic",
    "shared.who.words": "the coordinator too; the employer what was written",
    "shared.work": "Contact with the workplace: {answer}",
    "shared.work.ask_first": "ask the student first",
    "shared.work.no": "no",
    "shared.work.unnamed": "yes, without the name",
    "shared.work.unnamed_unless": "without the name, and not where people could guess it: then ask the student first",
    "shared.work.named": "yes, with the name",
    "shared.how": "Reach the student: {answer}",
    "shared.how.here": "in the chat",
    "shared.how.phone": "by phone",
    "shared.how.mail": "by e-mail",
    "shared.how.no": "the student does not want to be contacted",
    "shared.unsafe": "Not safe for contact: {answer}",
    "log.shared": "The student said what may be shared.",
    "log.sharing_changed": "The student changed what may be shared. Open the case to read it.",
    "log.coordinator_may_read": "The student's own coordinator may read this case now.",
    "log.coordinator_may_not_read": "The student's own coordinator may no longer read this case.",
    "log.restricted_now": "From now on only safeguarding reads this case, and whoever has it.",
    "log.linked": "Other reports about the same workplace or person: {count}. Safeguarding sees them in the case.",
    "log.follows": "This follows case {number}.",
    "passage.linked": "Other reports about the same workplace",
    "passage.followed": "Before and after",
    "linked.line": "{number} · {when} · {topic_word} · {state_word} · {same}",
    "linked.follows": "This case follows case {number} of {when}.",
    "linked.followed_by": "Case {number} of {when} follows this one.",
    "same.host": "the same workplace",
    "same.person": "a person of the same name",
    "line.distance": "To be done today: arrange that the student does not have to meet this person in the next two "
    "days. Ask the student first before anybody contacts the workplace.",
    "log.distance": "Safeguarding is asked to arrange distance today.",
    "page.distance": "Case {number}: please arrange today that the student does not have to meet this person. Open "
    "Slack.",
    "mydata.follows": "Follows case {number}",
    "mydata.compared": "To find other reports about the same, these names are kept as a code that nobody can read: "
    "{answer}",
    "mydata.compared.host": "your workplace",
    "mydata.compared.person": "a person",
}
