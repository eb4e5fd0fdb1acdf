"""Beheer: the operators' screens: which applications there are, and what they may."""
