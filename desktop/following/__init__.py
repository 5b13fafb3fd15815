"""Following the help: the form of a review, the goals over time, and what is to come."""
