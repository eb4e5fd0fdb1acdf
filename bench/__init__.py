"""Bench: how much CPU a request costs, next to what its own statements cost without us."""
