"""What keeps the program steady: one of several processes works, silence and a moved clock are noticed and said."""
