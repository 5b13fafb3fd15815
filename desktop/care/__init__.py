"""The care for the knowledge, in the window: what is in use, what expires, installing, what goes back."""
