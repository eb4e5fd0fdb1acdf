"""Kader: the frame a zaak moves through: what each step asks, which moves there are, who makes them."""
