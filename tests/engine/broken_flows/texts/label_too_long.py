"""broken.safe: 'No, I do not, and I want to te'… has 78 characters and 64 fit: shorten it"""

from flows.language import Talk


def script(talk: Talk) -> None:
    no = "No, I do not, and I want to tell you about it in a button that nobody can read"
    talk.choice("safe", "Do you feel safe?", {"yes": "Yes", "no": no})
