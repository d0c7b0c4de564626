"""What is due now. The database is the calendar: due times are indexed columns, and one short tick looks at them.

APScheduler drives the tick and knows no student, so nothing is lost at a restart and nothing is scheduled twice.
"""
