"""Who is told of a case: the card and its thread, colleagues, the student. Of her, the desk reads nothing here."""
