"""The library of reference clients: looking through them, reading one, and how they are compared."""
