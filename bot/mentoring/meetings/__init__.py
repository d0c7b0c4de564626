"""Meetings of a pair: what becomes of one, the file for both calendars, the agenda, and words for texts."""
