"""The clock of cases: who is called or asked when nobody acts, and what the student is told of it.

We chose to keep the next moment of each case in a column (`page_at` for calls in an emergency, `climb_at` for all the
rest), claimed by a conditional update, because then a program that was away, or was started twice, does each step once;
we gave up timers. A step that is due later than its rule can give is set right: the system's clock was set back.
"""
