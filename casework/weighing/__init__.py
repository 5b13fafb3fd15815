"""What follows from a case, weighed with a pack on a day. `assess` puts it together; everything here is pure."""
