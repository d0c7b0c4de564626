"""Privacy: who reads what, a copy, deletion, or a person who explains it.

The step is `want`. What is said is what stands in the consent and in the privacy notice, word for word.
"""

from flows.language import Talk, conversation
from flows.notices.privacy import IN_FULL, IN_SHORT

WISHES = {
    "read": "Read everything", "copy": "Get a copy of my data", "delete": "Delete my data",
    "person": "Ask a person", "nothing": "Nothing more",
}  # fmt: skip


@conversation("privacy", title="Privacy", expires_after_days=2)
def privacy(talk: Talk) -> None:
    """Say it in short first; everything else is hers to choose."""
    talk.say("in_short", IN_SHORT, locked=True)
    want = talk.choice("want", "What would you like to do?", WISHES, stacked=True)
    with talk.when(want.is_("read")):
        talk.say("in_full_1", IN_FULL[0], locked=True)
        talk.say("in_full_2", IN_FULL[1], locked=True)
    for wish, conversation_id in (("copy", "exporting"), ("delete", "forgetting"), ("person", "human")):
        with talk.when(want.is_(wish)):
            talk.opens(f"open_{conversation_id}", conversation_id)
