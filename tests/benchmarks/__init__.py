"""Performance figures: the real program against stand-ins on loopback, next to stock programs that do less.

`make bench` prints them. Only ratios of one run carry over to another machine. Nothing here is part of the test run.
"""
