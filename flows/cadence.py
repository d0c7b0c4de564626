"""How often a conversation comes of its own accord."""

from dataclasses import dataclass

CHECKIN, MONTHLY = "checkin", "monthly"
CHECKINS = (CHECKIN, MONTHLY)
"""The conversations that come in a student's rhythm: each time it is one of them, and whatever looks at the last
check-in looks at both."""


@dataclass(frozen=True, slots=True)
class Cadence:
    """A rhythm in days.

    `every_days` is for students who have not chosen; `two_weeks` and `monthly` are what each choice of the onboarding's
    question `rhythm` means; the first comes at the earliest `first_after_days` after she has agreed.
    """

    every_days: int = 14
    two_weeks: int = 14
    monthly: int = 28
    first_after_days: int = 3

    def days_of(self, chosen: str) -> int:
        """The days of a choice in `rhythm`; an unknown one counts as none."""
        return {"two_weeks": self.two_weeks, "monthly": self.monthly}.get(chosen, self.every_days)
