"""Catalogi: what a zaak may be; zaaktypen and everything that belongs to them (Catalogi API 1.3.3)."""
