"""Demo: one fictional municipality, told as tables and played into the register by its own commands."""
