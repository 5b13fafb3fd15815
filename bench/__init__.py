"""Measures against a floor or a peer in the same run: `python -m bench`. Ratios and medians."""
