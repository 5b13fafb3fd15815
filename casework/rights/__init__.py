"""What somebody may ask about their own file: all that is kept about them, and the letter that goes with it."""
