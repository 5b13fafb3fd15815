"""Weighing alike: practice vignettes answered by each for themselves, compared with a reference, added up for a team.

A figure is only ever about a team. Nobody is named, nobody is ranked, and a small team gets no figure.
"""
