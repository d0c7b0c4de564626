"""Mentors and mentees: who fits whom, what the two live through, and when something is due between them."""
