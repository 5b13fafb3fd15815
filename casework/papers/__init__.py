"""What the pool puts on paper: the signal report, and the minutes of a meeting, as documents of the handover's blocks."""
