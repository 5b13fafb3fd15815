"""What the pool puts on paper: the signal report and the minutes of a meeting, in the blocks of a handover."""
