"""Basisregistraties: looking up persons and companies in the registers that know them."""
