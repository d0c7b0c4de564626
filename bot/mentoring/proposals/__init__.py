"""A batch of matches between its computation and the mentors: proposed, reviewed by a coordinator, settled.

A batch is named by the moment at which it was proposed, as digits, so that a button can carry it as a number.
"""
