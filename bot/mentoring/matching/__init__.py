"""Who fits whom: the best assignment over a whole pool, with a reason for each pair. Pure: same pool, same batch.

What rules a pair out is hard and comes first (`exclusions`); what speaks for it is counted in points (`scores`); the
assignment is the best there is over everybody at once, and whoever has waited longest comes first (`assignment`).

We chose `scipy.sparse.csgraph.min_weight_full_bipartite_matching`, with a column for each place of a mentor, because on
2,000 mentees and 1,000 mentors with one to three places it took 0.1 to 1 s, where `linear_sum_assignment` took up to
7.5 s for profiles that look alike and the linear program (HiGHS) 97 s, all for the same sum. numpy and scipy take
a second to import, so only `match` imports them, when it is called.
"""
