"""Pytest's first file: loads the house plugins before Django's settings are read."""

pytest_plugins = ("tests.databases", "tests.servers", "tests.browsers")
