"""The standard iJw 3.2 between municipality and provider: what we propose to the back office, and what we read in.

Nothing here sends a message: messages, their numbers and their transport are the back office's.
"""
