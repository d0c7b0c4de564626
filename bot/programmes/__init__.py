"""Who takes part: the institution's roster brought in, and the invitations that link a person to her chat.

We chose to remember what the roster said last (`Person.imported`) and to change only what it says differently now: a
language she chose in the chat, or a Slack account that was found by her e-mail address, is not undone by the next
import. We gave up the roster as a way to force such a value back.
"""
