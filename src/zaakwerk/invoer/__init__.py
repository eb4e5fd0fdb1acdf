"""Import rooms: each brings one foreign format into the register."""
