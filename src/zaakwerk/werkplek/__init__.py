"""Werkplek: the desk where employees work; pages over commands and queries, no rules of its own."""
