"""House checks: what the house style says and a machine can count."""
