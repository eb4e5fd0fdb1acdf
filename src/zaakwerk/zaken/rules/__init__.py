"""Rules of the Zaken API: one function per clause, by its official id."""
