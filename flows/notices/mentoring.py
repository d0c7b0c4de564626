"""Between mentor and mentee: the agreement, how it ends, and what a coordinator hears of it.

Placeholders: `{mentee}`, `{mentor}` and `{partner}` are names; `{answer}` is what the mentee said, `{other}` what the
mentor said; `{student_id}` and `{mentor_id}` are roster ids; `{page}` is the agreement.
"""

MENTORING: dict[str, str] = {
    "someone.partner": "the other one",
    "someone.match_reason": "The programme thinks that you two fit.",
    "talk.next": "Next: {title}",
    "agreement.waits": "Your part is signed. As soon as {partner} has signed too, you both get the agreement.",
    "agreement.page": "You have both signed. {page}",
    "agreement.head": "**Agreement between {mentee} and {mentor}**",
    "agreement.topics": "What it is about: {mentee} hopes for {answer}; {mentor} offers {other}.",
    "agreement.rhythm": "How often: {mentee} said {answer}; {mentor} said {other}.",
    "agreement.channel": "How you meet: {mentee} said {answer}; {mentor} said {other}.",
    "agreement.style": "Feedback: {mentee} likes it {answer}; {mentor} gives it {other}.",
    "agreement.rarer": "Where you differ, the rarer one counts: {answer}.",
    "agreement.books": "Who finds the time: {answer}.",
    "agreement.off_limits": "Not to talk about, {person}: {answer}",
    "agreement.stands": "What is said stays between you, except danger or what the law says. Either of you may stop "
    "without giving a reason.",
    "agreement.nothing": "nothing yet",
    "mentoring.not_signed": "The mentorship of student {student_id} and mentor {mentor_id} is not signed after two "
    "weeks. Both were reminded. There is nothing to do yet.",
    "mentoring.over_unsigned": "Your mentoring with {partner} did not begin, so it is closed. That is nobody's fault. "
    "The programme knows.",
    "mentoring.over_quiet": "Your mentoring with {partner} has been quiet for a long time, so it is closed now. That "
    "is all right, and nobody did anything wrong. The programme knows.",
    "mentoring.over_no_match": "{partner} cannot be your mentor, because the two of you work too closely together. "
    "That is nobody's fault. You are first in the waiting list, and the programme finds somebody else.",
    "line.match_not_answered": "{mentor} has not answered for three weeks whether the student fits. The student waits "
    "for a mentor again.",
    "line.not_signed": "The mentorship with {mentor} is not signed after 21 days. Both were reminded.",
    "line.never_signed": "The mentorship with {mentor} was never signed and is closed. The student waits for a mentor "
    "again.",
    "line.pair_quiet": "The student and {mentor} have not met for a long time. Both were asked if they want to go on.",
    "line.pair_ended_quiet": "The student and {mentor} have not met and did not answer, so the mentorship is closed. "
    "The student waits for a mentor again.",
    "line.pair_early_end": "The mentorship with {mentor} ends early.",
    "line.chain_of_command": "{mentor} is in the student's chain of command or marks the student's work, so this is no "
    "match. The student waits for another mentor.",
    "line.not_agreed": "One of the two did not agree that what is said stays between them, so the mentorship with "
    "{mentor} is not signed.",
    "line.mentor_left": "{mentor} is no longer a mentor. The student waits for another one.",
    "line.pair_reason": "The reason that was given: {answer}.",
    "someone.pair_ends_on": "not fixed",
    "someone.hoped_for": "what you wanted",
    "line.not_as_agreed": "Student and {mentor} both say that their meetings do not take place as agreed.",
    "mentoring.words_of": "{partner} wrote to you at the end of your mentoring: “{answer}”",
    "mentoring.review_of": "{partner} says what to keep and what to change: “{answer}”",
    "mentoring.extended": "You and {partner} both want it, so your mentoring goes on for three months.",
    "mentoring.contact": "You and {partner} both want to stay in touch. You can write here: {reach}",
    "mentoring.already_over": "This mentoring is over already. Nothing was changed.",
    "mentoring.rests": "All right. The mentoring with {partner} rests until then, and I ask nothing about it.",
    "mentoring.rests_too": "{partner} would like your mentoring to rest for a while. I tell you when it goes on.",
    "mentoring.over_early": "Your mentoring with {partner} ends now. That is nobody's fault, and you do not need to do "
    "anything.",
    "mentoring.waits_again": "Done. {partner} hears that it is over, not why. You are in the waiting list at your old "
    "place, and the programme finds somebody else.",
    "mentoring.over_for_mentor": "Done. {partner} hears that it is over, not why. Thank you for the time you gave.",
    "mentoring.closing_too": "{partner} would like to end your mentoring. That is nobody's fault. I ask you both for a "
    "short look back, if you like.",
    "mentoring.not_extended": "{partner} would rather end your mentoring now, so it does not go on. That is nobody's "
    "fault.",
    "mentoring.closing": "All right, it ends. {partner} is told. I ask you both for a short look back, if you like.",
    "help.mentor": "I am an automated assistant of {org}. You can press the buttons or type what they say.\n"
    "**mentees** – your mentees and what is next\n"
    "**refer** – pass on a worry about a mentee\n"
    "**absence** – days on which I do not write\n"
    "**back**, **skip**, **later**, **stop** – in the middle of a talk\n"
    "**privacy**, **mydata**, **forget** – your data\n"
    "**language** – English or Norwegian\n"
    "In danger? Call {emergency}.",
    "privacy.mentor": "**Privacy in short.** I keep what you two agreed on, your meetings and your answers, for "
    "{controller}.\n"
    "**Who reads it:** your mentee reads what you write for both of you. The programme sees how many meetings were "
    "held or missed, not what you talked about. What you pass on with /refer is read by {safeguarding}.\n"
    "**What you never see:** what your mentee answers elsewhere.\n"
    "**The channel:** {channel_notice}\n"
    "**Your rights:** /mydata gives you a copy, /forget deletes it, /human asks for a person. Complaints: {authority}.",
    "menu.mentees": "My mentees",
    "menu.refer": "Pass on a worry",
    "command.mentees": "For mentors: your mentees",
    "command.refer": "For mentors: pass on a worry",
}
