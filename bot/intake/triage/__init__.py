"""Risk triage of free text: which messages a person must see soon, found by phrases that a person can read.

We chose phrases over a classifier because each hit can be shown, argued with and mended, and because a classifier
trained on distress calls half of all ordinary student stress a crisis; we gave up the messages that carry no risk word
at all. Those are what the urgent-help button, the safety question and the people are for: triage only adds to them.

The path of a message: `normalise` and `spelling` make it comparable, masks hide what only sounds bad, phrases of every
language are looked for, `negation` cancels soft ones alone, rules add up what belongs together. Only people lower a
severity. The phrases, masks and rules are data in `flows/content/triage/`, their examples are unit tests.
"""

from bot.intake.triage.assessment import Triage, assess, knows_a_word, prepare, version
from bot.intake.triage.screening_file import BrokenFile, Row, assess_file, rows_of

__all__ = ["BrokenFile", "Row", "Triage", "assess", "assess_file", "knows_a_word", "prepare", "rows_of", "version"]
