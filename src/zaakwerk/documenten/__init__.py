"""Documenten: documents, their versions and content (Documenten API 1.7.1)."""
