"""Views of the operators' screens: one file per thing that is managed."""
