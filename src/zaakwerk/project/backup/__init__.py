"""Backup: a consistent copy of database, content and key, and its way back into an empty site."""
