"""Trouble we know: `str(error)` is a Dutch sentence that says what is the matter and what to do."""


class Trouble(Exception):
    """Something that can go wrong without being a fault of ours: shown to the user as it stands."""
