"""The room *Oefenen*: weigh a practice vignette for oneself, compare after, and see how far a team weighs alike."""
