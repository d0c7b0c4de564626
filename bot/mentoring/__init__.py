"""Mentors and mentees: who fits whom, and what both have said of themselves."""
