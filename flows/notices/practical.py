"""What is said about shared lifts, and what stands in for services that the country pack does not name.

Placeholders: `{person}` a first name; `{reach}` how to reach this person, in the words that one wrote.
"""

PRACTICAL: dict[str, str] = {
    "lift.found": "You have both said yes. **{person}** travels from your area to {host} too. This is how to reach "
    "{person}: {reach}\n\n{person} got your first name and what you wrote, too. What you agree on is between you. "
    "If it does not feel right, say no at any time; if something is wrong, choose Contact me.",
    "lift.waiting": "Thank you. I tell you as soon as the other person says yes too. Until then nothing is shown.",
    "lift.gone": "The other person no longer looks for a lift, so nothing is shown. I ask you again when somebody "
    "fits.",
    "mydata.lifts": "Shared lifts",
    "mydata.lift_agreed": "you and another student were introduced",
    "mydata.lift_found": "you may be asked about another student",
    "someone.student_service": "the student service where you study",
    "someone.labour_inspectorate": "the labour inspectorate of the country where you work",
    "someone.legal_aid": "a trade union or a legal aid service",
}
