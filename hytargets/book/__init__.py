"""A target book: from YAML to targets, with every default filled in."""
