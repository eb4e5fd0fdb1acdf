"""PostgreSQL: Django's own backend with a cheaper look at whether the server is still there."""
