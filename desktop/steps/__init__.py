"""One page for each step, under the id of the step."""
