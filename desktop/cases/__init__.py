"""The work list and the open case."""
