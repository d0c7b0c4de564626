"""Practical things: housing, travel to work, money, papers and equipment, each a branch of one conversation (LOG)."""
