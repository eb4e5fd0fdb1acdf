"""Rules of autorisaties: on applicaties by the standard, on people our own."""
