"""Tests that belong to no single room, and the tools all tests share."""
