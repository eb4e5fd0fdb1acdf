"""Berichten: what became of the messages to subscribers, and what an operator can do about it."""
