"""One file for each figure; `measure` in each runs it and gives rows for the table."""
