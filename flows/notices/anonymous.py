"""The form for reports without a name: what its pages say, and how the team reads of such a report.

Texts that end in `.anonymous` stand in place of those without it. `anonymous.about.*` are the options of the form's
question, in the order in which they are offered.

Placeholders: `{limit}` and `{highest}` how many characters; `{answer}` what was chosen or typed, or a number.
"""

ANONYMOUS_PAGE: dict[str, str] = {
    "anonymous.title": "Report without your name",
    "anonymous.lead": "Tell us when something is not right at your workplace or in your studies. You need no name and "
    "no account.",
    "anonymous.help_heading": "In danger? Call now",
    "anonymous.help_emergency": "Emergency",
    "anonymous.help_police": "Police",
    "anonymous.help_medical": "Medical help, not an emergency",
    "anonymous.help_sms": "Text message to {answer}",
    "anonymous.watched": "Nobody watches this page around the clock. If a life is in danger, call {emergency}.",
    "anonymous.limits_heading": "Before you write",
    "anonymous.limit_name": "We see neither your name nor an account. We do not store the address of your phone or "
    "computer.",
    "anonymous.limit_code": "You get a code. Keep it. With it you can read our answer and write more. Without it "
    "nobody can find the answer again, not even we.",
    "anonymous.limit_little": "We can do less when we do not know who you are. We cannot call you, and we may not be "
    "able to stop what happens.",
    "anonymous.limit_words": "What you write can show who you are. Write only what we may know.",
    "anonymous.limit_network": "Your workplace, your school or your network may still see that you have visited this "
    "page. Your own phone on mobile data is safer.",
    "anonymous.limit_reader": "Only the people who work with safeguarding at {org} read it.",
    "anonymous.limit_confidential": "Another place that does not pass things on: {confidential_contact}.",
    "anonymous.form_heading": "Your report",
    "anonymous.about": "What is it about? (optional)",
    "anonymous.about.unsaid": "Rather not say",
    "anonymous.about.bullying": "Shouting, insults or bullying",
    "anonymous.about.sexual": "Sexual comments, messages or touching",
    "anonymous.about.violence": "Threats or violence",
    "anonymous.about.discrimination": "Discrimination",
    "anonymous.about.unsafe_work": "Unsafe work",
    "anonymous.about.pay": "Pay or contract",
    "anonymous.about.wrong": "Asked to do something wrong",
    "anonymous.about.witness": "I saw it happen to someone else",
    "anonymous.about.other": "Something else",
    "anonymous.workplace": "Which workplace? (optional)",
    "anonymous.workplace_hint": "Without it we may not know where to look.",
    "anonymous.text": "What do you want us to know?",
    "anonymous.text_hint": "In your own words, up to about {limit} characters. You do not need to prove anything.",
    "anonymous.send": "Send without a name",
    "anonymous.sent_title": "It is sent",
    "anonymous.sent_lead": "Thank you. It is not your job to prove anything.",
    "anonymous.code_heading": "Your code",
    "anonymous.code_keep": "Write it down or take a picture of it now. It is shown only here, and nobody can give it "
    "to you again.",
    "anonymous.code_later": "Come back to this page with the code to read the answer and to write more. We cannot "
    "send you a message.",
    "anonymous.code_close": "Do others use this phone or computer? Then close this window when you are done.",
    "anonymous.next_heading": "What happens now",
    "anonymous.open_thread": "Open my report",
    "anonymous.answers_title": "Read the answer",
    "anonymous.answers_lead": "Type the code you got when you sent your report.",
    "anonymous.code_hint": "Four groups of five letters and numbers. Capitals and dashes do not matter.",
    "anonymous.look": "Open",
    "anonymous.thread_title": "Your report",
    "anonymous.status_heading": "Where it stands",
    "anonymous.thread_heading": "What was written",
    "anonymous.you": "You",
    "anonymous.no_answer_yet": "There is no answer yet. Come back to this page with your code.",
    "anonymous.more": "Do you want to write more?",
    "anonymous.more_closed": "Is it not solved? What you write now opens it again.",
    "anonymous.more_send": "Send",
    "anonymous.more_sent": "It is sent. A person reads it.",
    "anonymous.reload": "Look again",
    "anonymous.unreadable": "(deleted: can no longer be read)",
    "anonymous.nav_write": "Write a report",
    "anonymous.nav_answers": "Read the answer",
    "anonymous.nav_label": "Pages",
    "anonymous.skip": "Go to the content",
    "anonymous.error_heading": "It was not sent",
    "anonymous.error_look": "It could not be opened",
    "anonymous.error_empty": "Please write something first.",
    "anonymous.error_long": "This is longer than {highest} characters, and none of it is lost: please send it in two "
    "parts, the second with the code you get.",
    "anonymous.error_long_more": "This is longer than {highest} characters, and none of it is lost: please send it in "
    "two parts.",
    "anonymous.error_code": "There is no report with this code. Please look at each letter again. A report is deleted "
    "a year after it was closed.",
    "anonymous.error_busy": "This page was used very often just now, so it has to rest for some minutes. Nothing you "
    "wrote is lost. Please try again then. If it cannot wait, call one of the numbers on this page.",
    "anonymous.error_failed": "Something went wrong here. Nothing you wrote is lost. Please press the button again.",
    "anonymous.error_size": "That was far too long to be taken. Please go back and send it in parts.",
    "anonymous.error_elsewhere": "This did not come from our own page. Please open the page and send it from there.",
}
"""What whoever reports reads."""

ANONYMOUS_STAFF: dict[str, str] = {
    "source.anonymous": "form without a name",
    "act.reply.anonymous": "Reply on the page",
    "modal.reply.anonymous": "Reply on the page",
    "card.student_hidden.anonymous": "anonymous report",
    "field.reply.anonymous": "Your message. It stands with your name on the page that the code opens.",
    "line.anonymous_about": "What it is about: {answer}",
    "line.anonymous_workplace": "Workplace: {answer}",
    "passage.student.anonymous": "Anonymous report",
    "passage.nobody_knows": "Nobody knows who wrote this. A reply stands on the page that the code opens; no message "
    "tells whoever wrote that it is there.",
    "passage.words.anonymous": "Written without a name, {when}",
    "passage.preview.anonymous": "This will stand on the page",
    "passage.logged.anonymous": "This opening is logged, and whoever wrote can see it.",
    "passage.deleted.anonymous": "These words have been deleted.",
    "passage.yours_now.anonymous": "You have case {number} now. The page says so.",
    "log.student_wrote.anonymous": "More was written on the page. Open the case to read it.",
    "log.reopened_by_student.anonymous": "Reopened: more was written on the page.",
    "log.thread_private.anonymous": "An anonymous report. Remarks here stay in the team. To answer on the page, use "
    "Reply on the page.",
    "page.no_answer.anonymous": "Nobody has written on the page of case {number} ({severity}) for {since}. There is "
    "no other way to whoever reported. If no more can be done, close it.",
    "page.given_back.anonymous": "Case {number} goes to the next person: nothing had happened in it for {since}. The "
    "page says so.",
}
"""What coordinators read."""
