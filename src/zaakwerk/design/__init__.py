"""How Zaakwerk looks everywhere: tokens, base templates, components and icons."""
