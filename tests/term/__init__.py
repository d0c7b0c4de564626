"""A whole term of a cohort, played fast through the door and the tick, and held against what must always be true."""
