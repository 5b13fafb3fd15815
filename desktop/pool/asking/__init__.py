"""Asking the expert pool from within a case: the question, what leads to somebody in it, and what goes along."""
