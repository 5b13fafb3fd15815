"""Mutation testing of the weighing: do the tests notice when one thing in it is made different?

`python -m tools.mutate` (CONTRIBUTING.md tells more). mutants.py: what is made different. living.py: how that gets into
the running program. session.py: which tests look at it, and whether one of them fails.
"""
