"""Serve: one supervisor that keeps the web and the worker running and ends with them."""
