"""The code of a report without a name: made for one form, shown to whoever sent it, and kept as a keyed hash alone.

We chose to derive it from the form's own number and the master key, because then a form that is sent twice gives the
same code twice although nobody has kept it; we gave up a code that can be shown again later.
"""

import secrets

from storage.vault import Vault

_LETTERS = "23456789ACDEFGHJKMNPQRTVWXY"
"""No two of these are taken for one another: 0 and O, 1 and I and L are left out, and so are Z, S, B and U."""
_GROUPS, _IN_A_GROUP = 4, 5
LENGTH = _GROUPS * _IN_A_GROUP
"""Letters in a code: 27 to the power of 20 are 95 bits."""
_TAKEN_FOR = str.maketrans({"Z": "2", "S": "5", "B": "8", "U": "V"})


def new_ticket() -> str:
    """The number of a form that has not been sent yet."""
    return secrets.token_urlsafe(16)


def code_for(vault: Vault, ticket: str) -> str:
    """The code of what is sent with this form, such as `K7QXM-4ND9P-AWE3T-HJ6VC`."""
    number = int.from_bytes(vault.fingerprints("code", ticket)[0], "big")
    letters = ""
    while len(letters) < LENGTH:
        number, place = divmod(number, len(_LETTERS))
        letters += _LETTERS[place]
    return "-".join(letters[start : start + _IN_A_GROUP] for start in range(0, LENGTH, _IN_A_GROUP))


def hashes_of(vault: Vault, code: str) -> tuple[str, ...]:
    """What of a code is kept, by each master key, the newest first; however it was typed."""
    return tuple(print_.hex() for print_ in vault.fingerprints("code hash", as_made(code)))


def as_made(typed: str) -> str:
    """A code as it was made: capitals, no spaces and dashes, and letters that no code holds for what they look like."""
    kept = "".join(letter for letter in typed.upper() if letter.isalnum())
    return kept.translate(_TAKEN_FOR)
