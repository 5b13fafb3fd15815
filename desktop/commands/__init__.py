"""The command line, one file a command. Everything the window produces can be produced here, without a screen."""
