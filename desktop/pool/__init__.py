"""The expert pool in the window and on the command line."""
