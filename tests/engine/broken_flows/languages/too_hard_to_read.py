"""broken.day: in en it reads at LIX 82, and lower secondary is at most 40: use shorter sentences and words

broken.day: in en it reads at grade 22, and lower secondary ends at 9: use shorter sentences and words

broken.day: in nb it reads at LIX 79, and lower secondary is at most 40: use shorter sentences and words
"""

from flows.language import Talk

NORWEGIAN = {
    "flow.broken": "Ødelagt",
    "broken.day": "Hvilken kalenderdag foretrekker praksisdeltakeren for gjennomføringen av den obligatoriske "
    "oppfølgingssamtalen med praksisveilederen?",
}


def script(talk: Talk) -> None:
    talk.date(
        "day",
        "Which particular calendar date would the participating student ordinarily consider appropriate for scheduling "
        "the mandatory supervision appointment?",
    )
