"""Conformance: what the standard says, held against what Zaakwerk answers."""
