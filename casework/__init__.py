"""The work itself: the case, its steps, the weighing, the consultation and the handover. No Qt, no SQL, no paper."""
