"""Profiles from a file: what a spreadsheet says of mentors and mentees."""
