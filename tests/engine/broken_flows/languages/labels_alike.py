"""broken.use: in nb: 2 options read 'se': a typed answer must fit one of them"""

from flows.language import Talk

NORWEGIAN = {
    "flow.broken": "Ødelagt", "broken.use": "Ser du det?", "broken.use.view": "Se", "broken.use.see": "Se",
}  # fmt: skip


def script(talk: Talk) -> None:
    talk.choice("use", "Do you see it?", {"view": "View", "see": "See"})
