"""How people speak of the team without saying a name, and the names that are everyday words too.

Written as they are compared: in lower case and without accents (`o` for ø, `a` for å, `ae` for æ).
"""

from collections.abc import Mapping

SPOKEN_OF: Mapping[str, tuple[str, ...]] = {
    "coordinator": (
        "my coordinator", "the coordinator", "my internship coordinator", "min koordinator", "koordinatoren",
        "min praksiskoordinator", "praksiskoordinatoren",
    ),
    "safeguarding": (
        "the safeguarding lead", "the safeguarding person", "the safeguarding officer", "the safeguarding team",
        "den ansvarlige for trygghet", "ansvarlig for trygghet", "trygghetsansvarlig", "trygghetsansvarlige",
        "trygghetskontakten",
    ),
    "lead": (
        "the programme lead", "the program lead", "the programme manager", "the program manager", "programlederen",
        "lederen for programmet", "lederen av programmet",
    ),
    "mentor": ("my mentor", "min mentor", "mentoren"),
}  # fmt: skip
"""By role: whom somebody means who writes this."""

ANSWERED_WITH: Mapping[str, tuple[str, ...]] = {
    "coordinator": ("coordinator", "koordinator"),
    "safeguarding": ("safeguarding", "trygghet"),
    "lead": ("lead", "leader", "manager", "leder", "programleder"),
    "mentor": ("mentor",),
}
"""By role: what is enough where she was asked who of the team it is."""

ALSO_WORDS = frozenset({
    # English
    "april", "art", "august", "bill", "chance", "colleague", "coordinator", "daisy", "dawn", "example", "faith",
    "frank", "grace", "grant", "guardian", "guy", "harmony", "hope", "hunter", "iris", "ivy", "joy", "june",
    "lead", "lily", "long", "love", "mark", "may", "mentor", "miles", "other", "patience", "pearl", "penny",
    "price", "ray", "rich", "robin", "rose", "ruby", "second", "sky", "stone", "strong", "student", "sue",
    "summer", "supervisor", "violet", "ward", "will", "wood", "young",
    # Norwegian
    "alle", "ask", "bakke", "berg", "bjorn", "brun", "dag", "dahl", "dal", "eik", "elv", "even", "fred", "glad", "hauk",
    "haug", "helle", "koordinator", "leder", "lie", "lille", "lind", "liv", "lund", "mai", "mars", "moe", "nes", "odd",
    "per", "sand", "sol", "stein", "storm", "strand", "tor", "vang", "var", "vik",
})  # fmt: skip
"""Such a name, when it stands alone, names somebody only where it is written with a capital inside a sentence."""

GREETINGS = frozenset({
    "bye", "dear", "evening", "hello", "hey", "hi", "morning", "thank", "thanks", "hallo", "hei", "heisann", "hilsen",
    "kjaere", "kveld", "morgen", "takk",
})  # fmt: skip
BETWEEN = frozenset({
    "a", "again", "and", "answer", "for", "help", "helping", "kind", "lot", "me", "much", "replying", "so", "the",
    "there", "very", "you", "your", "du", "fine", "god", "ha", "hjelpen", "igjen", "meg", "mye", "og", "sa", "skal",
    "svaret", "tusen",
})  # fmt: skip
"""Whose name follows a greeting, with at most these words between, is not spoken of: she speaks to that person."""

TITLES = frozenset({"dr", "mr", "mrs", "ms", "miss", "coordinator", "fru", "froken", "herr", "koordinator"})
"""What stands before a last name without being a first name."""
