"""What is asked for at each address of the form."""
