"""Autorisaties: who may do what; applications, employees, groups and grants (Autorisaties API 1.1.0)."""
