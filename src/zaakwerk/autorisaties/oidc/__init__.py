"""OIDC: signing in at another organisation: the protocol, and from what it says to a medewerker."""
