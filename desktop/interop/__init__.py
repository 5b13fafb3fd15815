"""Files for and from other systems: messages that are read, packages that are written. Nothing is sent from here."""
