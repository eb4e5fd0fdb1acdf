"""Views of the desk: each makes one call to the domain and shows the answer."""
