"""The expert pool: a question, who answers it, what they advise, what the team does with it, and what is learnt
(Jeugdwet 1.1 regionaal expertteam, 2.6 lid 1 c; brief §8).

A consult is the set of its messages (messages.py, bodies.py). Every home folds the messages it has into one consult
(consult.py) by one table of steps (lifecycle.py), whatever the order or the number of times they arrived.
"""
