"""The conversation engine. Pure: no clock, no I/O, no await, no chance; the same input gives the same output."""
