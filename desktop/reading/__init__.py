"""What every room to read in is made of: a list to look through, and beside it the page of what was chosen."""
