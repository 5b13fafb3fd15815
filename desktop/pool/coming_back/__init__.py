"""What comes back to a case from the expert pool, and what its asker does with it."""
