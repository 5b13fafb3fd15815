"""The coordinator's bench: lists, the consults in one, and what can be done with the one that is open."""
