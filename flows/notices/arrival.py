"""At the door: strangers, invitations, groups, help, and things that are not words.

Placeholders: `{other_platform}` is the name of the platform she already uses.
"""

ARRIVAL: dict[str, str] = {
    "stranger.unknown": "I do not know you yet. I talk with people who have an invitation. Please open the link you "
    "were sent, or ask your coordinator for a new one.",
    "stranger.danger": "I do not know you yet, so I cannot tell anyone for you. **If a life is in danger, call "
    "{emergency} now.** To talk with a person today: {helplines}. Go to someone you trust.",
    "invitation.linked": "You are connected, {name}. This chat is yours now.",
    "invitation.linked_also": "You are connected here too, {name}. You can use both chats; we go on where we were.",
    "invitation.already": "This chat is already connected. You can go on as before.",
    "invitation.used": "This invitation has been used already. If it was not you, tell your coordinator and ask for "
    "a new one.",
    "invitation.expired": "This invitation is too old. Please ask your coordinator for a new one.",
    "invitation.unknown": "I do not know this invitation. Please open the whole link you were sent, or ask your "
    "coordinator for a new one.",
    "invitation.other_person": "This chat is connected to another person. Please tell your coordinator.",
    "invitation.staff": "You are connected, {name}, as {role_word}. Cases come to the team's channel in Slack.",
    "group.hint": "Please write to me in a private chat. I do not talk about anything here, where others can read it.",
    "welcome.back": "Hello again, {name}.",
    "courtesy.hello": "Hello, {name}. What would you like to do?",
    "courtesy.thanks": "You are welcome, {name}. Here is everything I can do:",
    "help.student": "I am an automated assistant of {org}. You can press the buttons or type what they say.\n"
    "**urgent** – help now, and a person is told\n"
    "**menu** – everything I can do\n"
    "**problem** – report something that is wrong\n"
    "**human** – a person contacts you\n"
    "**cases** – what happens with what you reported\n"
    "**answers** – see and change your answers\n"
    "**back**, **skip**, **later**, **stop** – in the middle of a talk\n"
    "**privacy**, **mydata**, **forget** – your data\n"
    "**language** – English or Norwegian\n"
    "In danger? Call {emergency}.",
    "help.staff": "This is where I write to you about cases that need you. You work on them in the team's channel "
    "and on my Home tab in Slack. Students' words are shown only when you open a case. Write `plan` to see what I send "
    "next, and `match` to match students with mentors.",
    "staff.no_chat": "I do not keep what staff write here. You work on cases in the team's channel and on my Home "
    "tab in Slack.",
    "media.photo": "Thank you for the picture. I cannot look at it and I do not keep it. Please write or choose.",
    "media.voice": "I cannot listen to voice messages and I do not keep them. Please write or choose. If it is "
    "easier to talk, choose Contact me and a person calls you.",
    "media.video": "I cannot watch videos and I do not keep them. Please write or choose.",
    "media.sticker": "Thank you for the sticker. I cannot tell what it means. Please write or choose.",
    "media.location": "I cannot use a location and I do not keep it. Please write or choose. In danger, call "
    "{emergency}.",
    "media.file": "I cannot open files and I do not keep them. Please write or choose.",
    "media.other": "I can only read words and buttons. Please write or choose.",
    "media.urgent": "I cannot open this, but {role} is being told that you wrote. **If a life is in danger, call "
    "{emergency} now.** You can also call {helpline_1}.",
    "edited.noted": "I saw that you changed a message. Your answer is still what you sent first; choose Back to "
    "change it.",
}
