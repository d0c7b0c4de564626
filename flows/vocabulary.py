"""Words that act anywhere, in every language at once: whoever writes `hjelp` in an English talk is understood.

A control is the bare word alone (`menu`, `Menu!`, `MENY`); a sentence that holds such a word is not one. Commands
begin with a slash and may be written in either language too. The bare `stop` ends the talk in hand (`quit`), `/stop`
asks whether to pause or to stop for good. Subjects, such as `goals`, are bare words too; but what answers the question
at hand is its answer first.
"""

import re
from collections.abc import Collection, Mapping

CONTROLS: Mapping[str, tuple[str, ...]] = {
    "skip": ("skip", "skip this", "hopp over"),
    "back": ("back", "go back", "tilbake", "gå tilbake"),
    "done": ("done", "finished", "ferdig"),
    "later": (
        "later", "finish later", "save and finish later", "senere", "fortsett senere", "lagre og fortsett senere",
    ),
    "quit": ("stop", "cancel", "quit", "stopp", "avbryt", "avslutt"),
    "menu": ("menu", "meny"),
    "help": ("help", "hjelp"),
    "urgent": (
        "urgent", "urgent help", "emergency", "sos", "help now", "i need help now", "it is urgent", "help me",
        "please help me", "help me please", "hjelp meg", "kan noen hjelpe meg",
        "haster", "det haster", "akutt", "nødhjelp", "hjelp nå", "jeg trenger hjelp nå",
    ),
    "human": (
        "human", "contact me", "talk to a person", "menneske", "ta kontakt", "kontakt meg", "snakke med et menneske",
    ),
    "problem": ("problem", "report a problem", "meld fra", "meld fra om et problem", "meld et problem"),
    "privacy": ("privacy", "personvern"),
    "language": ("language", "språk"),
    "cases": ("cases", "my cases", "saker", "sakene mine"),
    "mydata": ("mydata", "my data", "mine data", "dataene mine"),
    "forget": ("forget", "forget me", "delete my data", "glem", "glem meg", "slett dataene mine"),
    "answers": (
        "answers", "my answers", "change", "change an answer", "change my answer", "endre", "endre svar",
        "endre et svar", "mine svar", "svarene mine",
    ),
    "checkin": ("checkin", "check-in", "statussjekk"),
    "pause": ("pause", "pause check-ins", "ta pause"),
    "absence": ("absence", "absent", "days away", "fravær", "fravaer"),
}  # fmt: skip
"""What each control may be written as; the first word of a language is the one we teach."""

SUBJECTS: Mapping[str, tuple[str, ...]] = {
    "start": ("onboarding", "getting started", "kom i gang"),
    "workload": ("workload", "arbeidsmengde"),
    "conflict": ("conflict", "conflict or mistreatment", "konflikt", "konflikt eller dårlig behandling"),
    "wellbeing": ("wellbeing", "how i feel", "trivsel", "hvordan jeg har det"),
    "safety": ("safety", "unsafe_work", "unsafe work", "sikkerhet", "utrygt arbeid"),
    "pay": ("pay", "wages", "pay or contract", "lønn", "loenn", "lønn eller avtale"),
    "leaving": ("leaving", "leaving or dismissed", "slutte", "slutte eller sagt opp"),
    "assessment": ("assessment", "self_assessment", "self-assessment", "egenvurdering"),
    "goals": ("goals", "my goals", "mål", "maal", "målene mine"),
    "highlights": ("highlights", "my highlights", "høydepunkter", "høydepunktene mine"),
    "culture": ("culture", "culture and language", "kultur", "kultur og språk"),
    "remote": ("remote", "remote work and equipment", "hjemmekontor", "hjemmekontor og utstyr"),
    "practical": (
        "practical", "logistics", "housing, travel, money, papers", "praktisk", "bolig, reise, penger, papirer",
    ),
    "questions": (
        "question_time", "question time", "my time for questions", "spørretid", "tiden min for spørsmål",
    ),
    "resources": ("resources", "find help", "ressurser", "finn hjelp"),
    "mentor": ("mentor",),
    "mentees": ("mentees", "my mentees", "adepter", "adeptene mine"),
    "refer": ("refer", "pass on a worry", "bekymring", "meld en bekymring"),
    "learning": ("learning", "goals and learning", "læring", "mål og læring"),
    "everyday": ("everyday", "practical things", "hverdag", "praktiske ting"),
}  # fmt: skip
"""Words that open a conversation or a part of the menu where they answer no question; with a slash, everywhere."""

OPENS: Mapping[str, str] = {
    "start": "onboarding", "checkin": "checkin", "problem": "problem", "human": "human", "urgent": "urgent",
    "absence": "absence", "workload": "workload", "conflict": "conflict", "wellbeing": "wellbeing",
    "safety": "unsafe_work", "pay": "wages", "leaving": "leaving", "assessment": "self_assessment", "goals": "goals",
    "highlights": "goals", "culture": "culture", "remote": "remote", "practical": "logistics",
    "questions": "question_time", "resources": "resources", "mentor": "mentor",
    "mentees": "mentees", "refer": "refer",
}  # fmt: skip
"""The conversation that a command needs; it is shown and answered only where that exists. The others need none."""

ANSWERS: Mapping[str, tuple[str, ...]] = {
    "yes": ("yes", "y", "yeah", "yep", "ja", "j", "jepp", "jo"),
    "no": ("no", "n", "nope", "nei"),
    "not_sure": ("not sure", "unsure", "maybe", "i don't know", "dont know", "usikker", "kanskje", "vet ikke"),
}
"""Other words for the options of a yes-or-no question."""

