"""Putting everything together: the only package that knows all the others."""
