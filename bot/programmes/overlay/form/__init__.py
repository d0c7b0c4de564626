"""What may stand in an overlay file, and what is wrong with its form."""
