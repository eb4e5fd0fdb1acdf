"""Project: settings, addresses and the command line; the only room that knows every other room."""
