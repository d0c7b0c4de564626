"""What is known of a student's calendar, what becomes of what is due, and what lies ahead of her."""
