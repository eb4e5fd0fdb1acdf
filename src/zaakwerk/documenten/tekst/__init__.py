"""Tekst: the words of documents, read from their content by the worker, and found again (ADR 16)."""
