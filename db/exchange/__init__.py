"""Exchange without a server: the keys of this home (home.py) and who has which (cards.py), what travels (envelope.py),
the folder it travels by (folder.py), sealing, bringing and reading (post.py), and the answers that may be used again
(answers.py). What a message says is judged in casework/pool.
"""