COURTESIES: Mapping[str, tuple[str, ...]] = {
    "hello": (
        "hello", "hi", "hey", "good morning", "good evening", "hei", "heisann", "hallo", "god morgen", "god kveld",
    ),
    "thanks": ("thanks", "thank you", "thanks a lot", "thank you so much", "takk", "tusen takk", "takk skal du ha"),
}  # fmt: skip
"""What people say to be kind; the notice `courtesy.<word>` answers it."""

NUMBERS: Mapping[int, tuple[str, ...]] = {
    0: ("zero", "null"), 1: ("one", "en", "én", "ett"), 2: ("two", "to"), 3: ("three", "tre"), 4: ("four", "fire"),
    5: ("five", "fem"), 6: ("six", "seks"), 7: ("seven", "sju", "syv"), 8: ("eight", "åtte"), 9: ("nine", "ni"),
    10: ("ten", "ti"),
}  # fmt: skip

COMMANDS = (
    "start", "menu", "help", "checkin", "problem", "human", "cases", "answers",
    "workload", "conflict", "wellbeing", "safety", "pay", "leaving",
    "goals", "assessment", "highlights", "mentor",
    "practical", "remote", "culture", "resources", "questions",
    "language", "privacy", "mydata", "forget", "pause", "absence", "stop", "mentees", "refer", "urgent",
)  # fmt: skip
"""The commands in the order a platform lists them; the notice `command.<word>` describes each."""

MENU = (
    "checkin", "problem", "learning", "everyday", "human", "cases", "mydata", "language", "help", "urgent",
)  # fmt: skip
"""The entries of the menu; the notice `menu.<word>` is each one's label."""

MENTOR_MENU = ("mentees", "refer", "absence", "cases", "mydata", "language", "help", "urgent")
"""The entries of a mentor's menu."""
ONLY_FOR_MENTORS = frozenset({"mentees", "refer"})
FOR_MENTORS = frozenset({
    *MENTOR_MENU, "start", "menu", "answers", "human", "pause", "privacy", "forget", "stop",
})  # fmt: skip
"""Words that a mentor may say; the conversations of students are not there for her."""

PARTS: Mapping[str, tuple[str, ...]] = {
    "learning": ("goals", "assessment", "highlights", "mentor"),
    "everyday": ("practical", "remote", "culture", "questions", "resources", "absence", "pause"),
}
"""Entries of the menu that show further ones."""

PLAN = frozenset({"plan", "preview", "forhåndsvis", "forhåndsvisning"})
"""What a coordinator writes to see what the clock will send; a number of days may follow."""
RESOURCES = frozenset({"resources", "ressurser"})
"""What a coordinator writes to see which resources somebody must look at."""
MATCH = frozenset({"match", "matches", "koble", "koblinger"})
"""What a coordinator writes to have mentors and mentees matched."""
HELP_OF_STAFF = frozenset({"help", "hjelp"})

_EDGES = re.compile(r"^[\W_]+|[\W_]+$")
_SPACES = re.compile(r"\s+")


def control_of(text: str) -> str | None:
    """The control that a bare word stands for, or None."""
    return _CONTROL_OF.get(_bare(text)) if not text.lstrip().startswith("/") else None


def command_of(text: str) -> str | None:
    """The command at the head of a message, in whichever language it is written, or None.

    `/meny` is `menu`; a known command with words after it is that command.
    """
    head = text.strip().partition(" ")[0]
    if not head.startswith("/"):
        return None
    word = _bare(head)
    meant = word if word in COMMANDS else _CONTROL_OF.get(word) or _SUBJECT_OF.get(word)
    return "stop" if meant == "quit" else meant


def subject_of(text: str) -> str | None:
    """The conversation or part of the menu that a bare word stands for where it answers no question, or None."""
    return _SUBJECT_OF.get(_bare(text)) if not text.lstrip().startswith("/") else None


def exists(command: str, conversations: Collection[str]) -> bool:
    """Whether what a command needs is among these conversations; of a part of the menu, whether anything in it is."""
    if command in PARTS:
        return any(exists(each, conversations) for each in PARTS[command])
    return OPENS.get(command, "") in ("", *conversations)


def courtesy_of(text: str) -> str | None:
    """`hello` or `thanks`, where a message is nothing else, or None."""
    return _COURTESY_OF.get(_bare(text))


def answer_of(text: str) -> str | None:
    """`yes`, `no` or `not_sure` for the many words that mean them, or None."""
    return _ANSWER_OF.get(_bare(text))


def number_of(text: str) -> int | None:
    """The number that a word from zero to ten names, or None."""
    return _NUMBER_OF.get(_bare(text))


def _bare(text: str) -> str:
    return _SPACES.sub(" ", _EDGES.sub("", text.replace("’", "'"))).casefold()


_CONTROL_OF = {word: control for control, words in CONTROLS.items() for word in words}
_SUBJECT_OF = {word: subject for subject, words in SUBJECTS.items() for word in words}
_COURTESY_OF = {word: courtesy for courtesy, words in COURTESIES.items() for word in words}
_ANSWER_OF = {word: answer for answer, words in ANSWERS.items() for word in words}
_NUMBER_OF = {word: number for number, words in NUMBERS.items() for word in words}
