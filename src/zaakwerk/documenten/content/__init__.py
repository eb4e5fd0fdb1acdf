"""Content: the bytes of documents, kept by their SHA-256 behind Django's storage interface.

A file is in place before the row that names it commits, so an interrupted or refused upload leaves
nothing anybody can see: at worst a temporary file, or a file no row names. Both may be removed at leisure.
"""
