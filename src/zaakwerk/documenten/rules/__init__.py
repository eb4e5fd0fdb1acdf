"""Rules of the Documenten API: one file per subject; each rule carries its official id."""
