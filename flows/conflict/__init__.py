"""Conflict and mistreatment: the report with its two tracks, and the questions that come some days later.

`reporting` asks first whether she is safe, so that serious matters leave mediation at once; `mediation` is track M for
an ordinary conflict, `protection` track P for everything else, `afterwards` what she is asked on day 2, 7 and 30.
"""
