"""A Bot API that costs next to nothing, in a process of its own, with a crowd of students who answer at once.

The stand-in that the tests use checks everything and is slower than the programs to be measured.
"""
