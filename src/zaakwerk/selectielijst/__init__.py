"""The selectielijst: which results processes of municipalities have, and how long their records are kept."""
