"""Rules of the Catalogi API: one function per clause, by its official id."""
