"""Tests of the design system on fixed data."""
