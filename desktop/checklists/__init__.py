"""The checklists of the pack in the window: their questions, what they come to, the foundations of the way to 18."""
