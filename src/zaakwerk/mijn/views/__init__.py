"""Views of the portal: each makes one call to the domain and shows the answer in plain words."""
