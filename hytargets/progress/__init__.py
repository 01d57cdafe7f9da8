"""Progress files: from tables to observations."""
