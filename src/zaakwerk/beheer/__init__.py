"""Beheer: the screens of operators; a face, so it shows and gives commands, and holds no business rules."""
