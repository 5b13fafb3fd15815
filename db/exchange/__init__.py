"""Exchange without a server: who has which keys (cards.py), what travels (envelope.py), and the folder it travels by
(folder.py). Nothing here knows what a message says.
"""
