"""Zaken: the register of zaken and everything that hangs below them (Zaken API 1.7.0)."""
