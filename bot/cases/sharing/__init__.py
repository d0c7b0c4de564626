"""What a student allows in a case: who may know, whether her workplace may be contacted, how she is reached.

Nothing here is ever sent to an employer: a person does that, who reads at the head of the case and in its forms what
was allowed. What was not answered counts as the most careful answer.
"""
