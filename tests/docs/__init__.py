"""Docs: the documentation says what is so; code runs, links lead somewhere, tables are the code's."""
