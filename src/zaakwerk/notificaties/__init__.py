"""Notificaties: channels, subscriptions, and messages that are delivered (Notificaties API 1.0.1)."""
