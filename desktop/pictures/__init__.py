"""What is drawn rather than written: everything weighed is ticks on a line. Each drawing says the same in words."""
