"""Processes: the command line and the server as an operator's machine meets them."""
