"""Operating the program."""
