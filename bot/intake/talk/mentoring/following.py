"""What begins by itself when a talk about mentoring is over."""

from collections.abc import Sequence
from typing import TypeAlias

from bot.facts.about import About

Following: TypeAlias = Sequence[tuple[str, About]]
"""Conversations, each with what it speaks of, in the order in which they are held."""
