"""Mentors and mentees, from the match to the goodbye."""
