"""The application: the window, the command line, and the rendering on paper."""
