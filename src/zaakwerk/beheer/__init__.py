"""Beheer: the operators' screens: which applications may do what, and what became of messages."""
