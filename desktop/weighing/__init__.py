"""The weighing on screen: a mirror that is always current. It shows what follows and why; the user decides."""
